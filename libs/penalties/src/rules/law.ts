import { monthsAfter } from '@huanbao/calendar';
import Decimal from 'decimal.js';
import { MEASURES, type Measure } from '../words';

/** A dated row of the reference data, as the rules read it. */
export interface DatedRow {
  readonly key: string;
  readonly title: string;
  readonly value: string;
  readonly unit: string;
  readonly legalBasis: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly verified: boolean;
  readonly note?: string | null;
}

/** What a law says of one violation, for conduct of certain days. */
export interface LawOption {
  readonly code: string;
  readonly title: string;
  readonly minYuan: string;
  readonly maxYuan: string;
  readonly measures: readonly Measure[];
  readonly legalBasis: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly verified: boolean;
}

/** `across-change`: the law changed while the conduct went on; `newer-lighter`: the law of today is milder; `unverified`: nobody has compared the row. */
export type LawWarning = 'across-change' | 'newer-lighter' | 'unverified';

export interface LawChoice {
  readonly law: LawOption;
  readonly others: readonly LawOption[];
  readonly warnings: readonly LawWarning[];
}

export const holdsOn = (row: Pick<DatedRow, 'effectiveFrom' | 'effectiveTo'>, day: string): boolean => row.effectiveFrom <= day && (row.effectiveTo === null || day <= row.effectiveTo);

const SPAN = /^(\d+(?:\.\d{1,2})?)-(\d+(?:\.\d{1,2})?)$/;

/** The laws of one violation, oldest first. `fine:<code>` holds `least-most` in yuan, `measures:<code>` what else may be imposed. Rows that cannot be read are left out. */
export function lawsOf(rows: readonly DatedRow[], code: string): LawOption[] {
  return rows
    .filter(row => row.key === `fine:${code}`)
    .flatMap(row => {
      const span = SPAN.exec(row.value);
      if (!span || new Decimal(span[1] as string).gt(span[2] as string)) return [];
      const also = rows.find(one => one.key === `measures:${code}` && holdsOn(one, row.effectiveFrom));
      const measures = (also?.value ?? 'fine').split(',').filter((one): one is Measure => (MEASURES as readonly string[]).includes(one));
      const { title, legalBasis, effectiveFrom, effectiveTo, verified } = row;
      return [{ code, title, minYuan: new Decimal(span[1] as string).toFixed(2), maxYuan: new Decimal(span[2] as string).toFixed(2), measures, legalBasis, effectiveFrom, effectiveTo, verified: verified && (also?.verified ?? true) }];
    })
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
}

/**
 * 从旧兼从轻 (行政处罚法 第三十七条): the law of the day on which the conduct ended; whoever decides is told where the law changed meanwhile
 * and where the law of today is milder. Undefined when no row holds on that day.
 */
export function chooseLaw(options: readonly LawOption[], conduct: { readonly from: string; readonly to: string }, today: string): LawChoice | undefined {
  const law = options.find(one => holdsOn(one, conduct.to));
  if (!law) return undefined;
  const now = options.find(one => holdsOn(one, today));
  const warnings: LawWarning[] = [
    ...(law.effectiveFrom > conduct.from && options.some(one => holdsOn(one, conduct.from)) ? (['across-change'] as const) : []),
    ...(now && now !== law && isMilder(now, law) ? (['newer-lighter'] as const) : []),
    ...(law.verified ? [] : (['unverified'] as const)),
  ];
  return { law, others: options.filter(one => one !== law && (holdsOn(one, conduct.from) || one === now)), warnings };
}

const isMilder = (a: LawOption, b: LawOption): boolean => {
  const most = new Decimal(a.maxYuan).cmp(b.maxYuan);
  return most < 0 || (most === 0 && new Decimal(a.minYuan).lt(b.minYuan));
};

/** 追责时效: the last day on which the conduct can still be found for a penalty, and whether it was found later. A continuing conduct counts from its end. */
export function timeBar(conductTo: string, discoveredOn: string, years: number): { readonly until: string; readonly isBarred: boolean } {
  const until = yearsAfter(conductTo, years);
  return { until, isBarred: discoveredOn > until };
}

export { monthsAfter };

/** The same day some years on; the 29th of February becomes the 28th. */
export const yearsAfter = (day: string, years: number): string => monthsAfter(day, 12 * years);
