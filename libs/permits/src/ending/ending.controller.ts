import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Actor, Allow, CurrentActor, Idempotent, IdParam } from '@huanbao/platform';
import { ProposeMeasureDto, RequestDraftDto, RequestDto, SettleMeasureDto, SettleRequestDto } from './ending.dto';
import { EndingGroundsView, MeasureDraftView, PermitCaseView, RequestDraftView } from './ending.view';
import { EndingViews } from './ending.views';
import { MeasureEvidence } from './measure-evidence';
import { MeasuresService } from './measures.service';
import { RequestPapers } from './request-papers';
import { RequestsService } from './requests.service';

/** What begins at a permit: 补领, 注销, 撤销, 吊销, 撤回, 依职权注销. */
@Controller('permits')
export class PermitEndingController {
  constructor(
    private readonly measures: MeasuresService,
    private readonly requests: RequestsService,
    private readonly evidence: MeasureEvidence,
    private readonly papers: RequestPapers,
    private readonly views: EndingViews,
  ) {}

  /** Where the papers of a request are uploaded before it is handed in, and which are needed; begun once and found again. */
  @Post(':id/request-drafts') @Allow('permit-request.submit') @HttpCode(200)
  draft(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: RequestDraftDto): Promise<RequestDraftView> {
    return this.papers.draft(actor, id, input.kind);
  }

  /** The holder asks for 补领 or 注销 with the papers of its draft. One request at a time (409 `permit-request.open`). */
  @Post(':id/requests') @Allow('permit-request.submit') @Idempotent()
  async request(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: RequestDto): Promise<PermitCaseView> {
    const c = await this.requests.submit(actor, id, input);
    return this.views.detail(actor, c.id);
  }

  /** Where the evidence of a measure is uploaded (files of the subject `permit-measure`) before it is proposed; begun once and found again. */
  @Post(':id/measure-drafts') @Allow('permit-measure.propose') @HttpCode(200)
  measureDraft(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<MeasureDraftView> {
    return this.evidence.draft(actor, id);
  }

  /** Tells the holder of 撤销, 吊销, 撤回 or 注销 and gives it the word, unless the ground leaves nobody to be heard; another officer decides. One at a time (409 `permit-measure.open`). */
  @Post(':id/measures') @Allow('permit-measure.propose') @Idempotent()
  async propose(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: ProposeMeasureDto): Promise<PermitCaseView> {
    const c = await this.measures.propose(actor, id, input);
    return this.views.detail(actor, c.id);
  }
}

/** Cases about the end or the loss of a permit. */
@Controller('permit-cases')
export class PermitCasesController {
  constructor(
    private readonly measures: MeasuresService,
    private readonly requests: RequestsService,
    private readonly views: EndingViews,
  ) {}

  /** The grounds of the law, for the forms. */
  @Get('grounds') @Allow('permit-case.read')
  grounds(): EndingGroundsView {
    return this.views.grounds();
  }

  @Get(':id') @Allow('permit-case.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<PermitCaseView> {
    return this.views.detail(actor, id);
  }

  /** The second person: imposes the measure, or drops it. It holds when it is served. */
  @Post(':id/settle') @Allow('permit-measure.decide') @HttpCode(200)
  async settle(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: SettleMeasureDto): Promise<PermitCaseView> {
    await this.measures.settle(actor, id, input);
    return this.views.detail(actor, id);
  }

  /** Carries a request out, or answers with reasons. */
  @Post(':id/answer') @Allow('permit-request.decide') @HttpCode(200)
  async answer(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: SettleRequestDto): Promise<PermitCaseView> {
    await this.requests.settle(actor, id, input);
    return this.views.detail(actor, id);
  }

  @Post(':id/withdraw') @Allow('permit-request.submit') @HttpCode(200)
  async withdraw(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<PermitCaseView> {
    await this.requests.withdraw(actor, id);
    return this.views.detail(actor, id);
  }
}
