import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsDateString, IsEmail, IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Length, Matches, Max, MaxLength, Min, ValidateIf, ValidateNested } from 'class-validator';
import { OmitType, PartialType } from '@nestjs/swagger';
import { PageQuery } from '@huanbao/platform';
import type { ExpertStatus } from '../evaluation.entity';
import type { ExpertKind, RelationKind } from '../rules/committee';
import type { Remedy } from '../rules/remedy';

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
const trimmedAll = Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map((one: unknown) => (typeof one === 'string' ? one.trim() : one)) : value));
const PERCENT = /^\d{1,3}(\.\d{1,2})?$/;
const PERCENT_TEXT = { message: '请填写数字，最多两位小数 | A number with at most two decimals' };

export const SPECIALTIES = ['eia', 'monitoring', 'water', 'air', 'solid-waste', 'soil', 'noise', 'radiation', 'cleaner-production', 'carbon', 'operation', 'engineering', 'cost', 'finance', 'law'] as const;
const SPECIALTY_TEXT = { message: '请从专业清单中选择 | Choose from the list of specialties' };

export class ExpertRelationDto {
  @IsIn(['employment', 'ownership', 'relative', 'contract', 'other'])
  kind!: RelationKind;

  /** The unit the relation is to. */
  @trimmed @IsString() @Length(2, 100)
  unit!: string;

  @IsOptional() @IsString() @Matches(/^[0-9A-Z]{18}$/, { message: '请填写 18 位统一社会信用代码 | The credit code has 18 signs' })
  unitUscc?: string | null;

  /** The first day of the relation; left out where nobody knows it: then it counts as having been there all along. */
  @IsOptional() @IsDateString({ strict: true }) @Length(10, 10)
  since?: string | null;

  /** The last day of the relation; left out while it lasts. */
  @IsOptional() @IsDateString({ strict: true }) @Length(10, 10)
  until?: string | null;
}

export class ExpertDto {
  @trimmed @IsString() @Length(2, 50)
  name!: string;

  /** Where the expert works; who works for a bidder or the enterprise is not drawn. */
  @trimmed @IsString() @Length(2, 100)
  unit!: string;

  /** Unified social credit code of the unit, when known. */
  @IsOptional() @IsString() @Matches(/^[0-9A-Z]{18}$/, { message: '请填写 18 位统一社会信用代码 | The credit code has 18 signs' })
  unitUscc?: string | null;

  /** Further units the expert must not judge: former ones, those of close relatives. */
  @trimmedAll @IsArray() @ArrayMaxSize(20) @ArrayUnique() @IsString({ each: true }) @Length(2, 100, { each: true })
  relatedUnits!: string[];

  /** Relations with their kind, first and last day: employers, firms of relatives, contracts. A change is held against committees that are at work. */
  @IsOptional() @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => ExpertRelationDto)
  relations?: ExpertRelationDto[];

  /** Professional title, e.g. 高级工程师. */
  @trimmed @IsString() @Length(2, 50)
  title!: string;

  @IsIn(['technical', 'economic'])
  kind!: ExpertKind;

  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(10) @ArrayUnique() @IsIn(SPECIALTIES, { each: true, ...SPECIALTY_TEXT })
  specialties!: string[];

  @trimmed @IsString() @Matches(/^1\d{10}$/, { message: '请填写 11 位手机号 | A mobile number of 11 digits' })
  phone!: string;

  /** The personal link to the scoring page is sent here. */
  @trimmed @IsEmail({}, { message: '请填写邮箱，例如 name@example.cn | A mailbox, e.g. name@example.cn' }) @MaxLength(200)
  email!: string;
}

export class ExpertChangesDto extends PartialType(ExpertDto, { skipNullProperties: false }) {}

export class ExpertStatusDto {
  @IsIn(['active', 'suspended', 'retired'])
  status!: ExpertStatus;

