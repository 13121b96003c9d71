import { OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsISO8601, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';
import { PageQuery } from '@huanbao/platform';
import type { DrawState, TargetClass } from '../enforcement.entity';
import { DAY, DAY_TEXT, HEX, HEX_TEXT, trimmed } from '../lists';
import { TARGET_CLASSES } from '../targets/target.dto';

const MOST = 5000;
export const DRAW_STATES = ['announced', 'drawn', 'cancelled'] as const;

export class AnnounceDrawDto {
  @trimmed @IsString() @Length(4, 100) title!: string;
  /** The visits are held between these days, of one year. */
  @IsISO8601({ strict: true }, DAY_TEXT) @Matches(DAY, DAY_TEXT) periodFrom!: string;
  @IsISO8601({ strict: true }, DAY_TEXT) @Matches(DAY, DAY_TEXT) periodTo!: string;
  @Type(() => Number) @IsInt() @Min(0) @Max(MOST) wantKey!: number;
  @Type(() => Number) @IsInt() @Min(0) @Max(MOST) wantGeneral!: number;
  @Type(() => Number) @IsInt() @Min(0) @Max(MOST) wantSpecial!: number;
  /** The public value of a later day on which the seed rests, e.g. the numbers of a lottery. Nobody knows it yet, everybody can look it up. */
  @trimmed @IsString() @Length(4, 100) publicSource!: string;
  /** The day of that value, after the announcement. */
  @IsISO8601({ strict: true }, DAY_TEXT) @Matches(DAY, DAY_TEXT) publicOn!: string;
}

export class MakeDrawDto {
  /** The public value that was named in the announcement. */
  @IsOptional() @trimmed @IsString() @Length(1, 200) publicValue?: string | null;
  /** Of a draw announced before 2026-11-30 whose seed somebody outside kept. */
  @IsOptional() @Matches(HEX, HEX_TEXT) seed?: string | null;
}

export class InspectionDrawListDto extends PageQuery {
  @IsOptional() @IsIn(DRAW_STATES) state?: DrawState;
  @IsOptional() @trimmed @IsString() @Length(2, 50) q?: string;
  @IsOptional() @IsIn(['at', '-at']) sort?: 'at' | '-at';
}

export class InspectionDrawExportDto extends OmitType(InspectionDrawListDto, ['cursor', 'limit']) {}

export class DrawCandidateListDto extends PageQuery {
  /** `drawn`: drawn; `waiting`: could be drawn and was not; `out`: left out. */
  @IsOptional() @IsIn(['drawn', 'waiting', 'out']) outcome?: 'drawn' | 'waiting' | 'out';
  @IsOptional() @IsIn(TARGET_CLASSES) targetClass?: TargetClass;
  @IsOptional() @trimmed @IsString() @Length(2, 50) q?: string;
}

export class DrawCandidateExportDto extends OmitType(DrawCandidateListDto, ['cursor', 'limit']) {}
