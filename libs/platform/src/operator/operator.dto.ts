import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { PageQuery } from '../http/page';

const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

export class ReviveDto {
  /** What was mended; it stands in the audit log. */
  @Matches(/^\s*\S[^]{2,498}\S\s*$/, { message: '请写明处理了什么，4 到 500 个字 | Say what was mended, in 4 to 500 characters.' })
  reason!: string;
}

/** Filters of the audit log, without the page. */
export class AuditFilterDto extends PageQuery {
  /** Name or account of a person or organisation, the id of a record, or words or code of an act. */
  @IsOptional() @IsString() @MaxLength(100)
  q?: string;

  /** Kind of act, the part before the first dot: `auth`, `permit-application`, `file` … or a whole act, `auth.login-failed`. */
  @IsOptional() @Matches(/^[a-z][a-z0-9-]*(?:\.[a-z0-9.-]+)?$/)
  action?: string;

  /** Kind of record. */
  @IsOptional() @Matches(/^[a-z][a-z0-9-]{0,60}$/)
  subjectType?: string;

  /** First day, Asia/Shanghai. */
  @IsOptional() @Matches(DATE, { message: '请填写日期，例如 2026-11-23 | Give a date such as 2026-11-23.' })
  from?: string;

  /** Last day, Asia/Shanghai. */
  @IsOptional() @Matches(DATE, { message: '请填写日期，例如 2026-11-23 | Give a date such as 2026-11-23.' })
  to?: string;
}
