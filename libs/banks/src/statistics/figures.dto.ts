import { IsOptional, IsUUID, Matches } from 'class-validator';
import { DAY, DAY_TEXT } from '../lists';

export class BankFiguresQuery {
  @IsOptional() @Matches(DAY, DAY_TEXT)
  from?: string;

  @IsOptional() @Matches(DAY, DAY_TEXT)
  to?: string;

  @IsOptional() @IsUUID()
  bankId?: string;
}
