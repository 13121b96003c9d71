import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { OmitType } from '@nestjs/swagger';
import { PageQuery } from '@huanbao/platform';
import type { FiledState } from './filed.entity';
import { DELIVERABLE_KINDS, DeliverableKind } from './kinds';

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

export class DeliverableListQuery extends PageQuery {
  @IsOptional() @IsIn(Object.keys(DELIVERABLE_KINDS))
  kind?: DeliverableKind;

  @IsOptional() @IsIn(['kept', 'waiting', 'placed'])
  state?: FiledState;

  /** Those of one task. */
  @IsOptional() @IsUUID()
  taskId?: string;

  /** Fragment of file, task, side or number of the contract, from two characters. */
  @IsOptional() @trimmed @IsString() @Length(2, 50)
  q?: string;

  @IsOptional() @IsIn(['accepted', '-accepted'])
  sort?: 'accepted' | '-accepted';
}

export class DeliverableExportQuery extends OmitType(DeliverableListQuery, ['cursor', 'limit']) {}

export class PlaceDeliverableDto {
  /** A permit of the enterprise that is in force. */
  @IsUUID()
  permitId!: string;
}

export class ResultSheetQuery {
  /** Where the client has several permits in force. */
  @IsOptional() @IsUUID()
  permitId?: string;
}

export class UseDeliverableDto {
  /** A permit application that may still be written. */
  @IsUUID()
  applicationId!: string;

  /** The kind of material it is handed in as. */
  @Matches(/^[a-z][a-z-]{1,39}$/)
  purpose!: string;
}
