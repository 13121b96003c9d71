import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, Idempotent, IdParam, IfMatch } from '@huanbao/platform';
import { CorrectionViews, messageView } from './corrections/correction.views';
import { CorrectionRounds } from './corrections/correction-rounds.service';
import { PauseService } from './clock/pause.service';
import { AnswerCorrectionDto, ExportQueryDto, HandOverDto, OwnQueryDto, PauseDto, PermitSecondCorrectionDto, QueueCountsQueryDto, QueueQueryDto, ResumeDto, WhatIfPauseDto } from './dto/case.dto';
import { CaseEngine } from './engine/case-engine';
import { machineOf } from './machine/machine';
import {
  CaseDetailView,
  CasePageView,
  ClockView,
  ColleagueView,
  CorrectionMessageView,
  CorrectionRoundView,
  NoticeView,
  OwnCountsView,
  PausePreviewView,
  QueueCountsView,
  WaitingCountsView,
} from './views/case.view';
import { CaseViews } from './views/case-views';
import { CasesQuery } from './views/cases.query';
import { Waiting } from './views/waiting';
import { clockView } from './views/clock.view';
import { QueueExport } from './views/queue-export';


/** Cases of every kind: queues, progress, claims, clocks and corrections. The steps themselves are routes of their capability. */
@Controller('cases')
export class CasesController {
  constructor(
    private readonly engine: CaseEngine,
    private readonly views: CaseViews,
    private readonly cases: CasesQuery,
    private readonly wait: Waiting,
    private readonly pauses: PauseService,
    private readonly rounds: CorrectionRounds,
    private readonly corrections: CorrectionViews,
    private readonly exports: QueueExport,
  ) {}

  /** The officers' queue of their regions. */
  @Get() @Allow('case.queue')
  queue(@CurrentActor() actor: Actor, @Query() query: QueueQueryDto): Promise<CasePageView> {
    return this.cases.queue(actor, query);
  }

  /** Badges of the queue's tabs. */
  @Get('counts') @Allow('case.queue')
  counts(@CurrentActor() actor: Actor, @Query() query: QueueCountsQueryDto): Promise<QueueCountsView> {
    return this.cases.queueCounts(actor, query);
  }

  /** How many of each kind wait at the officer's posts: badges of the menu. */
  @Get('waiting') @Allow('case.queue')
  waiting(@CurrentActor() actor: Actor): Promise<WaitingCountsView> {
    return this.wait.office(actor);
  }

  /** The queue as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('export') @Allow('case.export')
  async export(@CurrentActor() actor: Actor, @Query() query: ExportQueryDto): Promise<StreamableFile> {
    const csv = query.format === 'csv';
    const type = csv ? 'text/csv; charset=utf-8' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    return new StreamableFile(await this.exports.open(actor, query), { type, disposition: `attachment; filename="cases.${csv ? 'csv' : 'xlsx'}"` });
  }

  /** The applicant's own cases and those of organisations that gave it a mandate. */
  @Get('own') @Allow('case.list-own')
  own(@CurrentActor() actor: Actor, @Query() query: OwnQueryDto): Promise<CasePageView> {
    return this.cases.own(actor, query);
  }

  /** How many of each kind wait for the reader's organisation and those it acts for: badges of the menu. */
  @Get('own/waiting') @Allow('case.list-own')
  ownWaiting(@CurrentActor() actor: Actor): Promise<WaitingCountsView> {
    return this.wait.party(actor);
  }

  @Get('own/counts') @Allow('case.list-own')
  ownCounts(@CurrentActor() actor: Actor): Promise<OwnCountsView> {
    return this.cases.ownCounts(actor);
  }

  /** One case with timeline, clocks, corrections, notices, decision, and who holds the ball. */
  @Get(':id') @Allow('case.read')
  show(@CurrentActor() actor: Actor, @IdParam() caseId: string): Promise<CaseDetailView> {
    return this.views.detail(caseId, actor);
  }

  /** Takes an unclaimed case. */
  @Post(':id/claim') @HttpCode(200) @Allow('case.claim')
  async claim(@CurrentActor() actor: Actor, @IdParam() caseId: string): Promise<CaseDetailView> {
    await this.engine.claim(caseId, actor);
    return this.views.detail(caseId, actor);
  }

