import { Body, Controller, Get, Header, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { pdfFile } from '@huanbao/documents';
import { Actor, Allow, CurrentActor, IdParam, Idempotent } from '@huanbao/platform';
import { OwnStatementDto } from '../dto';
import { Executing } from '../executing/executing.service';
import { ReminderWordsDto } from '../executing/execution.dto';
import { PenaltyPaymentDto } from '../performance.dto';
import { OwnPenaltyExportQuery, OwnPenaltyListQuery } from '../lists.dto';
import { Performing } from '../steps/performing.service';
import { Stating } from '../steps/stating.service';
import { OwnPenaltyPageView, OwnPenaltyView } from './own-penalty.view';
import { OwnPenaltyQueries } from './own-penalties.queries';

/** The party's own side: notice and decision once served, its statement, its vouchers. */
@Controller('own-penalties')
export class OwnPenaltiesController {
  constructor(
    private readonly queries: OwnPenaltyQueries,
    private readonly stating: Stating,
    private readonly performing: Performing,
    private readonly executing: Executing,
  ) {}

  @Get() @Allow('own-penalty.list')
  list(@CurrentActor() actor: Actor, @Query() query: OwnPenaltyListQuery): Promise<OwnPenaltyPageView> {
    return this.queries.list(actor, query);
  }

  /** The list as a spreadsheet. Each export is recorded. */
  @Get('export') @Allow('own-penalty.list')
  export(@CurrentActor() actor: Actor, @Query() query: OwnPenaltyExportQuery): Promise<StreamableFile> {
    return this.queries.export(actor, query);
  }

  @Get(':id') @Allow('own-penalty.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<OwnPenaltyView> {
    return this.queries.show(actor, id);
  }

  /** A served paper as PDF. */
  @Get(':id/papers/:paperId') @Allow('own-penalty.read') @Header('cache-control', 'no-store')
  async paper(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('paperId') paperId: string): Promise<StreamableFile> {
    const { paper, pdf } = await this.queries.paper(actor, id, paperId);
    return pdfFile(pdf, `${paper.title} ${paper.number}`);
  }

  /** 陈述申辩, once; without words statement and hearing are given up. */
  @Post(':id/statement') @HttpCode(200) @Allow('own-penalty.state')
  async state(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: OwnStatementDto): Promise<OwnPenaltyView> {
    await this.stating.stateOwn(actor, id, body);
    return this.queries.show(actor, id);
  }

  /** 要求听证. */
  @Post(':id/hearing-request') @HttpCode(200) @Allow('own-penalty.state')
  async askHearing(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<OwnPenaltyView> {
    await this.stating.askOwn(actor, id);
    return this.queries.show(actor, id);
  }

  /** 陈述申辩 upon a reminder, once. */
  @Post(':id/reminder-statement') @HttpCode(200) @Allow('own-penalty.state')
  async stateOnReminder(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: ReminderWordsDto): Promise<OwnPenaltyView> {
    await this.executing.stateOwn(actor, id, body);
    return this.queries.show(actor, id);
  }

  /** A voucher of a payment; it counts when an officer has compared it. */
  @Post(':id/payments') @HttpCode(200) @Allow('own-penalty.pay') @Idempotent()
  async pay(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: PenaltyPaymentDto): Promise<OwnPenaltyView> {
    await this.performing.payOwn(actor, id, body);
    return this.queries.show(actor, id);
  }
}
