import { OmitType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';
import { PageQuery } from '@huanbao/platform';
import { USCC, USCC_TEXT } from '../authorizations/authorization.dto';
import { DAY, DAY_TEXT, trimmed } from '../lists';
import { PURPOSES, type Purpose } from '../scopes';

export class BankQueryDto {
  @trimmed @Matches(USCC, USCC_TEXT)
  uscc!: string;

  /** The bank's own number of the matter; the enterprise reads it. */
  @IsOptional() @trimmed @IsString() @MaxLength(40)
  reference?: string | null;
}

export class BankLookListQuery extends PageQuery {
  /** The other side: the bank for an enterprise, the enterprise for a bank. */
  @IsOptional() @IsUUID()
  bankId?: string;

  @IsOptional() @IsUUID()
  enterpriseId?: string;

  @IsOptional() @IsUUID()
  authorizationId?: string;

  @IsOptional() @IsIn(['page', 'api', 'batch'])
  channel?: 'page' | 'api' | 'batch';

  @IsOptional() @IsIn(PURPOSES)
  purpose?: Purpose;

  /** First day, Asia/Shanghai. */
  @IsOptional() @Matches(DAY, DAY_TEXT)
  from?: string;

  @IsOptional() @Matches(DAY, DAY_TEXT)
  to?: string;

  /** Bank, enterprise, number of the authorisation or the bank's own number. */
  @IsOptional() @trimmed @IsString() @Length(2, 50)
  q?: string;

  @IsOptional() @IsIn(['at', '-at'])
  sort?: 'at' | '-at';
}

export class BankLookExportQuery extends OmitType(BankLookListQuery, ['limit', 'cursor'] as const) {}
