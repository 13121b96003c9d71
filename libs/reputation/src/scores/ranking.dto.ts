import { Transform } from 'class-transformer';
import { OmitType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { PageQuery } from '@huanbao/platform';

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

export class RankingQuery extends PageQuery {
  /** A kind of service or a service of the catalogue; left out: all work. */
  @IsOptional() @IsString() @Matches(/^[a-z][a-z0-9-]{2,59}$/) scope?: string;
  /** Adcode of a place that the firm serves. */
  @IsOptional() @Matches(/^\d{2,6}$/, { message: '请填写行政区划代码，例如 141181 | An adcode such as 141181' }) region?: string;
  /** Fragment of the firm's name; places stay those of the whole list. */
  @IsOptional() @trimmed @IsString() @Length(2, 50) q?: string;
  @IsOptional() @IsIn(['medium', 'high']) confidence?: 'medium' | 'high';
}

export class RankingExportQuery extends OmitType(RankingQuery, ['cursor', 'limit']) {}

export class FirmRatingsQuery extends PageQuery {}
