import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Matches, MaxLength, Min, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { SECTION_KEYS, type SectionKey } from '../form/field';
import { OUTLET_PARTS, type OutletPart } from './plan';

const OUTLET = /^D[AW]\d{3}$/;
const OUTLET_WORDS = '请选择排放口，例如 DA001 | Choose an outlet, e.g. DA001.';

/** What is to be copied into the form. */
export class CopyDto {
  /** `record`: the verified record of the enterprise; `permit`: a permit of the enterprise; `outlet`: another outlet of this form. */
  @IsIn(['record', 'permit', 'outlet']) from!: 'record' | 'permit' | 'outlet';
  /** Of `permit`: which one; the permit of the site when left out. */
  @IsOptional() @IsUUID() permitId?: string;
  /** Of `permit`: one section, one of its tables, or the rows of single outlets. */
  @IsOptional() @IsIn([...SECTION_KEYS]) section?: SectionKey;
  @IsOptional() @IsString() @MaxLength(60) table?: string;
  @IsOptional() @IsArray() @ArrayMaxSize(50) @ArrayUnique() @Matches(OUTLET, { each: true, message: OUTLET_WORDS }) codes?: string[];
  /** Of `outlet`: from which one, to which ones, and what. */
  @IsOptional() @Matches(OUTLET, { message: OUTLET_WORDS }) source?: string;
  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(300) @ArrayUnique() @Matches(OUTLET, { each: true, message: OUTLET_WORDS }) targets?: string[];
  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayUnique() @IsIn([...OUTLET_PARTS], { each: true }) parts?: OutletPart[];
}

export class ApplyCopyDto extends CopyDto {
  /** Ids of the preview that are wanted. A typed value is overwritten only when its id is among them. */
  @IsArray() @ArrayMinSize(1, { message: '请勾选要复制的内容 | Tick what is to be copied.' }) @ArrayMaxSize(20_000) @IsString({ each: true }) items!: string[];
  /** As the preview gave them: `air-limits:3,self-monitoring:4`. */
  @IsString() @MaxLength(1000) @Matches(/^[a-z-]+:\d{1,9}(,[a-z-]+:\d{1,9})*$/, { message: '请先预览，再复制 | Look at the preview first.' }) versions!: string;
}

export class RestoredSectionDto {
  @IsIn([...SECTION_KEYS]) section!: SectionKey;
  @IsInt() @Min(1) version!: number;
  @IsObject() data!: Record<string, unknown>;
}

/** The answer of a copy, sent back to take it back at once. */
export class UndoCopyDto {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(19) @ValidateNested({ each: true }) @Type(() => RestoredSectionDto) sections!: RestoredSectionDto[];
}
