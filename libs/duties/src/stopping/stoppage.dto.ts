import { OmitType } from '@nestjs/swagger';
import { PageQuery } from '@huanbao/platform';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { IsDay } from '../calendar/duty.dto';

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

export class StoppageListDto extends PageQuery {
  @IsOptional() @IsUUID()
  permitId?: string;

  @IsOptional() @IsIn(['reported', 'resumed', 'withdrawn'])
  state?: 'reported' | 'resumed' | 'withdrawn';

  @IsOptional() @IsIn(['planned', 'unplanned'])
  kind?: 'planned' | 'unplanned';

  /** Part of the enterprise's name, the site's, or of the number. */
  @IsOptional() @trimmed @IsString() @Length(2, 60)
  q?: string;
}

export class StoppageExportDto extends OmitType(StoppageListDto, ['cursor', 'limit']) {}

export class StoppagePreviewDto {
  @IsUUID()
  permitId!: string;

  @IsIn(['planned', 'unplanned'])
  kind!: 'planned' | 'unplanned';

  /** What stands still in a word; 全厂 or the codes when left out. */
  @IsOptional() @trimmed @IsString() @Length(2, 200)
  scope?: string;

  /** Codes of the form that stand still; the whole site when left out. */
  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(200) @ArrayUnique() @Matches(/^(MF\d{4}|T[AWNS]\d{3})$/, { each: true })
  facilities?: string[];

  /** Outlets that emit nothing meanwhile, for only the stopped facilities feed them; their monitoring is not demanded. None when left out. */
  @IsOptional() @IsArray() @ArrayMaxSize(200) @ArrayUnique() @Matches(/^(D[AW]\d{3}|YS\d{3})$/, { each: true })
  outlets?: string[];

  @IsDay()
  fromOn!: string;

  /** Last day, or the last day expected. */
  @IsOptional() @IsDay()
  toOn?: string;
}

export class ReportStoppageDto extends StoppagePreviewDto {
  @trimmed @IsString() @Length(4, 1000)
  reason!: string;
}

export class ResumeProductionDto {
  /** Last day on which production stood. */
  @IsDay()
  lastDay!: string;

  @trimmed @IsString() @Length(4, 1000)
  note!: string;
}

export class WithdrawStoppageDto {
  @trimmed @IsString() @Length(4, 500)
  reason!: string;
}

export class AskStoppageDto {
  @trimmed @IsString() @Length(4, 1000)
  text!: string;
}

export class AnswerStoppageDto {
  @trimmed @IsString() @Length(4, 1000)
  answer!: string;
}
