import { Body, Controller, Get, HttpCode, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiConsumes } from '@nestjs/swagger';
import { Actor, Allow, Clock, CurrentActor, IdParam, Idempotent, RateLimit } from '@huanbao/platform';
import { permitHead } from '../access/permit-head';
import { LedgerListDto, LedgerListExportDto } from '../access/permit-list.dto';
import { PermitRecords } from '../access/permit-records';
import { RecordPermits } from '../access/record-permits.service';
import { ledgerPolicy } from '../records.policy';
import { type SheetRequest, uploadOf } from '@huanbao/sheets';
import { SheetOutcomeView } from '../access/sheet.view';
import { LedgerSheet } from './ledger-sheet';
import { ledgerBook } from './ledger-book';
import { CorrectEntryDto, DayDto, EntryBatchDto, EntryDto, EntryExportDto, EntryListDto, ItemDto, MonthDto } from './ledger.dto';
import { LedgerExport } from './ledger.export';
import { LedgerQueries } from './ledger.queries';
import { LedgerService } from './ledger.service';
import { BatchOutcomeView, CompletenessView, EntryDetailView, EntryPageView, entryView, EntryView, itemView, LedgerDayView, LedgerPermitPageView, LedgerView } from './ledger.view';

/** 环境管理台账, one for each permit; `:id` is the permit's. */
@Controller('ledgers')
export class LedgersController {
  constructor(
    private readonly permits: RecordPermits,
    private readonly records: PermitRecords,
    private readonly ledger: LedgerService,
    private readonly queries: LedgerQueries,
    private readonly exports: LedgerExport,
    private readonly sheets: LedgerSheet,
    private readonly clock: Clock,
  ) {}

  /** Permits whose ledgers you may read. */
  @Get() @Allow('ledger.list')
  list(@CurrentActor() actor: Actor, @Query() query: LedgerListDto): Promise<LedgerPermitPageView> {
    return this.permits.ledgers(actor, query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('export') @Allow('ledger.list')
  exportList(@CurrentActor() actor: Actor, @Query() query: LedgerListExportDto): Promise<StreamableFile> {
    return this.permits.exportLedgers(actor, query);
  }

  /** What the ledger of a day consists of: the permit's own facilities and outlets, fields and frequencies. */
  @Get(':id') @Allow('ledger.read')
  async show(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() query: DayDto): Promise<LedgerView> {
    const permit = await this.records.require(actor, id, { policy: ledgerPolicy, action: 'ledger.read' });
    const inTime = await this.records.inTime(permit);
    const today = this.clock.today();
    const on = query.on ?? (today < inTime.begins ? inTime.begins : today);
    const last = await this.permits.lastEntries([id]);
    return { ...permitHead(permit, today), lastEntryOn: last.get(id) ?? null, on, items: (ledgerBook(inTime)(on) ?? []).map(itemView), actions: ledgerPolicy.actionsOn(actor, permit) };
  }

  /** What is to be entered for a day, with the last values before. */
  @Get(':id/day') @Allow('ledger.read')
  day(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() query: DayDto): Promise<LedgerDayView> {
    return this.queries.day(actor, id, query.on);
  }

  /** Which days of a month have their entries. */
  @Get(':id/completeness') @Allow('ledger.read')
  completeness(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() query: MonthDto): Promise<CompletenessView> {
    return this.queries.completeness(actor, id, query.month);
  }

  @Get(':id/entries') @Allow('ledger.read')
  entries(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() query: EntryListDto): Promise<EntryPageView> {
    return this.queries.list(actor, id, query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get(':id/entries/export') @Allow('ledger.read')
  export(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() query: EntryExportDto): Promise<StreamableFile> {
    return this.exports.entries(actor, id, query);
  }

  @Post(':id/entries') @Allow('ledger.write') @Idempotent()
  async enter(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: EntryDto): Promise<EntryView> {
    const { itemKey, businessDate, shift, externalId, data } = body;
    return entryView({ ...(await this.ledger.enter(actor, id, { itemKey, businessDate, shift, externalId, data })), correctedById: null });
  }

  /** Up to 1,000 rows at once, for programs. Each row is judged on its own; the same batch may be sent again. */
  @Post(':id/entries/batch') @HttpCode(200) @Allow('ledger.write') @Idempotent()
  async batch(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: EntryBatchDto): Promise<BatchOutcomeView> {
    const rows = await this.ledger.enterAll(actor, id, { rows: body.rows, source: 'api' });
    const count = (status: string): number => rows.filter(row => row.status === status).length;
    return { accepted: count('accepted'), existing: count('existing'), refused: count('refused'), rows: rows.map(row => ({ ...row, errors: [...row.errors] })) };
  }

  /** An empty workbook for one item. */
  @Get(':id/sheet') @Allow('ledger.read')
  sheet(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() { itemKey }: ItemDto): Promise<StreamableFile> {
    return this.sheets.template(actor, id, itemKey);
  }

  /** The filled workbook of one item, as multipart form data; it may be sent again after mending. */
  @Post(':id/sheet') @HttpCode(200) @Allow('ledger.write') @RateLimit('upload') @ApiConsumes('multipart/form-data')
  async upload(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() { itemKey }: ItemDto, @Req() request: SheetRequest): Promise<SheetOutcomeView> {
    const outcome = await this.sheets.take(actor, id, { itemKey, upload: () => uploadOf(request) });
    return { ...outcome, problems: [...outcome.problems] };
  }
}

/** One entry of a ledger. */
@Controller('ledger-entries')
export class LedgerEntriesController {
  constructor(
    private readonly ledger: LedgerService,
    private readonly queries: LedgerQueries,
  ) {}

  @Get(':id') @Allow('ledger.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<EntryDetailView> {
    return this.queries.detail(actor, id);
  }

  /** A new entry takes the place of this one, which stays visible with the reason. */
  @Post(':id/correct') @Allow('ledger.write') @Idempotent()
  async correct(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: CorrectEntryDto): Promise<EntryView> {
    const row = await this.ledger.correct(actor, id, { data: body.voided ? null : (body.data ?? {}), reason: body.reason });
    return entryView({ ...row, correctedById: null });
  }
}
