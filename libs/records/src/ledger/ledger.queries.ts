import { Injectable } from '@nestjs/common';
import { Actor, Clock, containsWords, Db, notFound, Page, toPage } from '@huanbao/platform';
import { PermitRecords } from '../access/permit-records';
import { recordOrder } from '../access/record-order';
import { ledgerPolicy } from '../records.policy';
import { completenessOf, neededSpan } from './completeness';
import { ledgerBook } from './ledger-book';
import { LedgerEntry } from './ledger-entry.entity';
import type { EntryListDto } from './ledger.dto';
import { CompletenessView, EntryDetailView, EntryRow, EntryView, entryView, fieldView, LedgerDayView } from './ledger.view';
import { periodOf } from './rhythm';
import type { LedgerItem } from './template';

const DEFAULT_LIMIT = 20;

/** Columns of a listed entry; what replaced it is looked up by the unique index of `corrects_id`. */
const COLUMNS = `
  e.id, e.permit_id AS "permitId", e.kind, e.item_key AS "itemKey", e.item_title AS "itemTitle", e.business_date::text AS "businessDate", e.shift, e.slot, e.data, e.source,
  e.external_id AS "externalId", e.late_days AS "lateDays", e.entered_at AS "enteredAt", e.entered_by_name AS "enteredByName", e.corrects_id AS "correctsId", e.reason, e.voided,
  n.id AS "correctedById"`;
const FROM = 'FROM ledger_entry e LEFT JOIN ledger_entry n ON n.corrects_id = e.id';

/** Entries as they are read: lists, days, gaps. What holds is an entry that nothing corrects and that is not taken back. */
@Injectable()
export class LedgerQueries {
  constructor(
    private readonly db: Db,
    private readonly records: PermitRecords,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, permitId: string, filter: EntryListDto): Promise<Page<EntryView>> {
    await this.records.require(actor, permitId, { policy: ledgerPolicy, action: 'ledger.read' });
    const limit = filter.limit ?? DEFAULT_LIMIT;
    const values: unknown[] = [permitId];
    const bind = (value: unknown): string => `$${values.push(value)}`;
    const conditions = ['e.permit_id = $1', ...conditionsOf(filter, bind)];
    const { orderBy, after, keysOf } = recordOrder(filter, { day: 'e.business_date', id: 'e.id' }, bind);
    if (after) conditions.push(after);
    const rows = await this.db.query<EntryRow>(`SELECT ${COLUMNS} ${FROM} WHERE ${conditions.join(' AND ')} ORDER BY ${orderBy} LIMIT ${limit + 1}`, values);
    return toPage(rows, limit, row => keysOf({ id: row.id, day: row.businessDate }), entryView);
  }

  /** One entry with everything that was ever in its place. */
  async detail(actor: Actor, id: string): Promise<EntryDetailView> {
    const entry = await this.db.repo(LedgerEntry).findOneBy({ id });
    if (!entry) throw notFound();
    const permit = await this.records.require(actor, entry.permitId, { policy: ledgerPolicy, action: 'ledger.read' });
    const history = await this.db.query<EntryRow>(
      `WITH RECURSIVE back AS (SELECT * FROM ledger_entry WHERE id = $1 UNION ALL SELECT o.* FROM ledger_entry o JOIN back b ON o.id = b.corrects_id),
                      chain AS (SELECT * FROM back UNION SELECT o.* FROM ledger_entry o JOIN chain c ON o.corrects_id = c.id)
       SELECT ${COLUMNS} FROM (SELECT DISTINCT id FROM chain) c JOIN ledger_entry e ON e.id = c.id LEFT JOIN ledger_entry n ON n.corrects_id = e.id ORDER BY e.id`,
      [id],
    );
    const item = ledgerBook(await this.records.inTime(permit))(entry.businessDate)?.find(one => one.key === entry.itemKey);
    const views = history.map(entryView);
    const own = views.find(one => one.id === id);
    if (!own) throw notFound();
    return { ...own, history: views, fields: (item?.fields ?? []).map(fieldView) };
  }

  /** What is to be entered for a day, with what is there and the last values before. */
  async day(actor: Actor, permitId: string, on: string | undefined): Promise<LedgerDayView> {
    const permit = await this.records.require(actor, permitId, { policy: ledgerPolicy, action: 'ledger.read' });
    const day = on ?? this.clock.today();
    const items = (ledgerBook(await this.records.inTime(permit))(day) ?? []).filter(item => item.rhythm === 'day' || item.rhythm === 'shift');
    const entries = await this.holding(permitId, items, day);
    const before = await this.before(permitId, items, day);
    const tasks = items.flatMap(item => shiftsOf(item).map(shift => ({
      itemKey: item.key, shift,
      entry: entries.find(one => one.itemKey === item.key && one.shift === shift) ?? null,
      before: before.find(one => one.itemKey === item.key && (shift === null || one.shift === shift)) ?? before.find(one => one.itemKey === item.key) ?? null,
    })));
    return { on: day, tasks };
  }

