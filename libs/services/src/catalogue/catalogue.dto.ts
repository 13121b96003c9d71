import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsInt, IsISO8601, IsOptional, IsString, Length, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { LIFE_STAGES, SERVICE_KINDS } from '@huanbao/providers';

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class OptionDto {
  /** A kind of qualification. */
  @trimmed @IsString() @Length(2, 40) kind!: string;
  /** Words of which the scope must hold at least one. */
  @IsOptional() @IsArray() @ArrayMaxSize(20) @IsString({ each: true }) @Length(1, 40, { each: true }) scope?: string[];
}

export class ClauseDto {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(10) @ValidateNested({ each: true }) @Type(() => OptionDto) anyOf!: OptionDto[];
}

export class LegalBasisDto {
  @trimmed @IsString() @Length(2, 120) law!: string;
  @trimmed @IsString() @MaxLength(120) article!: string;
  @IsISO8601({ strict: true }) @Matches(DAY) from!: string;
  @IsOptional() @IsISO8601({ strict: true }) @Matches(DAY) to?: string | null;
  /** Compared with the official text. */
  @IsBoolean() verified!: boolean;
}

/** A service as the bureau writes it; each save is a version. */
export class CatalogueEditDto {
  @trimmed @IsString() @Length(2, 60) titleZh!: string;
  @trimmed @IsString() @Length(2, 120) titleEn!: string;
  @IsBoolean() active!: boolean;
  @trimmed @IsString() @Length(4, 300) purposeZh!: string;
  @trimmed @IsString() @Length(4, 300) purposeEn!: string;
  @trimmed @IsString() @Length(10, 4000) scopeTemplate!: string;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(20) @IsString({ each: true }) @Length(2, 200, { each: true }) deliverables!: string[];
  @IsInt() @Min(1) @Max(3650) durationDays!: number;
  @IsArray() @ArrayMaxSize(10) @ValidateNested({ each: true }) @Type(() => ClauseDto) requirement!: ClauseDto[];
  @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => LegalBasisDto) legalBasis!: LegalBasisDto[];
  /** What was changed and why. */
  @trimmed @IsString() @Length(4, 300) note!: string;
}

export class NewServiceDto extends CatalogueEditDto {
  /** Small letters, digits and hyphens; it stays for ever. */
  @IsString() @Matches(/^[a-z][a-z0-9-]{2,59}$/, { message: '用小写字母、数字和短横线，例如 noise-testing | Small letters, digits and hyphens' }) code!: string;
  @IsIn(SERVICE_KINDS) kind!: (typeof SERVICE_KINDS)[number];
  @IsIn(LIFE_STAGES) stage!: (typeof LIFE_STAGES)[number];
}

export class CatalogueListDto {
  @IsOptional() @IsIn(SERVICE_KINDS) kind?: (typeof SERVICE_KINDS)[number];
  @IsOptional() @IsIn(LIFE_STAGES) stage?: (typeof LIFE_STAGES)[number];
  @IsOptional() @trimmed @IsString() @Length(2, 50) q?: string;
}
