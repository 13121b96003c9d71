import { OmitType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { PageQuery } from '@huanbao/platform';
import { DAY, DAY_TEXT, trimmed } from './lists';
import { CLUE_KINDS } from './words';

export const PENALTY_TABS = ['filing', 'investigating', 'deciding', 'performing', 'to-publish', 'to-execute', 'ended'] as const;

export class PenaltyListQuery extends PageQuery {
  /** `filing`: to the filing; `investigating`: to the notice; `deciding`: to the service of the decision; `performing`; `to-publish`: served and not yet public; `to-execute`: overdue, to be reminded or taken to the court; `ended`. */
  @IsOptional() @IsIn(PENALTY_TABS)
  tab?: (typeof PENALTY_TABS)[number];

  @IsOptional() @IsIn(CLUE_KINDS)
  clueKind?: string;

  @IsOptional() @trimmed @IsString() @Length(2, 60)
  violation?: string;

  @IsOptional() @IsUUID()
  partyOrgId?: string;

  /** What it came from or is about: a visit, a complaint, a rectification, whichever way it came; daily penalties of such cases with it. */
  @IsOptional() @IsUUID()
  originId?: string;

  /** What is pursued no more: `given-up` by the bureau, ended by the `court`. */
  @IsOptional() @IsIn(['given-up', 'court'])
  pursuit?: 'given-up' | 'court';

  /** Cases of whom asks: opened, investigated or claimed. */
  @IsOptional() @IsIn(['true'])
  mine?: 'true';

  @IsOptional() @IsIn(['true'])
  overdue?: 'true';

  @IsOptional() @Matches(DAY, DAY_TEXT)
  from?: string;

  @IsOptional() @Matches(DAY, DAY_TEXT)
  to?: string;

  /** Number of case or decision, party, code, violation. */
  @IsOptional() @trimmed @IsString() @Length(2, 50)
  q?: string;

  @IsOptional() @IsIn(['due', '-due', 'opened', '-opened'])
  sort?: 'due' | '-due' | 'opened' | '-opened';
}

export class PenaltyExportQuery extends OmitType(PenaltyListQuery, ['limit', 'cursor'] as const) {}

export class OwnPenaltyListQuery extends PageQuery {
  /** `open` or `ended`. */
  @IsOptional() @IsIn(['open', 'ended'])
  tab?: 'open' | 'ended';

  /** Number or violation. */
  @IsOptional() @trimmed @IsString() @Length(2, 50)
  q?: string;

  /** The visit or the rectification it came from. */
  @IsOptional() @IsUUID()
  originId?: string;

  @IsOptional() @IsIn(['told', '-told'])
  sort?: 'told' | '-told';
}

export class OwnPenaltyExportQuery extends OmitType(OwnPenaltyListQuery, ['limit', 'cursor'] as const) {}

export class PublicPenaltyListQuery extends PageQuery {
  @IsOptional() @trimmed @IsString() @Length(2, 60)
  violation?: string;

  @IsOptional() @Matches(DAY, DAY_TEXT)
  from?: string;

  @IsOptional() @Matches(DAY, DAY_TEXT)
  to?: string;

  /** Number of the decision, name of a unit, violation. */
  @IsOptional() @trimmed @IsString() @Length(2, 50)
  q?: string;

  @IsOptional() @IsIn(['decided', '-decided'])
  sort?: 'decided' | '-decided';
}

export class PublicPenaltyExportQuery extends OmitType(PublicPenaltyListQuery, ['limit', 'cursor'] as const) {}
