import { OmitType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { PageQuery, trimmed } from '@huanbao/platform';
import { BID_OUTCOMES, type BidOutcome } from './bids.view';

export const BID_ORDERS = ['rank', '-rank', 'price', '-price', 'firm', '-firm'] as const;
export type BidOrder = (typeof BID_ORDERS)[number];

export class JudgedBidListQuery extends PageQuery {
  /** Fragment of the firm's name. */
  @IsOptional() @trimmed @IsString() @Length(1, 50)
  q?: string;

  @IsOptional() @IsIn(BID_OUTCOMES)
  outcome?: BidOutcome;

  @IsOptional() @IsIn(BID_ORDERS)
  sort?: BidOrder;
}

export class JudgedBidExportQuery extends OmitType(JudgedBidListQuery, ['cursor', 'limit']) {}
