import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, Idempotent, IfMatch } from '@huanbao/platform';
import { AcceptTenderComplaintDto, DecideTenderComplaintDto, TenderComplaintDto, TenderComplaintExportQuery, TenderComplaintListQuery, TenderComplaintReasonDto } from './complaint.dto';
import { TenderComplaintPageView, TenderComplaintView } from './complaint.view';
import { ComplaintQueries } from './complaints.queries';
import { ComplaintsService } from './complaints.service';
import { ComplaintRulings } from './complaint-rulings.service';

/** 投诉 about the answer to an objection. Send the version you saw as If-Match. */
@Controller('tender-complaints')
export class TenderComplaintsController {
  constructor(
    private readonly rulings: ComplaintRulings,
    private readonly queries: ComplaintQueries,
  ) {}

  @Get() @Allow('tender-complaint.list')
  list(@CurrentActor() actor: Actor, @Query() query: TenderComplaintListQuery): Promise<TenderComplaintPageView> {
    return this.queries.list(actor, query);
  }

  /** The list as a spreadsheet. */
  @Get('export') @Allow('tender-complaint.list')
  export(@CurrentActor() actor: Actor, @Query() query: TenderComplaintExportQuery): Promise<StreamableFile> {
    return this.queries.export(actor, query);
  }

  @Get(':id') @Allow('tender-complaint.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<TenderComplaintView> {
    return this.queries.of(actor, id);
  }

  @Post(':id/withdraw') @HttpCode(200) @Allow('tender-complaint.withdraw')
  async withdraw(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { reason }: TenderComplaintReasonDto, @IfMatch() version: number): Promise<TenderComplaintView> {
    await this.rulings.withdraw(actor, { id, version }, reason);
    return this.queries.of(actor, id);
  }

  @Post(':id/accept') @HttpCode(200) @Allow('tender-complaint.handle')
  async accept(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() _body: AcceptTenderComplaintDto, @IfMatch() version: number): Promise<TenderComplaintView> {
    await this.rulings.accept(actor, { id, version });
    return this.queries.of(actor, id);
  }

  @Post(':id/refuse') @HttpCode(200) @Allow('tender-complaint.handle')
  async refuse(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { reason }: TenderComplaintReasonDto, @IfMatch() version: number): Promise<TenderComplaintView> {
    await this.rulings.refuse(actor, { id, version }, reason);
    return this.queries.of(actor, id);
  }

  /** The procedure stands still. */
  @Post(':id/suspend') @HttpCode(200) @Allow('tender-complaint.handle')
  async suspend(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { reason }: TenderComplaintReasonDto, @IfMatch() version: number): Promise<TenderComplaintView> {
    await this.rulings.suspend(actor, { id, version }, reason);
    return this.queries.of(actor, id);
  }

  @Post(':id/lift') @HttpCode(200) @Allow('tender-complaint.handle')
  async lift(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { reason }: TenderComplaintReasonDto, @IfMatch() version: number): Promise<TenderComplaintView> {
    await this.rulings.lift(actor, { id, version }, reason);
    return this.queries.of(actor, id);
  }

  @Post(':id/decide') @HttpCode(200) @Allow('tender-complaint.handle')
  async decide(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: DecideTenderComplaintDto, @IfMatch() version: number): Promise<TenderComplaintView> {
    await this.rulings.decide(actor, { id, version }, body);
    return this.queries.of(actor, id);
  }
}

@Controller('service-tasks/:id/evaluation/complaints')
export class EvaluationComplaintsController {
  constructor(
    private readonly complaints: ComplaintsService,
    private readonly queries: ComplaintQueries,
  ) {}

  /** A bidder complains to the bureau about the answer to its objection, or about none in time. */
  @Post() @Allow('evaluation.complain') @Idempotent()
  async lodge(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: TenderComplaintDto): Promise<TenderComplaintView> {
    return this.queries.of(actor, await this.complaints.lodge(actor, id, body));
  }
}
