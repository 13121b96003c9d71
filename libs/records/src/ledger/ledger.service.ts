import { Injectable } from '@nestjs/common';
import type { Permit } from '@huanbao/permits';
import { Actor, Audit, Clock, Db, FieldProblem, invalidFields, isProgram, newId, notFound, Outbox, shanghaiDate, violatedConstraint } from '@huanbao/platform';
import { In } from 'typeorm';
import { PermitRecords } from '../access/permit-records';
import { alreadyCorrected, slotTaken, tooManyRows } from '../records.errors';
import { ledgerChanged } from '../records.events';
import { ledgerPolicy } from '../records.policy';
import { AcceptedEntry, acceptEntry, checkContent, EntryContext } from './accept';
import { ledgerBook } from './ledger-book';
import { EntrySource, LedgerEntry } from './ledger-entry.entity';
import { daysOf } from './rhythm';

export const MOST_ROWS = 1000;

/** What became of one row of a batch. */
export interface RowOutcome {
  readonly index: number;
  /** `existing`: the same was entered before, nothing was added. */
  readonly status: 'accepted' | 'existing' | 'refused';
  readonly entryId: string | null;
  readonly errors: readonly FieldProblem[];
}

interface Batch {
  readonly rows: readonly unknown[];
  readonly source: EntrySource;
}

interface Correction {
  /** null takes the entry back. */
  readonly data: Record<string, unknown> | null;
  readonly reason: string;
}

