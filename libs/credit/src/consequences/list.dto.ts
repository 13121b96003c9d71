import { OmitType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { PageQuery } from '@huanbao/platform';
import { trimmed } from '../entries/entry.dto';
import { Measure, MEASURES } from './shipped';

export class CreditListDto extends PageQuery {
  @IsOptional() @IsIn(MEASURES) measure?: Measure;
  /** `stop`, `strict`, `list`; left out: all that the measure says something of. */
  @IsOptional() @IsIn(['stop', 'strict', 'list']) value?: string;
  @IsOptional() @trimmed @IsString() @Length(2, 50) q?: string;
  @IsOptional() @IsIn(['name', '-name']) sort?: 'name' | '-name';
}

export class CreditListExportDto extends OmitType(CreditListDto, ['cursor', 'limit']) {}

/** A subject on the list of a measure, with the rule that puts it there. */
export class CreditListItemView {
  id!: string;
  name!: string;
  uscc!: string | null;
  gradeTitle!: string;
  colour!: string;
  gradeSince!: string;
  measure!: string;
  measureTitle!: string;
  value!: string;
  unit!: string;
  legalBasis!: string;
  verified!: boolean;
}

export class CreditListPage {
  items!: CreditListItemView[];
  nextCursor!: string | null;
}
