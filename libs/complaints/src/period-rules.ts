import type { ReferenceRow } from '@huanbao/reference';

/** Periods that run as clocks of a complaint. */
export const CLOCK_PERIODS = ['acceptance', 'refusal', 'commencement', 'handling', 'judging', 'review'] as const;
export type ClockPeriod = (typeof CLOCK_PERIODS)[number];

/** The dated row that gave a period, as it stood when the clock was started. */
export interface AppliedPeriod {
  readonly key: string;
  readonly title: string;
  readonly value: string;
  readonly unit: string;
  readonly legalBasis: string;
  readonly verified: boolean;
  readonly effectiveFrom: string | null;
}

export type AppliedPeriods = Partial<Record<ClockPeriod, AppliedPeriod>>;

/** What a row is for: `handling`, `handling+subject:noise`, `acceptance+channel:phone`, `handling+subject:noise+channel:phone`. */
export interface PeriodKey {
  readonly name: string;
  readonly subject: string | null;
  readonly channel: string | null;
}

export function periodKey(key: string): PeriodKey {
  const [name = '', ...parts] = key.split('+');
  const of = (what: string): string | null => parts.find(part => part.startsWith(`${what}:`))?.slice(what.length + 1) ?? null;
  return { name, subject: of('subject'), channel: of('channel') };
}

export interface PeriodAsked {
  readonly subject: string;
  readonly channel: string;
}

type DatedRow = Pick<ReferenceRow, 'key' | 'value' | 'effectiveFrom' | 'effectiveTo'>;

/** Subject and way in before the subject alone, the subject before the way in, any of them before the general row. */
const weight = ({ subject, channel }: PeriodKey): number => (subject === null ? 0 : 2) + (channel === null ? 0 : 1);

/** The row in force on a day that says most of a subject and a way in; of equals the newer. A row without a number rules nothing. Pure. */
export function periodFor<R extends DatedRow>(rows: readonly R[], name: string, { subject, channel }: PeriodAsked, day: string): R | undefined {
  const fits = rows.filter(row => {
    const key = periodKey(row.key);
    const inForce = (row.effectiveFrom ?? '') <= day && (row.effectiveTo === null || day <= row.effectiveTo);
    return inForce && key.name === name && Number(row.value) > 0 && (key.subject === null || key.subject === subject) && (key.channel === null || key.channel === channel);
  });
  return [...fits].sort((a, b) => weight(periodKey(b.key)) - weight(periodKey(a.key)) || ((a.effectiveFrom ?? '') < (b.effectiveFrom ?? '') ? 1 : -1))[0];
}
