import { Injectable } from '@nestjs/common';
import { Clock, Db } from '@huanbao/platform';
import { In } from 'typeorm';
import { CreditEvent, CreditScheme } from '../credit.entity';
import { correctedLedger, type Correction } from '../engine/corrected';
import { evaluate } from '../engine/evaluate';
import type { EventStatus, Ledger, LedgerEvent, Severity } from '../engine/ledger';
import type { Line, Outcome } from '../engine/outcome';
import type { Method, SchemeRow } from '../engine/scheme';
import { LedgerStore } from '../ledger/ledger-store';
import { eventType } from '../schemes/event-types';
import { type LoadedScheme, SchemeBook } from '../schemes/scheme-book';
import { isReading } from './compute';

/** A version of a scheme, named for good: later versions change nothing of what was reckoned by it. */
export interface FrozenScheme {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly method: Method;
  readonly legalBasis: string;
  readonly effectiveFrom: string;
  readonly inForce: boolean;
}

/** A value of an indicator that is not in the ledger yet. Neither measure nor score: the indicator does not apply. */
export interface SupposedReading {
  readonly indicator: string;
  readonly title: string;
  readonly measure: string | null;
  readonly score: string | null;
}

/** An event a line rests on, as it stood on the day. */
export interface ReckonedEvent {
  readonly key: string;
  readonly type: string;
  readonly typeTitle: string;
  readonly title: string;
  readonly severity: Severity;
  readonly documentNo: string | null;
  readonly occurredOn: string;
  readonly validFrom: string;
  readonly status: EventStatus;
}

/** What one scheme comes to, line by line. */
export interface Reckoned {
  readonly scheme: string;
  readonly schemeTitle: string;
  readonly inForce: boolean;
  readonly score: string;
  readonly grade: string;
  readonly gradeTitle: string;
  readonly colour: string;
  /** Of the grade among those of the scheme, the best one first; results kept before 2026-11-30 have none. */
  readonly place?: number;
  readonly vetoes: readonly string[];
  readonly lines: readonly Line[];
  readonly events: readonly ReckonedEvent[];
}

export interface Supposed {
  readonly day: string;
  readonly schemes: readonly FrozenScheme[];
  readonly readings: readonly SupposedReading[];
  /** Titles of voluntary steps beyond the law. */
  readonly voluntary: readonly string[];
  /** For a result of a day that is over which is put right. */
  readonly correction?: Correction;
}

/** The engine for rooms above: they suppose values, and read what comes of them. Nothing is kept here, and no right is asked. */
@Injectable()
export class CreditReckoning {
  constructor(
    private readonly db: Db,
    private readonly store: LedgerStore,
    private readonly book: SchemeBook,
    private readonly clock: Clock,
  ) {}

  /** The versions that are computed for enterprises on a day; the one in force is marked. */
  async freeze(day: string): Promise<FrozenScheme[]> {
    const { schemes, inForce } = await this.book.on(day, 'enterprise');
    return schemes.map(({ scheme: { id, key, title, method, legalBasis, effectiveFrom } }) => ({ id, key, title, method, legalBasis, effectiveFrom, inForce: key === inForce }));
  }

  /** Indicators of a version: weights and bands for the pages that ask for their values. */
  async indicators(schemeId: string): Promise<readonly SchemeRow[]> {
    const [loaded] = await this.loaded([schemeId]);
    return loaded?.compiled.indicators ?? [];
  }

  /** Codes of indicators that an event brings down by itself, of any of the versions. */
  async actedOn(schemeIds: readonly string[]): Promise<ReadonlySet<string>> {
    const loaded = await this.loaded(schemeIds);
    return new Set(loaded.flatMap(({ compiled }) => [...compiled.effects.values()].flatMap(row => row.attributes.indicator ?? [])));
  }