  /** Puts a case back into the queue. */
  @Post(':id/release') @HttpCode(200) @Allow('case.release')
  async release(@CurrentActor() actor: Actor, @IdParam() caseId: string): Promise<CaseDetailView> {
    await this.engine.release(caseId, actor);
    return this.views.detail(caseId, actor);
  }

  /** Gives a case to a colleague, with the reason. */
  @Post(':id/hand-over') @HttpCode(200) @Allow('case.hand-over')
  async handOver(@CurrentActor() actor: Actor, @IdParam() caseId: string, @Body() body: HandOverDto): Promise<CaseDetailView> {
    await this.engine.handOver(caseId, body.toUserId, { actor, reason: body.reason });
    return this.views.detail(caseId, actor);
  }

  /** Officers the case can be handed over to. */
  @Get(':id/colleagues') @Allow('case.hand-over')
  async colleagues(@CurrentActor() actor: Actor, @IdParam() caseId: string): Promise<ColleagueView[]> {
    return (await this.engine.colleagues(caseId, actor)).map(one => ({ ...one }));
  }

  /** Stops the clock on a lawful ground. */
  @Post(':id/pause') @HttpCode(200) @Allow('case.pause')
  async pause(@CurrentActor() actor: Actor, @IdParam() caseId: string, @IfMatch() expectedVersion: number, @Body() body: PauseDto): Promise<CaseDetailView> {
    await this.engine.pause(caseId, { ...body, actor, expectedVersion });
    return this.views.detail(caseId, actor);
  }

  /** Lets the clock go on. */
  @Post(':id/resume') @HttpCode(200) @Allow('case.resume')
  async resume(@CurrentActor() actor: Actor, @IdParam() caseId: string, @IfMatch() expectedVersion: number, @Body() body: ResumeDto): Promise<CaseDetailView> {
    await this.engine.resume(caseId, { ...body, actor, expectedVersion });
    return this.views.detail(caseId, actor);
  }

  /** What a pause would do to the last day, before it is made. */
  @Get(':id/what-if-pause') @Allow('case.read')
  async whatIfPause(@CurrentActor() actor: Actor, @IdParam() caseId: string, @Query() query: WhatIfPauseDto): Promise<PausePreviewView> {
    const preview = await this.engine.whatIfPause(caseId, actor, query);
    return { ...preview, grounds: preview.grounds.map(ground => ({ ...ground })) };
  }

  /** Every clock of the case, entry by entry, with articles and papers. */
  @Get(':id/clocks') @Allow('case.read')
  async clocks(@CurrentActor() actor: Actor, @IdParam() caseId: string): Promise<ClockView[]> {
    const c = await this.views.visible(caseId, actor);
    return (await this.pauses.explain(caseId, actor)).map(reading => clockView(machineOf(c.kind), reading));
  }

  /** Every 补正 round with items, threads and differences. */
  @Get(':id/corrections') @Allow('case.read')
  async listCorrections(@CurrentActor() actor: Actor, @IdParam() caseId: string): Promise<CorrectionRoundView[]> {
    await this.views.visible(caseId, actor);
    return this.corrections.rounds(caseId);
  }

  /** A message under one item; both sides may write while the round is open. */
  @Post(':id/corrections/items/:itemId/messages') @Idempotent() @Allow('case.answer-correction')
  async answer(@CurrentActor() actor: Actor, @IdParam() caseId: string, @IdParam('itemId') itemId: string, @Body() body: AnswerCorrectionDto): Promise<CorrectionMessageView> {
    return messageView(await this.engine.answerCorrection(caseId, itemId, { actor, ...body }));
  }

  /** A supervisor allows the next round to ask again about unchanged content. */
  @Post(':id/corrections/permit-second') @HttpCode(200) @Allow('case.permit-second-correction')
  async permitSecond(@CurrentActor() actor: Actor, @IdParam() caseId: string, @Body() body: PermitSecondCorrectionDto): Promise<CaseDetailView> {
    await this.rounds.permitSecond(caseId, actor, body.reason);
    return this.views.detail(caseId, actor);
  }

  @Get(':id/notices') @Allow('case.read')
  async notices(@CurrentActor() actor: Actor, @IdParam() caseId: string): Promise<NoticeView[]> {
    return (await this.views.detail(caseId, actor)).notices;
  }
}