  @trimmed @IsString() @Length(4, 500)
  reason!: string;
}

export class ExpertListQuery extends PageQuery {
  @IsOptional() @IsIn(['active', 'suspended', 'retired'])
  status?: ExpertStatus;

  @IsOptional() @IsIn(['technical', 'economic'])
  kind?: ExpertKind;

  @IsOptional() @IsIn(SPECIALTIES, SPECIALTY_TEXT)
  specialty?: string;

  /** Fragment of name, unit or title, from two characters. */
  @IsOptional() @trimmed @IsString() @Length(2, 50)
  q?: string;

  @IsOptional() @IsIn(['newest', 'name'])
  sort?: 'newest' | 'name' = 'newest';
}

export class ExpertExportQuery extends OmitType(ExpertListQuery, ['cursor', 'limit']) {}

export class FormulaDto {
  /** `lowest` 低价优先法, `average-deviation` 平均价偏离法. */
  @IsIn(['lowest', 'average-deviation'])
  kind!: 'lowest' | 'average-deviation';

  /** Points of a hundred for each percent above the base. */
  @ValidateIf((one: FormulaDto) => one.kind === 'average-deviation' || one.above !== undefined) @IsString() @Matches(PERCENT, PERCENT_TEXT)
  above?: string;

  /** The same below it. */
  @ValidateIf((one: FormulaDto) => one.kind === 'average-deviation' || one.below !== undefined) @IsString() @Matches(PERCENT, PERCENT_TEXT)
  below?: string;

  /** Percent by which the mean is lowered to the base. */
  @ValidateIf((one: FormulaDto) => one.kind === 'average-deviation' || one.float !== undefined) @IsString() @Matches(PERCENT, PERCENT_TEXT)
  float?: string;

  /** From so many bids on, the highest and the lowest do not count for the mean; null: they always count. */
  @IsOptional() @IsInt() @Min(4) @Max(50)
  dropFrom?: number | null;
}

export class CriterionDto {
  @trimmed @IsString() @Length(2, 50)
  name!: string;

  /** How points are given. */
  @trimmed @IsString() @Length(2, 1000)
  guide!: string;

  /** Most points. */
  @IsInt() @Min(1) @Max(100)
  max!: number;
}

/** How the offers will be judged. Sent as a whole: the weights must make a hundred at every moment. */
export class EvaluationPlanDto {
  @IsInt() @Min(1) @Max(99)
  committeeSize!: number;

  /** Members whom the enterprise names itself. */
  @IsInt() @Min(0) @Max(33)
  representatives!: number;

  /** Specialties the technical experts must know; none = any. */
  @IsArray() @ArrayMaxSize(10) @ArrayUnique() @IsIn(SPECIALTIES, { each: true, ...SPECIALTY_TEXT })
  specialties!: string[];

  @IsObject() @ValidateNested() @Type(() => FormulaDto)
  formula!: FormulaDto;

  @IsArray() @ArrayMaxSize(30) @ValidateNested({ each: true }) @Type(() => CriterionDto)
  criteria!: CriterionDto[];

  /** Substantial requirements; a bid that does not meet one is rejected. */
  @IsOptional() @trimmedAll @IsArray() @ArrayMaxSize(20) @ArrayUnique() @IsString({ each: true }) @Length(4, 500, { each: true })
  substantial?: string[];

  /** How long a bid must bind; null: not asked. */
  @IsOptional() @IsInt() @Min(1) @Max(365)
  validityDays?: number | null;

  /** The highest price that is accepted; null: none, under the law on government procurement the budget. */
  @IsOptional() @IsString() @Matches(/^\d{1,12}(\.\d{1,2})?$/, { message: '请填写金额，最多两位小数 | An amount with at most two decimals' })
  ceilingYuan?: string | null;

  /** Days the committee has for scoring once it is complete. */
  @IsInt() @Min(1) @Max(30)
  scoringDays!: number;
}

