import { Body, Controller, Get, HttpCode, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { Actor, Allow, CurrentActor, IdParam, IfMatch, RateLimit } from '@huanbao/platform';
import { type SheetRequest, uploadOf } from '@huanbao/sheets';
import { CorrectFactDto, DecideFactDto, FactExportDto, FactListDto, RecordFactDto, WithdrawFactDto } from './fact.dto';
import { FactImport } from './fact-import.service';
import { FactQueries } from './fact.queries';
import { KeptFactDetailView, KeptFactImportView, KeptFactPage } from './fact.view';
import { KeptFactsService } from './facts.service';

/** Facts of enterprises from documents of other authorities: performance grades, hours of online monitoring, carbon. Two persons enter one. */
@Controller('kept-facts')
export class KeptFactsController {
  constructor(
    private readonly facts: KeptFactsService,
    private readonly queries: FactQueries,
    private readonly imports: FactImport,
  ) {}

  @Get() @Allow('kept-fact.list')
  list(@CurrentActor() actor: Actor, @Query() query: FactListDto): Promise<KeptFactPage> {
    return this.queries.list(actor, query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('export') @Allow('kept-fact.list')
  export(@CurrentActor() actor: Actor, @Query() query: FactExportDto): Promise<StreamableFile> {
    return this.queries.export(actor, query);
  }

  /** An empty workbook to fill in. */
  @Get('import/template') @Allow('kept-fact.record')
  template(): Promise<StreamableFile> {
    return this.imports.template();
  }

  /** The filled workbook. Each row is entered on its own; sent again after mending, rows that are there add nothing. */
  @Post('import') @HttpCode(200) @Allow('kept-fact.record') @RateLimit('upload') @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  async import(@CurrentActor() actor: Actor, @Req() request: SheetRequest): Promise<KeptFactImportView> {
    return this.imports.take(actor, await uploadOf(request));
  }

  @Post() @Allow('kept-fact.record')
  async record(@CurrentActor() actor: Actor, @Body() body: RecordFactDto): Promise<KeptFactDetailView> {
    return this.queries.detail(actor, await this.facts.record(actor, body));
  }

  @Get(':id') @Allow('kept-fact.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<KeptFactDetailView> {
    return this.queries.detail(actor, id);
  }

  /** A correction as a row of its own, by an officer or asked for by the enterprise. Until it is confirmed the old one holds. */
  @Post(':id/correct') @Allow('kept-fact.correct')
  async correct(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: CorrectFactDto): Promise<KeptFactDetailView> {
    return this.queries.detail(actor, await this.facts.correct(actor, id, body));
  }

  /** A withdrawal as a row of its own, by an officer or asked for by the enterprise. */
  @Post(':id/withdraw') @Allow('kept-fact.correct')
  async withdraw(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: WithdrawFactDto): Promise<KeptFactDetailView> {
    return this.queries.detail(actor, await this.facts.withdraw(actor, id, body));
  }

  @Post(':id/decide') @HttpCode(200) @Allow('kept-fact.decide')
  async decide(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: DecideFactDto, @IfMatch() version: number): Promise<KeptFactDetailView> {
    await this.facts.decide(actor, id, body, version);
    return this.queries.detail(actor, id);
  }
}
