import { OmitType } from '@nestjs/swagger';
import { IsIn, IsISO8601, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { PageQuery } from '@huanbao/platform';
import { DAY, DAY_TEXT, MONTH, MONTH_TEXT, trimmed } from './dto';
import { SEVERITIES, Severity } from './rules';

export class ParkListQuery extends PageQuery {
  @IsOptional() @trimmed @IsString() @Length(2, 50)
  q?: string;

  @IsOptional() @IsIn(['name', '-name'])
  sort?: 'name' | '-name';
}

export class RetainerListQuery extends PageQuery {
  /** `open`: offered or in force; `ended`: the others. */
  @IsOptional() @IsIn(['open', 'ended'])
  tab?: 'open' | 'ended';

  @IsOptional() @IsIn(['offered', 'active', 'declined', 'withdrawn', 'ended'])
  state?: string;

  @IsOptional() @IsIn(['enterprise', 'park'])
  kind?: 'enterprise' | 'park';

  @IsOptional() @trimmed @IsString() @Length(2, 50)
  q?: string;

  @IsOptional() @IsIn(['ends', '-ends'])
  sort?: 'ends' | '-ends';
}

export class VisitListQuery extends PageQuery {
  /** `open`: planned or missed; `past`: held or cancelled. */
  @IsOptional() @IsIn(['open', 'past'])
  tab?: 'open' | 'past';

  /** Planned days that have passed. */
  @IsOptional() @IsIn(['true'])
  missed?: 'true';

  @IsOptional() @IsUUID()
  retainerId?: string;

  /** Part of the enterprise's name. */
  @IsOptional() @trimmed @IsString() @Length(2, 50)
  q?: string;

  @IsOptional() @IsIn(['planned', '-planned'])
  sort?: 'planned' | '-planned';
}

export class FindingListQuery extends PageQuery {
  @IsOptional() @IsIn(['open', 'closed'])
  tab?: 'open' | 'closed';

  @IsOptional() @IsIn(['open', 'answered', 'closed'])
  state?: string;

  @IsOptional() @IsIn(SEVERITIES)
  severity?: Severity;

  /** Only those whose day has passed unclosed. */
  @IsOptional() @IsIn(['true'])
  late?: 'true';

  @IsOptional() @IsUUID()
  visitId?: string;

  @IsOptional() @IsUUID()
  retainerId?: string;

  @IsOptional() @trimmed @IsString() @Length(2, 50)
  q?: string;

  @IsOptional() @IsIn(['due', '-due'])
  sort?: 'due' | '-due';
}

export class ReportListQuery extends PageQuery {
  @IsOptional() @IsIn(['draft', 'signed', 'acknowledged', 'superseded'])
  state?: string;

  @IsOptional() @Matches(MONTH, MONTH_TEXT)
  month?: string;

  @IsOptional() @IsUUID()
  retainerId?: string;

  @IsOptional() @trimmed @IsString() @Length(2, 50)
  q?: string;

  @IsOptional() @IsIn(['month', '-month'])
  sort?: 'month' | '-month';
}

export class QualityQuery extends PageQuery {
  /** One line for each firm, or for each retainer. */
  @IsOptional() @IsIn(['firm', 'retainer'])
  by?: 'firm' | 'retainer';

  /** Visits planned, findings and reports due from this civil day on. */
  @IsOptional() @IsISO8601({ strict: true }, DAY_TEXT) @Matches(DAY, DAY_TEXT)
  from?: string;

  /** Until this civil day, itself included. */
  @IsOptional() @IsISO8601({ strict: true }, DAY_TEXT) @Matches(DAY, DAY_TEXT)
  to?: string;

  /** Only where visits were missed, findings overdue or reports late. */
  @IsOptional() @IsIn(['true'])
  lacking?: 'true';

  /** Part of the firm's name, or of the retainer's number or client. */
  @IsOptional() @trimmed @IsString() @Length(2, 50)
  q?: string;

  @IsOptional() @IsIn(['name', '-name', 'visits', '-visits'])
  sort?: 'name' | '-name' | 'visits' | '-visits';
}

export class RetainerExportQuery extends OmitType(RetainerListQuery, ['cursor', 'limit']) {}
export class VisitExportQuery extends OmitType(VisitListQuery, ['cursor', 'limit']) {}
export class FindingExportQuery extends OmitType(FindingListQuery, ['cursor', 'limit']) {}
export class StewardReportExportQuery extends OmitType(ReportListQuery, ['cursor', 'limit']) {}
export class QualityExportQuery extends OmitType(QualityQuery, ['cursor', 'limit']) {}
export class ParkExportQuery extends OmitType(ParkListQuery, ['cursor', 'limit']) {}
