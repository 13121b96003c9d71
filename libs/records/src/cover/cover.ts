import type { Text } from '@huanbao/permits';

/** What one line of a plan (an outlet and pollutant, an item of a ledger) needs within a span, and what is there. */
export interface LineCover {
  readonly key: string;
  readonly title: Text;
  /** A value of the form's list, or a rhythm of the ledger. */
  readonly frequency: string;
  /** Samples or entries; what stands still needs none. */
  readonly needed: number;
  /** Of what is needed; a second sample of the same period counts for nothing. */
  readonly done: number;
  /** The civil days that counted. */
  readonly days: readonly string[];
}

/** Whether a span has what it needs. */
export interface Cover {
  readonly needed: number;
  readonly done: number;
  readonly lines: readonly LineCover[];
  /** When the last thing needed was entered; null while something is missing or nothing is needed. */
  readonly coveredAt: Date | null;
}

/** Lines of one span together. @param entered of each thing needed that is there, when it was entered first */
export function coverOf(lines: readonly LineCover[], entered: readonly Date[]): Cover {
  const sum = (name: 'needed' | 'done'): number => lines.reduce((total, one) => total + one[name], 0);
  const [needed, done] = [sum('needed'), sum('done')];
  const last = entered.reduce<Date | null>((latest, one) => (latest === null || one > latest ? one : latest), null);
  return { needed, done, lines, coveredAt: needed > 0 && done >= needed ? last : null };
}
