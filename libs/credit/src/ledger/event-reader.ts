import { Injectable } from '@nestjs/common';
import { Directory } from '@huanbao/identity';
import { Clock, Db } from '@huanbao/platform';
import { CreditEvent, CreditSnapshot, type SnapshotCause } from '../credit.entity';
import type { EventStatus, Severity } from '../engine/ledger';
import { eventType } from '../schemes/event-types';
import { SchemeBook } from '../schemes/scheme-book';
import { compute, isReading } from '../standings/compute';
import { isSubjectKind } from '../standings/standings.service';
import { LedgerStore } from './ledger-store';

/** An event as it stands today under the scheme in force. */
export interface EventOnLedger {
  readonly id: string;
  readonly key: string;
  readonly subjectId: string;
  readonly type: string;
  readonly typeTitle: string;
  readonly severity: Severity;
  readonly title: string;
  readonly legalBasis: string;
  readonly documentNo: string | null;
  readonly sourceType: string;
  readonly occurredOn: string;
  readonly validFrom: string;
  /** From which validity, publicity and the time until repair are counted. */
  readonly periodFrom: string;
  /** The event that took its place: what is under way about it goes on there. */
  readonly replacedBy: string | null;
  readonly recordedBy: string;
  /** Last day; null while none is set. */
  readonly until: string | null;
  /** Null before its first day. */
  readonly status: EventStatus | null;
  /** First day on which the scheme in force lets repair be asked for; null where it says nothing. */
  readonly schemeRepairFrom: string | null;
  /** It lowers score or grade, or is published: a repair ends something. */
  readonly harms: boolean;
}

const MANY = 500;

/** The ledger for rooms above: repair, appeals, lists. They look at events here and write through `CreditLedger`. */
@Injectable()
export class CreditEvents {
  constructor(
    private readonly db: Db,
    private readonly directory: Directory,
    private readonly store: LedgerStore,
    private readonly book: SchemeBook,
    private readonly clock: Clock,
  ) {}

  /** All events of a subject, newest first. */
  async of(subjectId: string): Promise<EventOnLedger[]> {
    return (await this.ofAll([subjectId])).get(subjectId) ?? [];
  }

  /** Of many subjects, in few statements. */
  async ofAll(subjectIds: readonly string[]): Promise<Map<string, EventOnLedger[]>> {
    const found = new Map<string, EventOnLedger[]>();
    for (let at = 0; at < subjectIds.length; at += MANY) await this.batch(subjectIds.slice(at, at + MANY), found);
    return found;
  }

  /** Events of these types whose validity began in these days and after they were recorded: on its day nothing else tells of it. */
  async begunLater(types: readonly string[], { from, to }: { readonly from: string; readonly to: string }): Promise<EventOnLedger[]> {
    const rows = await this.db.query<{ id: string; subjectId: string }>(
      `SELECT id, subject_id AS "subjectId" FROM credit_event WHERE type = ANY ($1) AND valid_from BETWEEN $2 AND $3 AND valid_from > (recorded_at AT TIME ZONE 'Asia/Shanghai')::date ORDER BY valid_from, id`, [[...types], from, to]);
    const ids = new Set(rows.map(row => row.id));
    const ledgers = await this.ofAll([...new Set(rows.map(row => row.subjectId))]);
    return [...ledgers.values()].flat().filter(event => ids.has(event.id));
  }

  async one(id: string): Promise<EventOnLedger | null> {
    const row = await this.db.repo(CreditEvent).findOneBy({ id });
    return row ? ((await this.of(row.subjectId)).find(one => one.id === id) ?? null) : null;
  }

  /** The same under the lock of the event, so that its repair and its revocation wait for each other. Only inside a transaction. */
  async locked(id: string): Promise<EventOnLedger | null> {
    return (await this.db.lock(CreditEvent, { id })) ? this.one(id) : null;
  }

  /** Subjects that have events, in the order of their ids, after one of them: for work that goes over everybody in batches. */
  async subjectsAfter(after: string | null, most: number): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(`SELECT DISTINCT subject_id AS id FROM credit_event WHERE ($1::uuid IS NULL OR subject_id > $1) AND type NOT IN ('reading', 'firm.reading', 'voluntary') ORDER BY subject_id LIMIT ${most}`, [after]);
    return rows.map(row => row.id);
  }

  /** What a change of a standing came from: told with `credit.changed`. */
  async causeOf(snapshotId: string): Promise<{ readonly cause: SnapshotCause; readonly keys: readonly string[] } | null> {
    const found = await this.db.repo(CreditSnapshot).findOneBy({ id: snapshotId });
    return found && { cause: found.cause, keys: found.causeKeys };
  }

  private async batch(ids: readonly string[], found: Map<string, EventOnLedger[]>): Promise<void> {
    const organisations = await this.directory.organisations(ids);
    const rows = await this.db.repo(CreditEvent).createQueryBuilder('e').where('e.subjectId = ANY (:ids)', { ids: [...ids] }).orderBy('e.occurredOn', 'DESC').addOrderBy('e.id', 'DESC').getMany();
    const ledgers = await this.store.ofAll(ids, { lean: true });
    for (const kind of ['enterprise', 'firm'] as const) {
      const schemes = await this.book.on(this.clock.today(), kind);
      for (const id of ids.filter(one => organisations.get(one)?.kind === kind && isSubjectKind(kind))) {
        const first = compute(schemes, ledgers.get(id) ?? { events: [], changes: [] }).outcomes[0];
        const standings = new Map(first?.outcome.standings.map(one => [one.event.key, one]));
        found.set(id, rows.filter(row => row.subjectId === id).map(row => {
          const standing = standings.get(row.key);
          const harms = !isReading(row.type) && row.type !== 'voluntary' && (row.severity !== 'minor' || (first?.loaded.compiled.harmful.has(row.type) ?? false));
          return { ...facts(row), replacedBy: rows.find(one => one.replaces === row.key)?.id ?? null, until: standing?.until ?? row.validUntil, status: standing?.status ?? null, schemeRepairFrom: standing?.repairFrom ?? null, harms };
        }));
      }
    }
  }
}

const facts = ({ id, key, subjectId, type, severity, title, legalBasis, documentNo, sourceType, occurredOn, validFrom, periodFrom, recordedBy }: CreditEvent): Omit<EventOnLedger, 'replacedBy' | 'until' | 'status' | 'schemeRepairFrom' | 'harms'> => ({
  id, key, subjectId, type, typeTitle: eventType(type)?.zh ?? type, severity, title, legalBasis, documentNo, sourceType, occurredOn, validFrom, periodFrom: periodFrom ?? validFrom, recordedBy,
});
