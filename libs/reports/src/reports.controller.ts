import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { fieldView } from '@huanbao/permits';
import { Actor, Allow, CurrentActor, Idempotent, IdParam, IfMatch, PageQuery } from '@huanbao/platform';
import { CheckRuns } from './checking/check-runs.service';
import { AcceptReportDto, AmendReportDto, BeginReportDto, CompletePartDto, ExplainFindingDto, RefreshReportDto, ReportChangesDto, ReportCommitmentDto, ReportCopyDto, ReportExportDto, ReportFormDto, ReportListDto, ReturnReportDto, SaveReportPartDto } from './dto/report.dto';
import { partsOf } from './form/form';
import { REPORT_FORM_VERSION } from './form/part';
import { REPORT_COMMITMENT } from './handing/commitment';
import { ReportSubmission } from './handing/submission.service';
import { ReportDecision } from './officers/decision.service';
import { ReportPdf } from './open/report-pdf';
import { ReportQueries } from './reading/report.queries';
import { ReportsToWrite } from './reading/to-write.queries';
import { differenceView, partView, ReportViews } from './reading/report-views';
import { ReportChangesView, ReportCheckResultView, ReportFormView, ReportNewsView, ReportPageView, ReportPartView, ReportPrintView, ReportToWritePageView, ReportView } from './views/report.view';
import { BeginReport } from './writing/begin.service';
import { DiscardReport } from './writing/discard.service';
import { PartsService } from './writing/parts.service';
import { type PartNews, RefreshService } from './writing/refresh.service';
import { WithdrawAmendment } from './writing/withdraw-amendment.service';

/** The field tables of the reports. */
@Controller('execution-report-forms')
export class ReportFormsController {
  @Get() @Allow('execution-report.list')
  form(@Query() { kind }: ReportFormDto): ReportFormView {
    const parts = partsOf(kind).map(({ key, title, intro, fields }) => ({ key, title: { ...title }, intro: { ...intro }, fields: fields.map(fieldView) }));
    return { formVersion: REPORT_FORM_VERSION, kind, parts, commitment: REPORT_COMMITMENT };
  }
}

/** What is still to be written. */
@Controller('execution-reports')
export class ReportsToWriteController {
  constructor(private readonly waiting: ReportsToWrite) {}

  /** Reports that are due and that nobody has begun, the earliest due first. */
  @Get('to-write') @Allow('execution-report.create')
  toWrite(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<ReportToWritePageView> {
    return this.waiting.list(actor, query);
  }
}

/** 执行报告 as they are written, signed and handed in. */
@Controller('execution-reports')
export class ReportsController {
  constructor(
    private readonly begin: BeginReport,
    private readonly parts: PartsService,
    private readonly news: RefreshService,
    private readonly checks: CheckRuns,
    private readonly submission: ReportSubmission,
    private readonly queries: ReportQueries,
    private readonly views: ReportViews,
    private readonly pdf: ReportPdf,
    private readonly drafts: DiscardReport,
    private readonly amendments: WithdrawAmendment,
  ) {}

