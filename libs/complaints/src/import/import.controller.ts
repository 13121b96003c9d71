import { Controller, Get, HttpCode, Post, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { Actor, Allow, CurrentActor, RateLimit } from '@huanbao/platform';
import { type SheetRequest, uploadOf } from '@huanbao/sheets';
import { ComplaintImportView } from '../views/import.view';
import { ComplaintImport } from './import.service';

/** Reports of other hotlines, by Excel. */
@Controller('complaint-import')
export class ComplaintImportController {
  constructor(private readonly imports: ComplaintImport) {}

  /** An empty workbook to fill in. */
  @Get('template') @Allow('complaint.import')
  template(): Promise<StreamableFile> {
    return this.imports.template();
  }

  /** The filled workbook. Each row is registered on its own; sent again after mending, rows that are there add nothing. */
  @Post() @HttpCode(200) @Allow('complaint.import') @RateLimit('upload') @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  async take(@CurrentActor() actor: Actor, @Req() request: SheetRequest): Promise<ComplaintImportView> {
    return this.imports.take(actor, await uploadOf(request));
  }
}
