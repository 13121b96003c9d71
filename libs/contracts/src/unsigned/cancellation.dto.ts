import { OmitType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { PageQuery } from '@huanbao/platform';
import type { CancellationState } from './cancellation.flow';
import { CANCELLATION_GROUNDS, CancellationGround } from './grounds';

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
const STATES: readonly CancellationState[] = ['noticed', 'withdrawn', 'moot', 'cancelled', 'accepted', 'objected', 'upheld', 'revoked', 'confirmed', 'refused'];

export class AwardReminderDto {
  /** What the firm is asked to do; it reads it. */
  @trimmed @IsString() @Length(4, 1000)
  text!: string;
}

export class NoticeCancellationDto {
  @IsIn(Object.keys(CANCELLATION_GROUNDS))
  ground!: CancellationGround;

  /** The facts; the firm and the bureau read them. */
  @trimmed @IsString() @Length(10, 3000)
  reason!: string;

  /** Uploaded to the contract's proceedings before. */
  @IsArray() @ArrayMaxSize(20) @ArrayUnique() @IsUUID(undefined, { each: true })
  evidenceFileIds!: string[];
}

export class SigningComplaintDto {
  @trimmed @IsString() @Length(10, 3000)
  reason!: string;

  @IsArray() @ArrayMaxSize(20) @ArrayUnique() @IsUUID(undefined, { each: true })
  evidenceFileIds!: string[];
}

export class CancellationStatementDto {
  @trimmed @IsString() @Length(4, 3000)
  text!: string;

  @IsArray() @ArrayMaxSize(20) @ArrayUnique() @IsUUID(undefined, { each: true })
  fileIds!: string[];
}

export class CancellationReasonDto {
  @trimmed @IsString() @Length(4, 2000)
  reason!: string;
}

export class RuleCancellationDto {
  /** `upheld` and `revoked` of a cancellation, `confirmed` and `refused` of a complaint. */
  @IsIn(['upheld', 'revoked', 'confirmed', 'refused'])
  verdict!: 'upheld' | 'revoked' | 'confirmed' | 'refused';

  /** Facts, reasons and articles; both sides read it. */
  @trimmed @IsString() @Length(10, 5000)
  reason!: string;
}

export class CancellationListQuery extends PageQuery {
  @IsOptional() @IsIn(['open', 'ended'])
  tab?: 'open' | 'ended';

  @IsOptional() @IsIn(STATES)
  state?: CancellationState;

  @IsOptional() @IsIn(['cancellation', 'complaint'])
  kind?: 'cancellation' | 'complaint';

  @IsOptional() @IsUUID()
  contractId?: string;

  @IsOptional() @IsUUID()
  taskId?: string;

  /** Fragment of number, title or a side, from two characters. */
  @IsOptional() @trimmed @IsString() @Length(2, 50)
  q?: string;

  @IsOptional() @IsIn(['noticed', '-noticed'])
  sort?: 'noticed' | '-noticed';
}

export class CancellationExportQuery extends OmitType(CancellationListQuery, ['cursor', 'limit']) {}

export class PublicCancellationQuery extends PageQuery {
  @IsOptional() @IsUUID()
  taskId?: string;

  @IsOptional() @trimmed @IsString() @Length(2, 50)
  q?: string;
}
