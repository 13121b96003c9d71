import { Body, Controller, Get, Post, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, Idempotent, RateLimit } from '@huanbao/platform';
import { BankBatchDto, BankBatchItemQuery, BankBatchListQuery } from './batch.dto';
import { BatchQueries } from './batch.queries';
import { BankBatchItemPageView, BankBatchPageView, BankBatchView } from './batch.view';
import { Batches } from './batches.service';

/** Many enterprises in one question. */
@Controller('bank-batches')
export class BankBatchesController {
  constructor(
    private readonly batches: Batches,
    private readonly queries: BatchQueries,
  ) {}

  @Get() @Allow('bank-query.batch')
  list(@CurrentActor() actor: Actor, @Query() query: BankBatchListQuery): Promise<BankBatchPageView> {
    return this.queries.list(actor, query);
  }

  /** Up to 50 are answered when this returns, up to 10,000 in the background: ask for progress, then for the items. */
  @Post() @Allow('bank-query.batch') @RateLimit('upload') @Idempotent()
  async ask(@CurrentActor() actor: Actor, @Body() body: BankBatchDto): Promise<BankBatchView> {
    return this.queries.detail(actor, await this.batches.ask(actor, body));
  }

  @Get(':id') @Allow('bank-query.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<BankBatchView> {
    return this.queries.detail(actor, id);
  }

  /** Answer or refusal of each, in the order of the question. */
  @Get(':id/items') @Allow('bank-query.read')
  items(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() query: BankBatchItemQuery): Promise<BankBatchItemPageView> {
    return this.queries.items(actor, id, query);
  }

  /** All of them as a spreadsheet, once the batch is done. */
  @Get(':id/export') @Allow('bank-query.read')
  export(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<StreamableFile> {
    return this.queries.export(actor, id);
  }
}
