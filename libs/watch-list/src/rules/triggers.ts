import { WATCH_TRIGGERS, type WatchTrigger } from '../words';

interface DatedRow {
  readonly key: string;
  readonly value: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
}

/** What becomes a clue by itself on one day. */
export interface TriggerTable {
  /** Colours of grades. */
  readonly colours: ReadonlySet<string>;
  /** Types of events of credit, and what each stands for. */
  readonly events: ReadonlyMap<string, WatchTrigger>;
  /** Days after the term of payment; null: unpaid penalties are no clue. */
  readonly unpaidDays: number | null;
}

const isTrigger = (value: string): value is WatchTrigger => (WATCH_TRIGGERS as readonly string[]).includes(value);

/** The table of a day. Rows that do not hold or cannot be read say nothing. Pure. */
export function triggersOf(rows: readonly DatedRow[], day: string): TriggerTable {
  const held = rows.filter(row => row.effectiveFrom <= day && (row.effectiveTo === null || day <= row.effectiveTo));
  const value = (key: string): string => held.find(row => row.key === key)?.value ?? '';
  const events = held.flatMap(row => (row.key.startsWith('event:') && isTrigger(row.value) ? [[row.key.slice('event:'.length), row.value] as const] : []));
  const days = Number(value('unpaid'));
  return { colours: new Set(value('grade').split(',').filter(Boolean)), events: new Map(events), unpaidDays: value('unpaid') !== '' && Number.isInteger(days) && days >= 0 ? days : null };
}
