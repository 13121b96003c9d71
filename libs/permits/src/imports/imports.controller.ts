import { Body, Controller, Get, HttpCode, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { Actor, Allow, CurrentActor, IdParam, RateLimit } from '@huanbao/platform';
import { type SheetRequest, uploadOf } from '@huanbao/sheets';
import { ApplyListDto, ImportExportQuery, ImportListQuery, ImportRowsQuery, UndoListDto, UploadListQuery } from './import.dto';
import { PermitImportPageView, PermitImportRowsView, PermitImportView } from './import.view';
import { ImportExport } from './import.export';
import { ImportQueries } from './imports.queries';
import { ImportsService } from './imports.service';

/** Lists of permits from the national platform: handed in, checked by the worker, taken over, taken back. */
@Controller('permit-imports')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly queries: ImportQueries,
    private readonly exporting: ImportExport,
  ) {}

  @Get() @Allow('permit-import.list')
  list(@CurrentActor() actor: Actor, @Query() query: ImportListQuery): Promise<PermitImportPageView> {
    return this.queries.list(actor, query);
  }

  /** The lists as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('export') @Allow('permit-import.list')
  export(@CurrentActor() actor: Actor, @Query() query: ImportExportQuery): Promise<StreamableFile> {
    return this.exporting.file(actor, query);
  }

  /** An empty list to fill in, with an example and help on every column. */
  @Get('template') @Allow('permit-import.list')
  template(): Promise<StreamableFile> {
    return this.imports.template();
  }

  /** Hands a list in (xlsx or csv). The worker checks it; ask `GET /permit-imports/{id}` how far it is. */
  @Post() @Allow('permit-import.upload') @RateLimit('upload') @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  async upload(@CurrentActor() actor: Actor, @Query() { sourceOn }: UploadListQuery, @Req() request: SheetRequest): Promise<PermitImportView> {
    return this.queries.view(actor, await this.imports.upload(actor, sourceOn, await uploadOf(request)));
  }

  @Get(':id') @Allow('permit-import.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<PermitImportView> {
    return this.queries.detail(actor, id);
  }

  /** The lines: what each would do, and what is wrong with it. */
  @Get(':id/rows') @Allow('permit-import.read')
  rows(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() query: ImportRowsQuery): Promise<PermitImportRowsView> {
    return this.queries.rows(actor, id, query);
  }

  /** The list again, its refused cells coloured and commented. */
  @Get(':id/report') @Allow('permit-import.read')
  report(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<StreamableFile> {
    return this.queries.report(actor, id);
  }

  /** Takes it over, in the worker. A second request answers the same. */
  @Post(':id/apply') @Allow('permit-import.manage') @HttpCode(200)
  async apply(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { mode }: ApplyListDto): Promise<PermitImportView> {
    return this.queries.view(actor, await this.imports.apply(actor, id, mode));
  }

  /** Gives up a list that was not taken over. */
  @Post(':id/discard') @Allow('permit-import.manage') @HttpCode(200)
  async discard(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<PermitImportView> {
    return this.queries.view(actor, await this.imports.discard(actor, id));
  }

  /** Takes an import back, while nothing was built on it (409 `permit-import.built-on`). */
  @Post(':id/undo') @Allow('permit-import.manage') @HttpCode(200)
  async undo(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { reason }: UndoListDto): Promise<PermitImportView> {
    return this.queries.view(actor, await this.imports.undo(actor, id, reason));
  }
}