/** Entries are only added: one, many, or one that corrects another. */
@Injectable()
export class LedgerService {
  constructor(
    private readonly db: Db,
    private readonly records: PermitRecords,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** One entry from a form: accepted, or refused with everything that is wrong. */
  async enter(actor: Actor, permitId: string, row: object): Promise<LedgerEntry> {
    const [outcome] = await this.enterAll(actor, permitId, { rows: [row], source: sourceOf(actor, 'form') });
    if (!outcome || outcome.status === 'refused') throw invalidFields(outcome?.errors ?? []);
    return this.db.repo(LedgerEntry).findOneByOrFail({ id: outcome.entryId ?? '' });
  }

  /**
   * Up to 1,000 rows in one transaction. Good rows are entered, the others answered with their places; a row that is
   * there already with the same content is `existing`, so that a batch can be sent again.
   */
  enterAll(actor: Actor, permitId: string, { rows, source }: Batch): Promise<RowOutcome[]> {
    return this.db.transaction(async () => {
      const permit = await this.records.require(actor, permitId, { policy: ledgerPolicy, action: 'ledger.write' });
      if (rows.length > MOST_ROWS) throw tooManyRows(MOST_ROWS);
      const context = await this.contextOf(permit);
      const checked = rows.map(row => acceptEntry(row, context));
      const good = checked.flatMap((one, index) => ('entry' in one ? [{ index, entry: one.entry }] : []));
      const outcomes = new Map(checked.flatMap((one, index) => ('problems' in one ? [[index, refusedRow(index, one.problems)] as const] : [])));
      for (const outcome of await this.insert(actor, permit, { good, source })) outcomes.set(outcome.index, outcome);
      const accepted = [...outcomes.values()].filter(one => one.status === 'accepted').length;
      if (accepted > 0) await this.audit.record({ actor, action: 'ledger.enter', subject: { type: 'permit', id: permit.id }, details: { source, accepted, refused: outcomes.size - accepted }, onBehalfOf: permit.enterpriseId === actor.orgId ? null : permit.enterpriseId });
      await this.changed(permit, good.filter(one => outcomes.get(one.index)?.status === 'accepted').map(one => one.entry.businessDate));
      return rows.map((_, index) => outcomes.get(index) ?? refusedRow(index, []));
    });
  }

  /** A new entry in the place of an old one. The old one stays as it is. */
  correct(actor: Actor, entryId: string, correction: Correction): Promise<LedgerEntry> {
    return this.once(entryId, async () => {
      const old = await this.db.repo(LedgerEntry).findOneBy({ id: entryId });
      if (!old) throw notFound();
      const permit = await this.records.require(actor, old.permitId, { policy: ledgerPolicy, action: 'ledger.write' });
      const newer = await this.db.repo(LedgerEntry).findOneBy({ correctsId: entryId });
      if (newer) throw alreadyCorrected(newer.id);
      const data = correction.data === null ? {} : await this.contentOf(permit, old, correction.data);
      const { slot, search, itemKey, itemTitle, kind, businessDate, shift } = old;
      const row: LedgerEntry = {
        ...this.stamp(actor, permit, businessDate), id: newId(), kind, itemKey, itemTitle, businessDate, shift, slot, search, data, source: sourceOf(actor, 'form'), externalId: null,
        correctsId: entryId, reason: correction.reason, voided: correction.data === null,
      };
      await this.db.repo(LedgerEntry).insert(row);
      await this.audit.record({ actor, action: 'ledger.correct', subject: { type: 'ledger-entry', id: row.id }, details: { permitId: permit.id, corrects: entryId, voided: row.voided }, onBehalfOf: permit.enterpriseId === actor.orgId ? null : permit.enterpriseId });
      await this.changed(permit, [businessDate]);
      return row;
    });
  }

  /** Who waits for entries learns of the days, in the same transaction. */
  private async changed(permit: Permit, days: readonly string[]): Promise<void> {
    const [from, to] = [[...days].sort()[0], [...days].sort().at(-1)];
    if (from !== undefined && to !== undefined) await this.outbox.publish(ledgerChanged, { permitId: permit.id, from, to });
  }

  private async contextOf(permit: Permit): Promise<EntryContext> {
    return { today: this.clock.today(), itemsOn: ledgerBook(await this.records.inTime(permit)) };
  }

  private async contentOf(permit: Permit, old: LedgerEntry, data: Record<string, unknown>): Promise<LedgerEntry['data']> {
    const { itemsOn } = await this.contextOf(permit);
    const item = itemsOn(old.businessDate)?.find(one => one.key === old.itemKey);
    const checked = checkContent(item?.fields ?? [], data);
    if ('problems' in checked) throw invalidFields(checked.problems);
    return checked.data;
  }

  private stamp(actor: Actor, permit: Permit, businessDate: string): Pick<LedgerEntry, 'permitId' | 'enterpriseId' | 'lateDays' | 'enteredAt' | 'enteredBy' | 'enteredByName'> {
    const enteredAt = this.clock.now();
    const lateDays = daysOf(businessDate, shanghaiDate(enteredAt)).length - 1;
    return { permitId: permit.id, enterpriseId: permit.enterpriseId, lateDays, enteredAt, enteredBy: actor.userId, enteredByName: actor.name };
  }

  /** All rows in one statement; those whose place was taken are compared with what is there. */
  private async insert(actor: Actor, permit: Permit, { good, source }: { good: readonly { index: number; entry: AcceptedEntry }[]; source: EntrySource }): Promise<RowOutcome[]> {
    if (good.length === 0) return [];
    const prepared = good.map(({ index, entry }) => ({ index, entry, row: this.rowOf(actor, permit, { entry, source }) }));
    // without updateEntity(false) the ids of the rows that went in are written over those of the rows by their order
    const result = await this.db.repo(LedgerEntry).createQueryBuilder().insert().values(prepared.map(one => one.row)).orIgnore().updateEntity(false).returning('id').execute();
    const added = new Set((result.raw as { id: string }[]).map(one => one.id));
    const rest = prepared.filter(one => !added.has(one.row.id));
    const there = await this.existing(permit.id, rest.map(one => one.entry));
    return prepared.map(({ index, entry, row }) => (added.has(row.id) ? { index, status: 'accepted', entryId: row.id, errors: [] } : compared(index, entry, there)));
  }

  private rowOf(actor: Actor, permit: Permit, { entry, source }: { entry: AcceptedEntry; source: EntrySource }): LedgerEntry {
    const { item, businessDate, shift, slot, externalId, data, search } = entry;
    return {
      ...this.stamp(actor, permit, businessDate), id: newId(), kind: item.kind, itemKey: item.key, itemTitle: item.title.zh, businessDate, shift, slot, data, search, source, externalId,
      correctsId: null, reason: null, voided: false,
    };
  }

  /** First entries of these slots and those with these external ids. */
  private async existing(permitId: string, entries: readonly AcceptedEntry[]): Promise<LedgerEntry[]> {
    if (entries.length === 0) return [];
    const externalIds = entries.flatMap(one => one.externalId ?? []);
    const query = this.db.repo(LedgerEntry).createQueryBuilder('e').where('e.permitId = :permitId AND e.correctsId IS NULL AND e.itemKey IN (:...keys) AND e.slot IN (:...slots)', {
      permitId, keys: entries.map(one => one.item.key), slots: ['', ...entries.flatMap(one => one.slot ?? [])],
    });
    const bySlot = await query.getMany();
    return [...bySlot, ...(externalIds.length === 0 ? [] : await this.db.repo(LedgerEntry).findBy({ permitId, externalId: In(externalIds) }))];
  }

  private async once<T>(entryId: string, work: () => Promise<T>): Promise<T> {
    try {
      return await this.db.transaction(work);
    } catch (error) {
      if (violatedConstraint(error)?.includes('corrects_id')) throw alreadyCorrected(entryId);
      throw error;
    }
  }
}

const sourceOf = (actor: Actor, otherwise: EntrySource): EntrySource => (isProgram(actor) ? 'api' : otherwise);

const refusedRow = (index: number, errors: readonly FieldProblem[]): RowOutcome => ({ index, status: 'refused', entryId: null, errors });

const canonical = (data: object): string => JSON.stringify(Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1)));

function compared(index: number, entry: AcceptedEntry, there: readonly LedgerEntry[]): RowOutcome {
  const old =
    there.find(one => entry.externalId !== null && one.externalId === entry.externalId) ?? there.find(one => one.itemKey === entry.item.key && one.slot === entry.slot);
  if (!old) return refusedRow(index, []);
  const same = old.itemKey === entry.item.key && old.businessDate === entry.businessDate && old.shift === entry.shift && canonical(old.data) === canonical(entry.data);
  return same ? { index, status: 'existing', entryId: old.id, errors: [] } : { index, status: 'refused', entryId: old.id, errors: [slotTaken(old.id)] };
}
