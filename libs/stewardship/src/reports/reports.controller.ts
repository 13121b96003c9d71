import { Body, Controller, Get, Header, HttpCode, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { Actor, Allow, CurrentActor, IdParam, Idempotent, IfMatch } from '@huanbao/platform';
import { DraftReportDto, ReportRemarkDto, StewardReasonDto } from '../dto';
import { ReportListQuery, StewardReportExportQuery } from '../lists.dto';
import { paperPending } from '../stewardship.errors';
import { ReportQueries } from './report.queries';
import { StewardReportPageView, StewardReportView } from './report.view';
import { StewardReportsService } from './reports.service';

/** Monthly reports of stewards. */
@Controller()
export class StewardReportsController {
  constructor(
    private readonly reports: StewardReportsService,
    private readonly queries: ReportQueries,
    private readonly files: Files,
  ) {}

  @Get('steward-reports') @Allow('stewardship.list')
  list(@CurrentActor() actor: Actor, @Query() query: ReportListQuery): Promise<StewardReportPageView> {
    return this.queries.list(actor, query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('steward-reports/export') @Allow('stewardship.list')
  export(@CurrentActor() actor: Actor, @Query() query: StewardReportExportQuery): Promise<StreamableFile> {
    return this.queries.export(actor, query);
  }

  /** Drafts the report of a month by hand; the worker does it on the first days of the next month. */
  @Post('retainers/:id/reports') @Allow('stewardship.work') @Idempotent()
  async draft(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: DraftReportDto): Promise<StewardReportView> {
    return this.queries.detail(actor, await this.reports.draft(actor, id, body));
  }

  @Get('steward-reports/:id') @Allow('stewardship.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<StewardReportView> {
    return this.queries.detail(actor, id);
  }

  @Get('steward-reports/:id/paper') @Allow('stewardship.read') @Header('cache-control', 'no-store')
  async paper(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<StreamableFile> {
    const { fileId, month, revision } = await this.queries.find(actor, id);
    if (!fileId) throw paperPending();
    return new StreamableFile(await this.files.open(fileId), { type: 'application/pdf', disposition: `attachment; filename="report.pdf"; filename*=UTF-8''${encodeURIComponent(`环保管家月报-${month}-第${revision}版.pdf`)}` });
  }

  /** The firm's own words. Send the version you saw as If-Match. */
  @Put('steward-reports/:id/remark') @Allow('stewardship.work')
  async write(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { remark }: ReportRemarkDto, @IfMatch() version: number): Promise<StewardReportView> {
    await this.reports.write(actor, id, remark, version);
    return this.queries.detail(actor, id);
  }

  /** Takes the newest facts into the draft. */
  @Post('steward-reports/:id/refresh') @HttpCode(200) @Allow('stewardship.work')
  async refresh(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number): Promise<StewardReportView> {
    await this.reports.refresh(actor, id, version);
    return this.queries.detail(actor, id);
  }

  /** Signed off by the manager, and sent to the enterprise with it. */
  @Post('steward-reports/:id/sign') @HttpCode(200) @Allow('stewardship.sign')
  async sign(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number): Promise<StewardReportView> {
    await this.reports.sign(actor, id, version);
    return this.queries.detail(actor, id);
  }

  @Post('steward-reports/:id/acknowledge') @HttpCode(200) @Allow('stewardship.answer')
  async acknowledge(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<StewardReportView> {
    await this.reports.acknowledge(actor, id);
    return this.queries.detail(actor, id);
  }

  /** A new version; the one that was sent stays until the new one is signed. */
  @Post('steward-reports/:id/revise') @HttpCode(200) @Allow('stewardship.work')
  async revise(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { reason }: StewardReasonDto): Promise<StewardReportView> {
    return this.queries.detail(actor, await this.reports.revise(actor, id, reason));
  }
}