  /** Reports you may read; for the bureau what was handed in in its region. */
  @Get() @Allow('execution-report.list')
  list(@CurrentActor() actor: Actor, @Query() query: ReportListDto): Promise<ReportPageView> {
    return this.queries.list(actor, query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('export') @Allow('execution-report.list')
  export(@CurrentActor() actor: Actor, @Query() query: ReportExportDto): Promise<StreamableFile> {
    return this.queries.export(actor, query);
  }

  /** Begins the report of a duty, prefilled. A second one answers 409 `report.exists` with `reportId`. */
  @Post() @Allow('execution-report.create') @Idempotent()
  async create(@CurrentActor() actor: Actor, @Body() { dutyId }: BeginReportDto): Promise<ReportView> {
    return this.views.detail(actor, (await this.begin.begin(actor, dutyId)).id);
  }

  @Get(':id') @Allow('execution-report.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ReportView> {
    return this.views.detail(actor, id);
  }

  /** Throws a draft away that was never handed in; its duty stays open and can be begun anew. */
  @Delete(':id') @Allow('execution-report.discard') @HttpCode(204)
  discard(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<void> {
    return this.drafts.discard(actor, id);
  }

  /** The whole report in words, as it is or as it was handed in. */
  @Get(':id/print') @Allow('execution-report.read')
  print(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() { revision }: ReportCopyDto): Promise<ReportPrintView> {
    return this.views.print(actor, id, revision);
  }

  @Get(':id/pdf') @Allow('execution-report.read')
  file(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() { revision }: ReportCopyDto): Promise<StreamableFile> {
    return this.pdf.ofReport(actor, id, revision);
  }

  /** Old → new between two copies that were handed in. */
  @Get(':id/changes') @Allow('execution-report.read')
  changes(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() query: ReportChangesDto): Promise<ReportChangesView> {
    return this.views.changes(actor, id, query);
  }

  @Get(':id/parts/:part') @Allow('execution-report.read')
  async part(@CurrentActor() actor: Actor, @IdParam() id: string, @Param('part') key: string): Promise<ReportPartView> {
    return this.views.partFor(actor, await this.parts.read(actor, id, key));
  }

  /** Autosave of one part; `If-Match` carries the part's version. */
  @Patch(':id/parts/:part') @Allow('execution-report.edit')
  async save(@CurrentActor() actor: Actor, @IdParam() id: string, @Param('part') key: string, @IfMatch() version: number, @Body() input: SaveReportPartDto): Promise<ReportPartView> {
    const saved = await this.parts.save(actor, id, key, { input, version });
    return partView(await this.views.detail(actor, id), saved);
  }

  /** 本部分是否填写完成？ Answers 400 with every problem of the part when it is not. */
  @Post(':id/parts/:part/complete') @Allow('execution-report.edit') @HttpCode(200)
  async complete(@CurrentActor() actor: Actor, @IdParam() id: string, @Param('part') key: string, @IfMatch() version: number, @Body() { done }: CompletePartDto): Promise<ReportPartView> {
    const saved = await this.parts.complete(actor, id, key, { done, version });
    return partView(await this.views.detail(actor, id), saved);
  }

  /** What taking the platform's newest values would change, and what stays because a person typed it. Nothing is written. */
  @Get(':id/platform-values') @Allow('execution-report.edit')
  async platformValues(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ReportNewsView> {
    return newsView(await this.views.detail(actor, id), await this.news.preview(actor, id));
  }

  /** Takes them over. What a person typed stays unless its place is named. */
  @Post(':id/refresh') @Allow('execution-report.edit') @HttpCode(200)
  async refresh(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() input: RefreshReportDto): Promise<ReportNewsView> {
    return newsView(await this.views.detail(actor, id), await this.news.apply(actor, id, input));
  }

  /** Queues R1–R7; from then on they run again after each edit. */
  @Post(':id/checks') @Allow('execution-report.edit') @HttpCode(202)
  async check(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ReportCheckResultView> {
    await this.checks.request(actor, id);
    return this.views.checked(actor, id);
  }

  @Get(':id/checks/latest') @Allow('execution-report.read')
  checked(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ReportCheckResultView> {
    return this.views.checked(actor, id);
  }

  /** Says why a warning stands; it goes with the report. */
  @Put(':id/findings/:findingId/explanation') @Allow('execution-report.edit')
  async explain(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('findingId') findingId: string, @Body() { text }: ExplainFindingDto): Promise<ReportCheckResultView> {
    await this.checks.explain(actor, id, { findingId, text });
    return this.views.checked(actor, id);
  }

  /** The commitment for the content as it is. A firm may hand in what the enterprise has signed. */
  @Post(':id/commitment') @Allow('execution-report.sign') @HttpCode(200)
  async commit(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { commitment }: ReportCommitmentDto): Promise<ReportView> {
    await this.submission.commit(actor, id, commitment);
    return this.views.detail(actor, id);
  }

  /** Hands it in, or in again. Its duty is done, in time or late. */
  @Post(':id/submit') @Allow('execution-report.submit') @HttpCode(200) @Idempotent()
  async submit(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { commitment }: ReportCommitmentDto): Promise<ReportView> {
    await this.submission.submit(actor, id, commitment);
    return this.views.detail(actor, id);
  }

  /** Opens a report that was handed in for another copy, with the reason. */
  @Post(':id/amend') @Allow('execution-report.amend') @HttpCode(200)
  async amend(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { reason }: AmendReportDto): Promise<ReportView> {
    await this.submission.amend(actor, id, reason);
    return this.views.detail(actor, id);
  }

  /** 撤回更正: the report stands again as it was handed in last; what was typed since is gone. */
  @Post(':id/amend/withdraw') @Allow('execution-report.withdraw-amendment') @HttpCode(200)
  async withdrawAmendment(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ReportView> {
    await this.amendments.withdraw(actor, id);
    return this.views.detail(actor, id);
  }
}

/** The bureau's side: the four qualities, acceptance and return. */
@Controller('execution-reports/:id')
export class ReportDecisionController {
  constructor(
    private readonly decision: ReportDecision,
    private readonly views: ReportViews,
  ) {}

  /** Accepted: 及时、完整、合规、准确. `If-Match` carries the report's version. */
  @Post('accept') @Allow('execution-report.decide') @HttpCode(200)
  async accept(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() { qualities }: AcceptReportDto): Promise<ReportView> {
    await this.decision.accept(actor, id, { qualities, version });
    return this.views.detail(actor, id);
  }

  /** Sent back with the places to correct. */
  @Post('return') @Allow('execution-report.decide') @HttpCode(200)
  async return(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() input: ReturnReportDto): Promise<ReportView> {
    await this.decision.return(actor, id, { input, version });
    return this.views.detail(actor, id);
  }
}

function newsView(report: Pick<ReportView, 'kind'>, news: readonly PartNews[]): ReportNewsView {
  return {
    parts: news.map(({ part, changes, kept, forms, sources }) => ({
      part: part.key, title: { zh: part.title.zh, en: part.title.en }, changes: changes.map(one => differenceView(report, { part, forms, sources }, one)), kept: kept.map(one => differenceView(report, { part, forms, sources }, one)),
    })),
  };
}
