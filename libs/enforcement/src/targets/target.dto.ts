import { OmitType } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { PageQuery } from '@huanbao/platform';
import type { TargetClass } from '../enforcement.entity';
import { trimmed } from '../lists';

export const TARGET_CLASSES = ['key', 'general', 'special'] as const;

export class DrawTargetDto {
  @IsIn(TARGET_CLASSES) targetClass!: TargetClass;
  /** Keys of special facts, as `GET /draw-targets/options` lists them. */
  @IsArray() @ArrayMaxSize(10) @ArrayUnique() @IsString({ each: true }) @Length(2, 40, { each: true }) facts!: string[];
  @trimmed @IsString() @MaxLength(500) note!: string;
}

export class DrawTargetListDto extends PageQuery {
  @IsOptional() @IsIn(TARGET_CLASSES) targetClass?: TargetClass;
  /** With any special fact. */
  @IsOptional() @IsIn(['true']) special?: 'true';
  @IsOptional() @trimmed @IsString() @Length(2, 50) q?: string;
  @IsOptional() @IsIn(['name', '-name']) sort?: 'name' | '-name';
}

export class DrawTargetExportDto extends OmitType(DrawTargetListDto, ['cursor', 'limit']) {}