  /** The ledger of the subject as it is known now, with what is supposed, on a day. The scheme in force first. */
  async reckon(subjectId: string, { day, schemes, readings, voluntary, correction }: Supposed): Promise<Reckoned[]> {
    const stored = await this.store.of(subjectId);
    const ledger = correction ? correctedLedger(stored, correction) : stored;
    const supposed: Ledger = { events: [...ledger.events, ...readings.map(one => readingOn(day, one)), ...voluntary.map((title, nth) => voluntaryOn(day, title, nth))], changes: ledger.changes };
    const loaded = await this.loaded(schemes.map(one => one.id));
    const numbers = await this.numbersOf(subjectId);
    return schemes.flatMap(frozen => {
      const one = loaded.find(each => each.scheme.id === frozen.id);
      return one ? [reckonedOf(one, evaluate(one.compiled, supposed, day), { inForce: frozen.inForce, numbers })] : [];
    }).sort((a, b) => Number(b.inForce) - Number(a.inForce));
  }

  /** As it stands today, by the scheme in force today; null before any scheme. */
  async today(subjectId: string): Promise<Reckoned | null> {
    const day = this.clock.today();
    const [first] = (await this.book.on(day, 'enterprise')).schemes;
    if (!first) return null;
    return reckonedOf(first, evaluate(first.compiled, await this.store.of(subjectId), day), { inForce: true, numbers: await this.numbersOf(subjectId) });
  }

  /** Enterprises of a region with events of these types that became valid within the span and were not revoked; what replaces another counts where that one did. */
  async subjectsWith(types: readonly string[], { from, to, regionCode, orSource = '' }: { readonly from: string; readonly to: string; readonly regionCode: string; readonly orSource?: string }): Promise<{ subjectId: string; type: string; title: string; documentNo: string | null; occurredOn: string }[]> {
    return this.db.query(
      `SELECT e.subject_id AS "subjectId", e.type, e.title, e.document_no AS "documentNo", e.occurred_on::text AS "occurredOn"
         FROM credit_event e JOIN organisation o ON o.id = e.subject_id AND o.kind = 'enterprise' AND o.region_code LIKE $4
        WHERE (e.type = ANY ($1) OR e.source_type = $5) AND coalesce(e.period_from, e.valid_from) BETWEEN $2::date AND $3::date
          AND NOT EXISTS (SELECT 1 FROM credit_event_change c WHERE c.event_key = e.key AND c.status = 'revoked') ORDER BY coalesce(e.period_from, e.valid_from), e.id`,
      [[...types], from, to, `${regionCode}%`, orSource],
    );
  }

  private async loaded(ids: readonly string[]): Promise<LoadedScheme[]> {
    return this.book.withRows(await this.db.repo(CreditScheme).findBy({ id: In([...ids]) }));
  }

  private async numbersOf(subjectId: string): Promise<ReadonlyMap<string, string | null>> {
    const rows = await this.db.repo(CreditEvent).find({ where: { subjectId }, select: { key: true, documentNo: true } });
    return new Map(rows.map(row => [row.key, row.documentNo]));
  }
}

const SUPPOSED = { severity: 'minor', legalBasis: '', evidenceFileId: null, points: null, validUntil: null, recordedAt: '' } as const;

const readingOn = (day: string, { indicator, title, measure, score }: SupposedReading): LedgerEvent => ({ ...SUPPOSED, key: `supposed:reading:${indicator}`, type: 'reading', title, indicator, measure, score, occurredOn: day, validFrom: day });

const voluntaryOn = (day: string, title: string, nth: number): LedgerEvent => ({ ...SUPPOSED, key: `supposed:voluntary:${nth}`, type: 'voluntary', title, indicator: null, measure: null, score: null, occurredOn: day, validFrom: day });

interface Around {
  readonly inForce: boolean;
  readonly numbers: ReadonlyMap<string, string | null>;
}

function reckonedOf({ scheme, compiled }: LoadedScheme, { score, grade, vetoes, lines, standings }: Outcome, { inForce, numbers }: Around): Reckoned {
  const tier = compiled.tiers.find(one => one.code === grade);
  return {
    scheme: scheme.key, schemeTitle: scheme.title, inForce, score, grade, gradeTitle: tier?.title ?? grade, colour: tier?.row.attributes.colour ?? 'grey', place: compiled.tiers.findIndex(one => one.code === grade), vetoes, lines,
    events: standings.filter(({ event }) => !isReading(event.type)).map(({ event: { key, type, title, severity, occurredOn, validFrom }, status }) => ({ key, type, typeTitle: eventType(type)?.zh ?? type, title, severity, documentNo: numbers.get(key) ?? null, occurredOn, validFrom, status })),
  };
}
