import type { ReportKind } from './part';

export interface SubPeriod {
  /** 2026Q4 or 2026-10. */
  readonly key: string;
  readonly from: string;
  readonly to: string;
}

interface Span {
  readonly from: string;
  readonly to: string;
}

const lastOf = (year: number, month: number): string => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
const pad = (n: number): string => String(n).padStart(2, '0');

/** The quarters of an annual report, the months of a shorter one, cut to the report's own span: merged periods have more of them. */
export function subPeriods(kind: ReportKind, span: Span): SubPeriod[] {
  const months = kind === 'annual' ? 3 : 1;
  const found: SubPeriod[] = [];
  let [year, month] = [Number(span.from.slice(0, 4)), Number(span.from.slice(5, 7))];
  month -= (month - 1) % months;
  for (; `${year}-${pad(month)}-01` <= span.to; month += months) {
    if (month > 12) [year, month] = [year + 1, month - 12];
    const [from, to] = [`${year}-${pad(month)}-01`, lastOf(year, month + months - 1)];
    if (from > span.to) break;
    found.push({ key: months === 3 ? `${year}Q${Math.ceil(month / 3)}` : `${year}-${pad(month)}`, from: from < span.from ? span.from : from, to: to > span.to ? span.to : to });
  }
  return found;
}

const DAY_MS = 86_400_000;
export const daysIn = ({ from, to }: Span): number => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS) + 1;
