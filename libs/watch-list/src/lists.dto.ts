import { OmitType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { DAY, DAY_TEXT, PageQuery, trimmed } from '@huanbao/platform';
import { SUBJECT_KINDS, WATCH_TRIGGERS } from './words';

export const WATCH_TABS = ['clues', 'telling', 'deciding', 'listed', 'removals', 'ended'] as const;

export class WatchListQuery extends PageQuery {
  /** `clues`; `telling`: to the end of the statement; `deciding`: to the service of the decision; `listed`: decisions in force; `removals`: applications for removal; `ended`. */
  @IsOptional() @IsIn(WATCH_TABS)
  tab?: (typeof WATCH_TABS)[number];

  @IsOptional() @IsIn(WATCH_TRIGGERS)
  trigger?: string;

  @IsOptional() @IsIn(SUBJECT_KINDS)
  subjectKind?: string;

  @IsOptional() @IsUUID()
  subjectOrgId?: string;

  /** Cases of whom asks: opened, proposed or claimed. */
  @IsOptional() @IsIn(['true'])
  mine?: 'true';

  @IsOptional() @IsIn(['true'])
  overdue?: 'true';

  @IsOptional() @Matches(DAY, DAY_TEXT)
  from?: string;

  @IsOptional() @Matches(DAY, DAY_TEXT)
  to?: string;

  /** Number of case or decision, subject, code. */
  @IsOptional() @trimmed @IsString() @Length(2, 50)
  q?: string;

  @IsOptional() @IsIn(['due', '-due', 'opened', '-opened'])
  sort?: 'due' | '-due' | 'opened' | '-opened';
}

export class WatchExportQuery extends OmitType(WatchListQuery, ['limit', 'cursor'] as const) {}

export class OwnWatchListQuery extends PageQuery {
  @IsOptional() @IsIn(['open', 'ended'])
  tab?: 'open' | 'ended';

  /** Number of case or served decision. */
  @IsOptional() @trimmed @IsString() @Length(2, 50)
  q?: string;

  @IsOptional() @IsIn(['told', '-told'])
  sort?: 'told' | '-told';
}

export class OwnWatchExportQuery extends OmitType(OwnWatchListQuery, ['limit', 'cursor'] as const) {}

export class WatchRegisterQuery extends PageQuery {
  @IsOptional() @IsIn(SUBJECT_KINDS)
  subjectKind?: string;

  /** Listed from this day on. */
  @IsOptional() @Matches(DAY, DAY_TEXT)
  from?: string;

  @IsOptional() @Matches(DAY, DAY_TEXT)
  to?: string;

  /** Number of the decision; name or code of a unit. A person is not found by the name. */
  @IsOptional() @trimmed @IsString() @Length(2, 50)
  q?: string;

  @IsOptional() @IsIn(['listed', '-listed'])
  sort?: 'listed' | '-listed';
}

export class WatchRegisterExportQuery extends OmitType(WatchRegisterQuery, ['limit', 'cursor'] as const) {}
