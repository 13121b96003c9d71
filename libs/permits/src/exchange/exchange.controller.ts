import { Controller, Get, HttpCode, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiBodyOptions, ApiConsumes } from '@nestjs/swagger';
import { Actor, Allow, CurrentActor, IdParam, IfMatch, RateLimit } from '@huanbao/platform';
import { type SheetRequest, uploadOf } from '@huanbao/sheets';
import { sectionView } from '../application.controller';
import { SectionView } from '../views/application.view';
import { FormImportQuery, TableImportQuery } from './exchange.dto';
import { FormPreviewView, TablePreviewView } from './exchange.view';
import { FormExchange } from './form-exchange.service';
import { TableExchange } from './table-exchange.service';

const FILE: ApiBodyOptions = { schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } };

/** Tables of the form by Excel. The same file is sent for looking, for the marked copy and for applying; none is kept. */
@Controller('permit-applications/:id/tables/:section/:table')
export class TableExchangeController {
  constructor(private readonly tables: TableExchange) {}

  /** The rows as a workbook. */
  @Get() @Allow('permit-application.read')
  rows(@CurrentActor() actor: Actor, @IdParam() id: string, @Param('section') section: string, @Param('table') table: string): Promise<StreamableFile> {
    return this.tables.rows(actor, { id, section, table });
  }

  /** An empty workbook to fill in. */
  @Get('template') @Allow('permit-application.read')
  template(@CurrentActor() actor: Actor, @IdParam() id: string, @Param('section') section: string, @Param('table') table: string): Promise<StreamableFile> {
    return this.tables.template(actor, { id, section, table });
  }

  /** What the workbook would change, and every bad cell of it. Nothing is written. */
  @Post('preview') @Allow('permit-application.edit') @RateLimit('upload') @HttpCode(200) @ApiConsumes('multipart/form-data') @ApiBody(FILE)
  preview(@CurrentActor() actor: Actor, @IdParam() id: string, @Param('section') section: string, @Param('table') table: string, @Req() request: SheetRequest): Promise<TablePreviewView> {
    return this.tables.preview(actor, { id, section, table }, () => uploadOf(request));
  }

  /** The workbook again, its bad cells coloured and commented. */
  @Post('report') @Allow('permit-application.edit') @RateLimit('upload') @HttpCode(200) @ApiConsumes('multipart/form-data') @ApiBody(FILE)
  report(@CurrentActor() actor: Actor, @IdParam() id: string, @Param('section') section: string, @Param('table') table: string, @Req() request: SheetRequest): Promise<StreamableFile> {
    return this.tables.report(actor, { id, section, table }, () => uploadOf(request));
  }

  /** Takes the rows over, all or none; `If-Match` carries the version of the section. */
  @Post('import') @Allow('permit-application.edit') @RateLimit('upload') @HttpCode(200) @ApiConsumes('multipart/form-data') @ApiBody(FILE)
  async import(@CurrentActor() actor: Actor, @IdParam() id: string, @Param('section') section: string, @Param('table') table: string, @IfMatch() version: number, @Query() query: TableImportQuery, @Req() request: SheetRequest): Promise<SectionView> {
    return sectionView(await this.tables.apply(actor, { id, section, table }, { upload: () => uploadOf(request), mode: query.mode ?? 'replace', version }));
  }
}

/** The whole form as one workbook. */
@Controller('permit-applications/:id/workbook')
export class FormExchangeController {
  constructor(private readonly forms: FormExchange) {}

  /** Every section in the order of the national form, a sheet for its fields and one for each table. */
  @Get() @Allow('permit-application.read')
  workbook(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<StreamableFile> {
    return this.forms.workbook(actor, id);
  }

  @Post('preview') @Allow('permit-application.edit') @RateLimit('upload') @HttpCode(200) @ApiConsumes('multipart/form-data') @ApiBody(FILE)
  preview(@CurrentActor() actor: Actor, @IdParam() id: string, @Req() request: SheetRequest): Promise<FormPreviewView> {
    return this.forms.preview(actor, id, () => uploadOf(request));
  }

  @Post('report') @Allow('permit-application.edit') @RateLimit('upload') @HttpCode(200) @ApiConsumes('multipart/form-data') @ApiBody(FILE)
  report(@CurrentActor() actor: Actor, @IdParam() id: string, @Req() request: SheetRequest): Promise<StreamableFile> {
    return this.forms.report(actor, id, () => uploadOf(request));
  }

  /** Takes over every section of the workbook, all or none. A sheet without rows leaves its table as it is. */
  @Post('import') @Allow('permit-application.edit') @RateLimit('upload') @HttpCode(200) @ApiConsumes('multipart/form-data') @ApiBody(FILE)
  async import(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() query: FormImportQuery, @Req() request: SheetRequest): Promise<SectionView[]> {
    const versions = new Map((query.versions ?? '').split(',').map(pair => [pair.slice(0, pair.indexOf(':')), Number(pair.slice(pair.indexOf(':') + 1))] as const));
    return (await this.forms.apply(actor, id, { upload: () => uploadOf(request), versions })).map(one => sectionView(one));
  }
}
