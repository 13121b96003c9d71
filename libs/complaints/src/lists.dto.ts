import { OmitType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { PageQuery } from '@huanbao/platform';
import { DAY, DAY_TEXT, trimmed } from './dto';
import { CHANNELS, SATISFACTIONS, SUBJECTS } from './rules';

export class ComplaintListQuery extends PageQuery {
  /** `received`, `handling`, `answered`, `disputed`: who is to act; `ended`: the others. */
  @IsOptional() @IsIn(['received', 'handling', 'answered', 'disputed', 'ended'])
  tab?: 'received' | 'handling' | 'answered' | 'disputed' | 'ended';

  @IsOptional() @IsIn(['received', 'accepted', 'handling', 'answered', 'disputed', 'review', 'closed', 'untold', 'refused', 'referred', 'merged'])
  state?: string;

  @IsOptional() @IsIn(SUBJECTS)
  subject?: string;

  @IsOptional() @IsIn(CHANNELS)
  channel?: string;

  @IsOptional() @IsIn(SATISFACTIONS)
  satisfaction?: string;

  /** `first`: handled once; `again`: in a second round or a later one. */
  @IsOptional() @IsIn(['first', 'again'])
  round?: 'first' | 'again';

  /** Dissatisfaction of a reporter: waiting for its decision, any at all, or one that came to a review. */
  @IsOptional() @IsIn(['open', 'any', 'review'])
  dispute?: 'open' | 'any' | 'review';

  /** Claimed by whom asks, or by nobody. */
  @IsOptional() @IsIn(['mine', 'nobody'])
  claimed?: 'mine' | 'nobody';

  @IsOptional() @IsIn(['true'])
  overdue?: 'true';

  @IsOptional() @IsUUID()
  enterpriseId?: string;

  /** First day received, Asia/Shanghai. */
  @IsOptional() @Matches(DAY, DAY_TEXT)
  from?: string;

  @IsOptional() @Matches(DAY, DAY_TEXT)
  to?: string;

  /** Number, place, who is meant, or what was reported. */
  @IsOptional() @trimmed @IsString() @Length(2, 50)
  q?: string;

  @IsOptional() @IsIn(['received', '-received', 'due', '-due'])
  sort?: 'received' | '-received' | 'due' | '-due';
}

export class ComplaintExportQuery extends OmitType(ComplaintListQuery, ['limit', 'cursor'] as const) {}

export class ComplaintFiguresQuery {
  @IsOptional() @Matches(DAY, DAY_TEXT)
  from?: string;

  @IsOptional() @Matches(DAY, DAY_TEXT)
  to?: string;

  @IsOptional() @IsIn(SUBJECTS)
  subject?: string;
}

export class ComplaintRouteListQuery extends PageQuery {
  /** `now`: in force or to come; `past`: ended. */
  @IsOptional() @IsIn(['now', 'past'])
  tab?: 'now' | 'past';

  @IsOptional() @IsIn(SUBJECTS)
  subject?: string;

  @IsOptional() @IsIn(['own', 'other'])
  kind?: 'own' | 'other';

  /** Unit or basis. */
  @IsOptional() @trimmed @IsString() @Length(2, 50)
  q?: string;

  @IsOptional() @IsIn(['from', '-from'])
  sort?: 'from' | '-from';
}
