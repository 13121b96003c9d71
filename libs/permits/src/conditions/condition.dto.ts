import { OmitType } from '@nestjs/swagger';
import { PageQuery } from '@huanbao/platform';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsDateString, IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Length, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { CONDITION_KINDS, type ConditionKind, CONDITION_SUBJECTS, type ConditionSubject, DUTY_PERIODS, type DutyPeriod } from '../life/permit-limit.entity';
import { FIRST_DUE_RULES, type FirstDueRule } from './recurring';

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
const truth = Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value));

export class ConditionListDto extends PageQuery {
  /** Part of code, title, text or legal basis. */
  @IsOptional() @trimmed @IsString() @Length(2, 60)
  q?: string;

  @IsOptional() @IsIn(CONDITION_KINDS)
  kind?: ConditionKind;

  @IsOptional() @IsIn(CONDITION_SUBJECTS)
  subject?: ConditionSubject;

  /** in-force: laid down today; retired; to-come: begins later. */
  @IsOptional() @IsIn(['in-force', 'to-come', 'retired'])
  state?: 'in-force' | 'to-come' | 'retired';

  @IsOptional() @truth @IsBoolean()
  verified?: boolean;

  /** With a duty that recurs, or without. */
  @IsOptional() @truth @IsBoolean()
  recurring?: boolean;

  @IsOptional() @IsIn(['code', '-code', 'effectiveFrom', '-effectiveFrom'])
  sort?: 'code' | '-code' | 'effectiveFrom' | '-effectiveFrom';
}

export class ConditionExportDto extends OmitType(ConditionListDto, ['cursor', 'limit']) {}

export class ParameterDto {
  @Matches(/^[a-zA-Z][a-zA-Z0-9]{0,29}$/)
  name!: string;

  @trimmed @IsString() @Length(1, 40)
  label!: string;

  @IsIn(['text', 'number', 'date', 'choice'])
  type!: 'text' | 'number' | 'date' | 'choice';

  @IsOptional() @IsString() @MaxLength(20)
  unit?: string;

  /** For choices. */
  @IsOptional() @IsArray() @ArrayMaxSize(30) @IsString({ each: true }) @Length(1, 60, { each: true })
  options?: string[];

  @IsOptional() @IsString() @MaxLength(60)
  example?: string;
}

export class DutyTemplateDto {
  @IsIn(DUTY_PERIODS)
  period!: DutyPeriod;

  /** What is to be done and handed in; may hold the places of the text. */
  @trimmed @IsString() @Length(4, 300)
  content!: string;

  @IsIn(FIRST_DUE_RULES)
  rule!: FirstDueRule;

  /** For after-days and period-end. */
  @IsOptional() @IsInt() @Min(0) @Max(1830)
  days?: number;

  /** For month-day: MM-DD. */
  @IsOptional() @Matches(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  monthDay?: string;

  /** For date. */
  @IsOptional() @IsDateString({ strict: true }) @Length(10, 10)
  date?: string;
}

class LibraryContentDto {
  @trimmed @IsString() @Length(2, 60)
  title!: string;

  @IsIn(CONDITION_KINDS)
  kind!: ConditionKind;

  @IsIn(CONDITION_SUBJECTS)
  subject!: ConditionSubject;

  /** With places such as `{days}` for the parameters. */
  @trimmed @IsString() @Length(6, 2000)
  text!: string;

  @IsOptional() @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => ParameterDto)
  parameters?: ParameterDto[];

  @trimmed @IsString() @Length(2, 300)
  legalBasis!: string;

  /** Somebody compared it with the published text. */
  @IsBoolean()
  verified!: boolean;

  @IsOptional() @ValidateNested() @Type(() => DutyTemplateDto)
  duty?: DutyTemplateDto;

  /** First day on which it is laid down, `YYYY-MM-DD`. */
  @IsDateString({ strict: true }) @Length(10, 10)
  effectiveFrom!: string;
}

export class CreateConditionDto extends LibraryContentDto {
  /** Capital letters, a hyphen and a number: `TS-01`. */
  @trimmed @Matches(/^[A-Z]{2,8}-[0-9]{2,4}$/)
  code!: string;
}

export class NewConditionVersionDto extends LibraryContentDto {
  /** What changed and why. */
  @trimmed @IsString() @Length(4, 500)
  changeNote!: string;
}

export class RetireConditionDto {
  @trimmed @IsString() @Length(4, 500)
  reason!: string;

  /** First day on which it is no longer laid down; today when left out. */
  @IsOptional() @IsDateString({ strict: true }) @Length(10, 10)
  on?: string;
}

export class LayDownDto {
  /** add, or change a condition of the permit. */
  @IsIn(['add', 'change'])
  act!: 'add' | 'change';

  /** The condition of the permit that is changed. */
  @IsOptional() @IsUUID()
  permitConditionId?: string;

  /** From the library; left out for a condition in words of one’s own. */
  @IsOptional() @trimmed @IsString() @MaxLength(20)
  libraryCode?: string;

  /** Values for the places of the text. */
  @IsOptional() @IsObject()
  parameters?: Record<string, string>;

  /** DA001, MF0001 …; only for conditions laid on an outlet or a facility. */
  @IsOptional() @trimmed @IsString() @MaxLength(20)
  subjectCode?: string;

  @IsOptional() @trimmed @IsString() @Length(2, 60)
  title?: string;

  @IsOptional() @IsIn(CONDITION_KINDS)
  kind?: ConditionKind;

  @IsOptional() @IsIn(CONDITION_SUBJECTS)
  subject?: ConditionSubject;

  @IsOptional() @trimmed @IsString() @Length(6, 2000)
  text?: string;

  @IsOptional() @trimmed @IsString() @Length(2, 300)
  legalBasis?: string;

  /** The library's own duty when left out; null for none. */
  @IsOptional() @ValidateNested() @Type(() => DutyTemplateDto)
  duty?: DutyTemplateDto | null;

  /** False when it tells a trade secret: not shown to the public. */
  @IsOptional() @IsBoolean()
  isPublic?: boolean;

  /** Why; needed for one's own words and for a change. */
  @IsOptional() @trimmed @IsString() @Length(4, 1000)
  reason?: string;
}

export class DropConditionDto {
  @IsUUID()
  permitConditionId!: string;

  @trimmed @IsString() @Length(4, 1000)
  reason!: string;
}
