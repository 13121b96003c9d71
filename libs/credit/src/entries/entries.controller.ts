import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, IfMatch } from '@huanbao/platform';
import { EntriesService } from './entries.service';
import { CreditEntryExportDto, CreditEntryListDto, DecideCreditEntryDto, RecordCreditEventDto, RevokeCreditEventDto } from './entry.dto';
import { EntryQueries } from './entry.queries';
import { CreditEntryPage, CreditEntryView, entryView } from './entry.view';

/** Events entered by hand, and their revocation. What is grave, and what spares the subject something, is confirmed by a second person. */
@Controller('credit-entries')
export class CreditEntriesController {
  constructor(
    private readonly entries: EntriesService,
    private readonly queries: EntryQueries,
  ) {}

  @Get() @Allow('credit-entry.list')
  list(@CurrentActor() actor: Actor, @Query() query: CreditEntryListDto): Promise<CreditEntryPage> {
    return this.queries.list(actor, query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('export') @Allow('credit-entry.list')
  export(@CurrentActor() actor: Actor, @Query() query: CreditEntryExportDto): Promise<StreamableFile> {
    return this.queries.export(actor, query);
  }

  @Post() @Allow('credit.record')
  async record(@CurrentActor() actor: Actor, @Body() body: RecordCreditEventDto): Promise<CreditEntryView> {
    return entryView(await this.entries.record(actor, body), actor);
  }

  @Get(':id') @Allow('credit-entry.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<CreditEntryView> {
    return this.queries.detail(actor, id);
  }

  @Post(':id/decide') @HttpCode(200) @Allow('credit-entry.decide')
  async decide(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: DecideCreditEntryDto, @IfMatch() version: number): Promise<CreditEntryView> {
    return entryView(await this.entries.decide(actor, id, body, version), actor);
  }
}

/** An event of the ledger, named by its id. */
@Controller('credit-events')
export class CreditEventsController {
  constructor(private readonly entries: EntriesService) {}

  /** Takes an event back that was entered by hand; one that is more than minor waits for a second person. */
  @Post(':id/revoke') @HttpCode(200) @Allow('credit.record')
  async revoke(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: RevokeCreditEventDto): Promise<CreditEntryView> {
    return entryView(await this.entries.revoke(actor, id, body), actor);
  }
}
