import { OmitType } from '@nestjs/swagger';
import { PageQuery, trimmed } from '@huanbao/platform';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';

export const STANDINGS = ['valid', 'expired', 'ended'] as const;
export const PERMIT_SORTS = ['newest', 'name', '-name', 'validTo', '-validTo'] as const;

/** Permits with their records. */
export class LedgerListDto extends PageQuery {
  /** Part of the name of the enterprise or the site, or of the number. */
  @IsOptional() @trimmed @IsString() @Length(2, 60)
  q?: string;

  /** How the permit stands today; `ended`: revoked, forfeited, withdrawn or cancelled. */
  @IsOptional() @IsIn(STANDINGS)
  standing?: (typeof STANDINGS)[number];

  /** The newest permits first (by default), by the enterprise's name or by the last day of validity. */
  @IsOptional() @IsIn(PERMIT_SORTS)
  sort?: (typeof PERMIT_SORTS)[number];
}

export class LedgerListExportDto extends OmitType(LedgerListDto, ['cursor', 'limit']) {}

export class MonitoringListDto extends LedgerListDto {
  /** `open`: results above the limit that nobody has explained yet; `none`: no such results. */
  @IsOptional() @IsIn(['open', 'none'])
  exceedances?: 'open' | 'none';
}

export class MonitoringListExportDto extends OmitType(MonitoringListDto, ['cursor', 'limit']) {}
