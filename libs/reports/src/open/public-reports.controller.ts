import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { IdParam, Public, RateLimit } from '@huanbao/platform';
import { PublicReportExportDto, PublicReportListDto } from '../dto/report.dto';
import { PublicReportPageView, PublicReportView } from '../views/report.view';
import { PublicReports } from './public-reports';
import { ReportPdf } from './report-pdf';

/** 执行报告公开: what was accepted, without an account. */
@Controller('public/execution-reports')
export class PublicReportsController {
  constructor(
    private readonly open: PublicReports,
    private readonly pdf: ReportPdf,
  ) {}

  /** By period, the newest first, unless asked otherwise. */
  @Get() @Public() @RateLimit('public-search')
  list(@Query() query: PublicReportListDto): Promise<PublicReportPageView> {
    return this.open.list(query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. */
  @Get('export') @Public() @RateLimit('public-search')
  export(@Query() query: PublicReportExportDto): StreamableFile {
    return this.open.export(query);
  }

  @Get(':id') @Public() @RateLimit('public-search')
  show(@IdParam() id: string): Promise<PublicReportView> {
    return this.open.find(id);
  }

  @Get(':id/pdf') @Public() @RateLimit('public-search')
  file(@IdParam() id: string): Promise<StreamableFile> {
    return this.pdf.ofPublic(id);
  }
}
