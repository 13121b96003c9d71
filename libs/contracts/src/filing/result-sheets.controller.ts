import { Controller, Get, HttpCode, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiConsumes } from '@nestjs/swagger';
import { Actor, Allow, CurrentActor, IdParam, RateLimit } from '@huanbao/platform';
import { ResultSheetView } from '@huanbao/records';
import { type SheetRequest, uploadOf } from '@huanbao/sheets';
import { ResultSheetQuery } from './filed.dto';
import { ResultSheets } from './result-sheets.service';

/** The workbook of results a firm hands over with its monitoring report. */
@Controller('contracts/:id/result-sheet')
export class ResultSheetsController {
  constructor(private readonly sheets: ResultSheets) {}

  /** An empty workbook with the places and pollutants of the client's permit. */
  @Get() @Allow('contract.read')
  template(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() query: ResultSheetQuery): Promise<StreamableFile> {
    return this.sheets.template(actor, id, query.permitId);
  }

  /** Checks a filled workbook row by row before it is handed over; nothing is kept. */
  @Post() @HttpCode(200) @Allow('contract.read') @RateLimit('upload') @ApiConsumes('multipart/form-data')
  check(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() query: ResultSheetQuery, @Req() request: SheetRequest): Promise<ResultSheetView> {
    return this.sheets.check(actor, id, { permitId: query.permitId, upload: () => uploadOf(request) });
  }
}