  /** Which days of a month have their entries, item by item. */
  async completeness(actor: Actor, permitId: string, month: string | undefined): Promise<CompletenessView> {
    const permit = await this.records.require(actor, permitId, { policy: ledgerPolicy, action: 'ledger.read' });
    const today = this.clock.today();
    const of = month ?? today.slice(0, 7);
    const { from, to } = periodOf('month', `${of}-01`) as { from: string; to: string };
    const inTime = await this.records.inTime(permit);
    const day = to < today ? to : from > today ? from : today;
    const items = ledgerBook(inTime)(day < inTime.begins ? inTime.begins : day) ?? [];
    const counts = await this.counts(permitId, neededSpan(items, from, to));
    const found = items.filter(item => item.rhythm !== 'batch' && item.rhythm !== 'event')
      .map(item => ({ ...completenessOf(item, counts.get(item.key) ?? new Map(), { from, to, today, begins: inTime.begins }), title: item.title, kind: item.kind, rhythm: item.rhythm }));
    const sum = (name: 'expected' | 'entered'): number => found.reduce((total, one) => total + one[name], 0);
    return { month: of, from, to, expected: sum('expected'), entered: sum('entered'), items: found.map(one => ({ ...one, cells: [...one.cells] })) };
  }

  /** Entries that hold of a span, oldest first: for the amounts of other parts of this room. */
  entriesBetween(permitId: string, span: { from: string; to: string }, kind: string): Promise<EntryRow[]> {
    return this.db.query<EntryRow>(
      `SELECT ${COLUMNS} ${FROM} WHERE e.permit_id = $1 AND e.kind = $2 AND e.business_date BETWEEN $3 AND $4 AND n.id IS NULL AND NOT e.voided ORDER BY e.business_date, e.id`,
      [permitId, kind, span.from, span.to],
    );
  }

  private async holding(permitId: string, items: readonly LedgerItem[], day: string): Promise<EntryView[]> {
    const rows = await this.db.query<EntryRow>(
      `SELECT ${COLUMNS} ${FROM} WHERE e.permit_id = $1 AND e.business_date = $2 AND e.item_key = ANY ($3) AND n.id IS NULL AND NOT e.voided`, [permitId, day, items.map(item => item.key)],
    );
    return rows.map(entryView);
  }

  /** Of each item (and shift) the newest entry of the days before. */
  private async before(permitId: string, items: readonly LedgerItem[], day: string): Promise<EntryView[]> {
    const wanted = items.flatMap(item => shiftsOf(item).map(shift => ({ key: item.key, shift })));
    const rows = await this.db.query<EntryRow>(
      `SELECT last.* FROM jsonb_to_recordset($2::jsonb) AS w(key text, shift integer) CROSS JOIN LATERAL (
         SELECT ${COLUMNS} ${FROM} WHERE e.permit_id = $1 AND e.item_key = w.key AND e.business_date < $3 AND e.shift IS NOT DISTINCT FROM w.shift AND n.id IS NULL AND NOT e.voided
          ORDER BY e.business_date DESC, e.id DESC LIMIT 1) last`,
      [permitId, JSON.stringify(wanted), day],
    );
    return rows.map(entryView);
  }

  /** Days and how many places of them are filled, by item. */
  async counts(permitId: string, span: { from: string; to: string }): Promise<Map<string, Map<string, number>>> {
    const rows = await this.db.query<{ key: string; day: string; count: string }>(
      `SELECT e.item_key AS key, e.business_date::text AS day, count(DISTINCT coalesce(e.slot, e.id::text)) AS count ${FROM}
        WHERE e.permit_id = $1 AND e.business_date BETWEEN $2 AND $3 AND n.id IS NULL AND NOT e.voided GROUP BY 1, 2`,
      [permitId, span.from, span.to],
    );
    const counts = new Map<string, Map<string, number>>();
    for (const { key, day, count } of rows) counts.set(key, (counts.get(key) ?? new Map<string, number>()).set(day, Number(count)));
    return counts;
  }
}

const shiftsOf = (item: LedgerItem): (number | null)[] => (item.rhythm === 'shift' ? Array.from({ length: item.shifts }, (_, index) => index + 1) : [null]);

function conditionsOf(filter: EntryListDto, bind: (value: unknown) => string): string[] {
  return [
    ...(filter.kind ? [`e.kind = ${bind(filter.kind)}`] : []),
    ...(filter.itemKey ? [`e.item_key = ${bind(filter.itemKey)}`] : []),
    ...(filter.from ? [`e.business_date >= ${bind(filter.from)}`] : []),
    ...(filter.to ? [`e.business_date <= ${bind(filter.to)}`] : []),
    ...(filter.source ? [`e.source = ${bind(filter.source)}`] : []),
    ...(filter.only === 'late' ? ['e.late_days > 1'] : []),
    ...(filter.only === 'corrected' ? ['(e.corrects_id IS NOT NULL OR n.id IS NOT NULL)'] : []),
    ...(filter.q ? [containsWords('e.search', bind(filter.q))] : []),
  ];
}
