import Decimal from 'decimal.js';
import type { PermitCondition, PermitLimit } from './permit-limit.entity';

type LimitFacts = Pick<PermitLimit, 'medium' | 'outletCode' | 'pollutant' | 'measure' | 'permitYear' | 'value' | 'unit' | 'standard'>;
type ConditionFacts = Pick<PermitCondition, 'id' | 'libraryCode' | 'title' | 'subjectCode' | 'kind' | 'text' | 'duty' | 'legalBasis'>;

export interface LimitDifference {
  readonly change: 'added' | 'changed' | 'removed';
  readonly medium: PermitLimit['medium'];
  readonly outletCode: string;
  readonly pollutant: string;
  readonly measure: PermitLimit['measure'];
  readonly permitYear: number | null;
  /** Value with unit; empty for nothing. */
  readonly before: string;
  readonly after: string;
}

export interface ConditionDifference<C extends ConditionFacts = PermitCondition> {
  readonly change: 'added' | 'changed' | 'removed';
  readonly before: C | null;
  readonly after: C | null;
}

const limitKey = (one: LimitFacts): string => [one.medium, one.outletCode, one.pollutant, one.measure].join('|');
const said = (one: LimitFacts | undefined): string => (one ? `${new Decimal(one.value).toString()} ${one.unit}` : '');

/** Limits of two days side by side; what is the same on both is left out. Yearly amounts of another year of validity are the same limit. Pure. */
export function limitDifferences(before: readonly LimitFacts[], after: readonly LimitFacts[]): LimitDifference[] {
  const [old, now] = [new Map(before.map(one => [limitKey(one), one])), new Map(after.map(one => [limitKey(one), one]))];
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap(key => {
    const [was, is] = [old.get(key), now.get(key)];
    const either = (is ?? was) as LimitFacts;
    if (said(was) === said(is) && was?.standard === is?.standard) return [];
    const { medium, outletCode, pollutant, measure, permitYear } = either;
    return [{ change: was ? (is ? 'changed' : 'removed') : 'added', medium, outletCode, pollutant, measure, permitYear, before: said(was), after: said(is) } satisfies LimitDifference];
  });
}

/** Conditions of two days: the same row is the same condition, else the same entry of the library or the same title on the same subject. Pure. */
export function conditionDifferences<C extends ConditionFacts>(before: readonly C[], after: readonly C[]): ConditionDifference<C>[] {
  const kept = new Set(after.map(one => one.id));
  const gone = before.filter(one => !kept.has(one.id));
  const ids = new Set(before.map(one => one.id));
  const free = new Set(gone);
  const fresh = after.filter(one => !ids.has(one.id)).map((one): ConditionDifference<C> => {
    const earlier = [...free].find(old => sameSubject(old, one));
    if (earlier) free.delete(earlier);
    return { change: earlier ? 'changed' : 'added', before: earlier ?? null, after: one };
  });
  return [...fresh.filter(one => one.change === 'added' || !saysTheSame(one.before as C, one.after as C)), ...[...free].map((one): ConditionDifference<C> => ({ change: 'removed', before: one, after: null }))];
}

const sameSubject = (a: ConditionFacts, b: ConditionFacts): boolean =>
  a.subjectCode === b.subjectCode && (a.libraryCode !== null || b.libraryCode !== null ? a.libraryCode === b.libraryCode : a.title === b.title && a.kind === b.kind);

const saysTheSame = (a: ConditionFacts, b: ConditionFacts): boolean =>
  a.text === b.text && a.legalBasis === b.legalBasis && a.duty?.content === b.duty?.content && a.duty?.period === b.duty?.period;
