import { Controller, Get, HttpCode, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, type ApiBodyOptions, ApiConsumes } from '@nestjs/swagger';
import { TableImportQuery, TablePreviewView } from '@huanbao/permits';
import { Actor, Allow, CurrentActor, IdParam, IfMatch, RateLimit } from '@huanbao/platform';
import { type SheetRequest, uploadOf } from '@huanbao/sheets';
import { partView, ReportViews } from '../reading/report-views';
import { ReportPartView } from '../views/report.view';
import { ReportTables } from './report-tables.service';

const FILE: ApiBodyOptions = { schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } };

/** Tables of a report by Excel. The same file is sent for looking, for the marked copy and for applying; none is kept. */
@Controller('execution-reports/:id/tables/:part/:table')
export class ReportTablesController {
  constructor(
    private readonly tables: ReportTables,
    private readonly views: ReportViews,
  ) {}

  /** The rows as a workbook. */
  @Get() @Allow('execution-report.read')
  rows(@CurrentActor() actor: Actor, @IdParam() id: string, @Param('part') part: string, @Param('table') table: string): Promise<StreamableFile> {
    return this.tables.rows(actor, { id, part, table });
  }

  /** An empty workbook to fill in. */
  @Get('template') @Allow('execution-report.read')
  template(@CurrentActor() actor: Actor, @IdParam() id: string, @Param('part') part: string, @Param('table') table: string): Promise<StreamableFile> {
    return this.tables.template(actor, { id, part, table });
  }

  /** What the workbook would change, and every bad cell of it. Nothing is written. */
  @Post('preview') @Allow('execution-report.edit') @RateLimit('upload') @HttpCode(200) @ApiConsumes('multipart/form-data') @ApiBody(FILE)
  preview(@CurrentActor() actor: Actor, @IdParam() id: string, @Param('part') part: string, @Param('table') table: string, @Req() request: SheetRequest): Promise<TablePreviewView> {
    return this.tables.preview(actor, { id, part, table }, () => uploadOf(request));
  }

  /** The workbook again, its bad cells coloured and commented. */
  @Post('report') @Allow('execution-report.edit') @RateLimit('upload') @HttpCode(200) @ApiConsumes('multipart/form-data') @ApiBody(FILE)
  report(@CurrentActor() actor: Actor, @IdParam() id: string, @Param('part') part: string, @Param('table') table: string, @Req() request: SheetRequest): Promise<StreamableFile> {
    return this.tables.report(actor, { id, part, table }, () => uploadOf(request));
  }

  /** Takes the rows over, all or none; `If-Match` carries the version of the part. */
  @Post('import') @Allow('execution-report.edit') @RateLimit('upload') @HttpCode(200) @ApiConsumes('multipart/form-data') @ApiBody(FILE)
  async import(@CurrentActor() actor: Actor, @IdParam() id: string, @Param('part') part: string, @Param('table') table: string, @IfMatch() version: number, @Query() query: TableImportQuery, @Req() request: SheetRequest): Promise<ReportPartView> {
    const saved = await this.tables.apply(actor, { id, part, table }, { upload: () => uploadOf(request), mode: query.mode ?? 'replace', version });
    return partView(await this.views.detail(actor, id), saved);
  }
}