export class RepresentativeDto {
  @trimmed @IsString() @Length(2, 50)
  name!: string;

  @trimmed @IsString() @Length(2, 50)
  title!: string;

  @trimmed @IsEmail({}, { message: '请填写邮箱，例如 name@example.cn | A mailbox, e.g. name@example.cn' }) @MaxLength(200)
  email!: string;
}

export class DrawDto {
  /** The enterprise's own members; left out when a vacancy of an expert is filled. */
  @IsOptional() @IsArray() @ArrayMaxSize(5) @ValidateNested({ each: true }) @Type(() => RepresentativeDto)
  representatives?: RepresentativeDto[];
}

export class EvaluationReasonDto {
  @trimmed @IsString() @Length(4, 1000)
  reason!: string;
}

export class DeclarationDto {
  /** `none`: no interest in any party; `conflict`: steps back; `unavailable`: cannot take part. */
  @IsIn(['none', 'conflict', 'unavailable'])
  declaration!: 'none' | 'conflict' | 'unavailable';

  /** At least four characters when stepping back. */
  @IsOptional() @trimmed @IsString() @Length(4, 500)
  reason?: string;
}

export class ScoreDto {
  @IsUUID()
  bidId!: string;

  @IsUUID()
  criterionId!: string;

  @IsString() @Matches(/^\d{1,3}(\.\d)?$/, { message: '请填写数字，最多一位小数 | A number with at most one decimal' })
  score!: string;

  @trimmed @IsString() @MaxLength(500)
  reason!: string;
}

export class PriceVoteDto {
  @IsUUID()
  bidId!: string;

  @IsBoolean()
  reasonable!: boolean;

  @trimmed @IsString() @MaxLength(500)
  reason!: string;
}

export class SheetDto {
  @IsArray() @ArrayMaxSize(30_000) @ValidateNested({ each: true }) @Type(() => ScoreDto)
  scores!: ScoreDto[];

  @IsArray() @ArrayMaxSize(1000) @ValidateNested({ each: true }) @Type(() => PriceVoteDto)
  priceVotes!: PriceVoteDto[];

  /** The member's opinion as a whole. */
  @trimmed @IsString() @MaxLength(2000)
  comment!: string;

  /** true hands the sheet in (it can be corrected until all are in); false only saves it. */
  @IsBoolean()
  handIn!: boolean;
}

export class ExplanationDto {
  @trimmed @IsString() @Length(10, 5000)
  text!: string;
}

export class ObjectionDto {
  @trimmed @IsString() @Length(10, 5000)
  text!: string;
}

export class ObjectionAnswerDto {
  @trimmed @IsString() @Length(10, 5000)
  text!: string;

  @IsBoolean()
  upheld!: boolean;

  /** What an upheld objection leads to: `correct` the same panel scores named criteria again, `reevaluate` another panel judges, `next` the next candidate moves up, `retender` the procurement ends. */
  @IsOptional() @IsIn(['correct', 'reevaluate', 'next', 'retender'])
  remedy?: Remedy | null;

  /** With `correct`: the criteria that are scored again. */
  @IsOptional() @IsArray() @ArrayMaxSize(30) @ArrayUnique() @IsUUID(undefined, { each: true })
  criterionIds?: string[];

  /** With `next`: the candidate that is taken off the list. */
  @IsOptional() @IsUUID()
  excludesBidId?: string | null;
}

export class CandidateAwardDto {
  @IsUUID()
  bidId!: string;

  /** At least 10 characters when it is not the first candidate. */
  @trimmed @IsString() @MaxLength(1000)
  reason!: string;
}

export class CandidateListQuery extends PageQuery {
  /** Only those whose publicity is running. */
  @IsOptional() @IsIn(['true', 'false'])
  running?: 'true' | 'false';

  @IsOptional() @trimmed @IsString() @Length(2, 50)
  q?: string;
}
