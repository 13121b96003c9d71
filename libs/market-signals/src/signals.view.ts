import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { OmitType } from '@nestjs/swagger';
import { PageQuery } from '@huanbao/platform';
import { SIGNAL_CODES, type SignalCode, type Strength } from './detect/signal';
import type { CollusionStep, SuspicionState } from './signals.entity';

const CODES = Object.keys(SIGNAL_CODES) as SignalCode[];
const STRENGTHS = ['strong', 'medium', 'weak'] as const;
const SORTS = ['at', '-at', 'strength', '-strength'] as const;
const STATES = ['open', 'dismissed', 'followed'] as const;
const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

export class CollusionListDto extends PageQuery {
  @IsOptional() @IsIn(STATES) state?: SuspicionState;
  @IsOptional() @IsIn(STRENGTHS) strength?: Strength;
  @IsOptional() @IsIn(CODES) code?: SignalCode;
  /** One firm among those concerned. */
  @IsOptional() @IsUUID() firmId?: string;
  /** From two characters: task, number, enterprise or firm. */
  @IsOptional() @trimmed @IsString() @Length(2, 60) q?: string;
  /** `at` when found, `strength`; with `-` the other way round. */
  @IsOptional() @IsIn(SORTS) sort?: (typeof SORTS)[number];
}

export class CollusionExportDto extends OmitType(CollusionListDto, ['cursor', 'limit']) {}

export class CollusionReasonDto {
  /** Why it is nothing, or what is done about it. */
  @trimmed @IsString() @Length(5, 1000) reason!: string;
}

export class CollusionCodeView {
  code!: SignalCode;
  zh!: string;
  en!: string;
}

export class CollusionItemView {
  id!: string;
  taskId!: string;
  taskNumber!: string;
  taskTitle!: string;
  enterpriseName!: string;
  firmNames!: string[];
  codes!: CollusionCodeView[];
  strength!: Strength;
  state!: SuspicionState;
  foundAt!: Date;
  decidedByName!: string | null;
  decidedAt!: Date | null;
}

export class CollusionPageView {
  items!: CollusionItemView[];
  nextCursor!: string | null;
}

export class CollusionSideView {
  firmId!: string;
  firmName!: string;
  zh!: string;
  en!: string;
}

export class CollusionSignalView {
  id!: string;
  code!: SignalCode;
  titleZh!: string;
  titleEn!: string;
  strength!: Strength;
  /** What was found, in one sentence. */
  measureZh!: string;
  measureEn!: string;
  /** What it may mean, and what else. */
  whyZh!: string;
  whyEn!: string;
  legalBasis!: string;
  compared!: CollusionSideView[];
  foundAt!: Date;
}

export class CollusionEventView {
  id!: string;
  at!: Date;
  kind!: CollusionStep;
  actorName!: string;
  zh!: string;
  en!: string;
}

export class CollusionView extends CollusionItemView {
  decisionReason!: string | null;
  version!: number;
  signals!: CollusionSignalView[];
  history!: CollusionEventView[];
  /** The numbers from which likeness counts stand in no law and nobody has compared them yet. */
  thresholdsVerified!: boolean;
  actions!: string[];
}
