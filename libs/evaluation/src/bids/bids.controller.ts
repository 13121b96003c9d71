import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam } from '@huanbao/platform';
import { JudgedBidExportQuery, JudgedBidListQuery } from './bids.dto';
import { JudgedBids } from './bids.queries';
import { JudgedBidDetailView, JudgedBidPage } from './bids.view';

/** The bids of a task as they were judged: a bidder sees the own one. */
@Controller('service-tasks/:id/evaluation/bids')
export class JudgedBidsController {
  constructor(private readonly bids: JudgedBids) {}

  @Get() @Allow('evaluation.read')
  list(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() query: JudgedBidListQuery): Promise<JudgedBidPage> {
    return this.bids.list(actor, id, query);
  }

  @Get('export') @Allow('evaluation.read')
  export(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() query: JudgedBidExportQuery): Promise<StreamableFile> {
    return this.bids.export(actor, id, query);
  }

  @Get(':bidId') @Allow('evaluation.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('bidId') bidId: string): Promise<JudgedBidDetailView> {
    return this.bids.one(actor, id, bidId);
  }
}
