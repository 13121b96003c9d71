import { OmitType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { PageQuery } from '@huanbao/platform';
import type { InspectionKind, InspectionState } from '../enforcement.entity';
import { trimmed } from '../lists';

export class InspectionListDto extends PageQuery {
  @IsOptional() @IsIn(['planned', 'held', 'cancelled']) state?: InspectionState;
  @IsOptional() @IsIn(['random', 'special', 'complaint', 'offsite']) kind?: InspectionKind;
  /** Where the reader is one of the officers. */
  @IsOptional() @IsIn(['true']) mine?: 'true';
  @IsOptional() @IsUUID() drawId?: string;
  @IsOptional() @trimmed @IsString() @Length(2, 50) q?: string;
  @IsOptional() @IsIn(['due', '-due']) sort?: 'due' | '-due';
}

export class InspectionExportDto extends OmitType(InspectionListDto, ['cursor', 'limit']) {}
