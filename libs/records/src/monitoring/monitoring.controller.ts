import { Body, Controller, Get, HttpCode, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiConsumes } from '@nestjs/swagger';
import { Actor, Allow, CurrentActor, IdParam, Idempotent, IfMatch, PageQuery, Public, RateLimit } from '@huanbao/platform';
import { MonitoringListDto, MonitoringListExportDto } from '../access/permit-list.dto';
import { PermitRecords } from '../access/permit-records';
import { RecordPermits } from '../access/record-permits.service';
import { BatchOutcomeView } from '../ledger/ledger.view';
import { monitoringPolicy } from '../records.policy';
import { type SheetRequest, uploadOf } from '@huanbao/sheets';
import { SheetOutcomeView } from '../access/sheet.view';
import { MonitoringSheet } from './monitoring-sheet';
import { Exceedances } from './exceedances.service';
import { CorrectResultDto, ExceedanceExportDto, ExceedanceListDto, ExplainDto, PublicResultExportDto, PublicResultListDto, ResultBatchDto, ResultDto, ResultExportDto, ResultListDto, YearDto } from './monitoring.dto';
import { MonitoringExport } from './monitoring.export';
import { MonitoringQueries } from './monitoring.queries';
import { MonitoringService } from './monitoring.service';
import { PublicResults } from './public-results';
import { ReportSheets } from './report-sheet';
import { ResultSheetView } from './report-sheet.view';
import { MonitoringReports } from './reports.service';
import { MonitoringReportPageView } from './report.view';
import { ExceedancePageView, exceedanceView, ExceedanceView, MonitoringPermitPageView, MonitoringView, ProgressView, PublicResultPageView, ResultDetailView, ResultPageView, resultView, ResultView } from './monitoring.view';

/** 自行监测 of a permit; `:id` is the permit's. */
@Controller('monitoring')
export class MonitoringController {
  constructor(
    private readonly permits: RecordPermits,
    private readonly records: PermitRecords,
    private readonly monitoring: MonitoringService,
    private readonly queries: MonitoringQueries,
    private readonly exports: MonitoringExport,
    private readonly sheets: MonitoringSheet,
    private readonly reports: MonitoringReports,
    private readonly reportSheets: ReportSheets,
  ) {}

