import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { PageQuery } from '@huanbao/platform';
import { USCC, USCC_TEXT } from '../authorizations/authorization.dto';
import { trimmed } from '../lists';

export const MOST_ITEMS = 10_000;

export class BankBatchDto {
  /** Credit codes, each once; up to 50 are answered at once, more in the background. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(MOST_ITEMS) @IsString({ each: true }) @Matches(USCC, { ...USCC_TEXT, each: true })
  items!: string[];

  @IsOptional() @trimmed @IsString() @MaxLength(40)
  reference?: string | null;
}

export class BankBatchListQuery extends PageQuery {
  @IsOptional() @IsIn(['waiting', 'running', 'done'])
  state?: 'waiting' | 'running' | 'done';

  /** Number, the bank's own number, or who asked. */
  @IsOptional() @trimmed @IsString() @Length(2, 50)
  q?: string;

  @IsOptional() @IsIn(['created', '-created'])
  sort?: 'created' | '-created';
}


export class BankBatchItemQuery extends PageQuery {
  @IsOptional() @IsIn(['answered', 'refused', 'open'])
  outcome?: 'answered' | 'refused' | 'open';

  @IsOptional() @trimmed @IsString() @Length(2, 18)
  q?: string;
}
