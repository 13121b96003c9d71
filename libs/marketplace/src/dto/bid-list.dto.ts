import { OmitType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { PageQuery } from '@huanbao/platform';

export class BidListQuery extends PageQuery {
  /** Lowest price first unless said otherwise; what has no price comes last. */
  @IsOptional() @IsIn(['price', '-price', 'received', '-received', 'duration', '-duration'])
  sort?: 'price' | '-price' | 'received' | '-received' | 'duration' | '-duration';

  /** `valid`: counts; `out`: not eligible, or rejected by the panel; `unreadable`: could not be opened. */
  @IsOptional() @IsIn(['valid', 'out', 'unreadable'])
  standing?: 'valid' | 'out' | 'unreadable';

  /** Fragment of the firm's name, from two characters. */
  @IsOptional() @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value)) @IsString() @Length(2, 50)
  q?: string;
}

export class BidExportQuery extends OmitType(BidListQuery, ['cursor', 'limit']) {}