  /** Permits whose monitoring you may read. */
  @Get() @Allow('monitoring.list')
  list(@CurrentActor() actor: Actor, @Query() query: MonitoringListDto): Promise<MonitoringPermitPageView> {
    return this.permits.monitored(actor, query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('export') @Allow('monitoring.list')
  exportList(@CurrentActor() actor: Actor, @Query() query: MonitoringListExportDto): Promise<StreamableFile> {
    return this.permits.exportMonitored(actor, query);
  }

  /** The plan of the permit with units and limits of today. */
  @Get(':id') @Allow('monitoring.read')
  async show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<MonitoringView> {
    const permit = await this.records.require(actor, id, { policy: monitoringPolicy, action: 'monitoring.read' });
    return { ...(await this.permits.monitoredOne(permit)), plan: await this.queries.plan(await this.records.inTime(permit)), actions: monitoringPolicy.actionsOn(actor, permit) };
  }

  /** Planned and done in a year, with what is missing. */
  @Get(':id/progress') @Allow('monitoring.read')
  progress(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() query: YearDto): Promise<ProgressView> {
    return this.queries.progress(actor, id, query.year);
  }

  @Get(':id/results') @Allow('monitoring.read')
  results(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() query: ResultListDto): Promise<ResultPageView> {
    return this.queries.list(actor, id, query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get(':id/results/export') @Allow('monitoring.read')
  export(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() query: ResultExportDto): Promise<StreamableFile> {
    return this.exports.results(actor, id, query);
  }

  /** One result. A value that is most likely a slip is asked about (`unit-slip`); whoever is sure sends the code in `confirmed`. */
  @Post(':id/results') @Allow('monitoring.write') @Idempotent()
  async enter(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: ResultDto): Promise<ResultView> {
    return resultView({ ...(await this.monitoring.enter(actor, id, body)), correctedById: null });
  }

  /** Up to 1,000 results at once, for programs. Each row is judged on its own; the same batch may be sent again. */
  @Post(':id/results/batch') @HttpCode(200) @Allow('monitoring.write') @Idempotent()
  async batch(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: ResultBatchDto): Promise<BatchOutcomeView> {
    const rows = await this.monitoring.enterAll(actor, id, { rows: body.rows, source: 'api' });
    const count = (status: string): number => rows.filter(row => row.status === status).length;
    return { accepted: count('accepted'), existing: count('existing'), refused: count('refused'), rows: rows.map(row => ({ ...row, errors: [...row.errors] })) };
  }

  /** Reports of laboratories that came from service tasks, with task, firm and contract; the newest first. */
  @Get(':id/reports') @Allow('monitoring.read')
  received(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() query: PageQuery): Promise<MonitoringReportPageView> {
    return this.reports.list(actor, id, query);
  }

  /** What every row of a workbook of results from a service task would come to now. */
  @Get(':id/reports/:reportId/rows') @Allow('monitoring.read')
  rows(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('reportId') reportId: string): Promise<ResultSheetView> {
    return this.reportSheets.preview(actor, id, reportId);
  }

  /** Takes all its rows over, once; none of them while one is wrong. */
  @Post(':id/reports/:reportId/take') @HttpCode(200) @Allow('monitoring.write')
  take(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('reportId') reportId: string): Promise<ResultSheetView> {
    return this.reportSheets.take(actor, id, reportId);
  }

  /** An empty workbook with the places and pollutants of the plan. */
  @Get(':id/sheet') @Allow('monitoring.read')
  sheet(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<StreamableFile> {
    return this.sheets.template(actor, id);
  }

  /** The filled workbook, as multipart form data; it may be sent again after mending. */
  @Post(':id/sheet') @HttpCode(200) @Allow('monitoring.write') @RateLimit('upload') @ApiConsumes('multipart/form-data')
  async upload(@CurrentActor() actor: Actor, @IdParam() id: string, @Req() request: SheetRequest): Promise<SheetOutcomeView> {
    const outcome = await this.sheets.take(actor, id, () => uploadOf(request));
    return { ...outcome, problems: [...outcome.problems] };
  }
}

@Controller('monitoring-results')
export class MonitoringResultsController {
  constructor(
    private readonly monitoring: MonitoringService,
    private readonly queries: MonitoringQueries,
  ) {}

  @Get(':id') @Allow('monitoring.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ResultDetailView> {
    return this.queries.detail(actor, id);
  }

  /** A new result takes the place of this one, which stays visible with the reason. */
  @Post(':id/correct') @Allow('monitoring.write') @Idempotent()
  async correct(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: CorrectResultDto): Promise<ResultView> {
    return resultView({ ...(await this.monitoring.correct(actor, id, { data: body.voided ? null : (body.data ?? {}), reason: body.reason })), correctedById: null });
  }
}

/** Results above their limits. */
@Controller('exceedances')
export class ExceedancesController {
  constructor(private readonly exceedances: Exceedances) {}

  @Get() @Allow('monitoring.list')
  async list(@CurrentActor() actor: Actor, @Query() query: ExceedanceListDto): Promise<ExceedancePageView> {
    const page = await this.exceedances.list(actor, query);
    return { items: page.items.map(row => exceedanceView(row, monitoringPolicy.actionsOn(actor, row))), nextCursor: page.nextCursor };
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('export') @Allow('monitoring.list')
  export(@CurrentActor() actor: Actor, @Query() query: ExceedanceExportDto): Promise<StreamableFile> {
    return this.exceedances.export(actor, query);
  }

  @Get(':id') @Allow('monitoring.read')
  async show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ExceedanceView> {
    const row = await this.exceedances.find(actor, id);
    return exceedanceView(row, monitoringPolicy.actionsOn(actor, row));
  }

  /** Cause and measures. Send the version you saw as If-Match; it may be completed later. */
  @Post(':id/explain') @HttpCode(200) @Allow('monitoring.explain')
  async explain(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() given: ExplainDto, @IfMatch() version: number): Promise<ExceedanceView> {
    const row = await this.exceedances.explain(actor, id, { given, version });
    return exceedanceView(row, monitoringPolicy.actionsOn(actor, row));
  }
}

/** Self-monitoring for everyone (排污许可管理条例 art. 23: monitoring data are public). */
@Controller('public/monitoring-results')
export class PublicMonitoringController {
  constructor(private readonly results: PublicResults) {}

  @Get() @Public() @RateLimit('public-search')
  list(@Query() query: PublicResultListDto): Promise<PublicResultPageView> {
    return this.results.list(query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. */
  @Get('export') @Public() @RateLimit('public-search')
  export(@Query() query: PublicResultExportDto): StreamableFile {
    return this.results.export(query);
  }
}
