import { addDays } from '@huanbao/calendar';
import type { FieldProblem } from '../form/field';
import type { StandardKind } from '../reference/standards';
import { sameCode } from '../review/limit-fit';
import type { LimitRow, StandardHead } from '../review/rule';
import { limitProblems } from './limit-checks';
import type { LimitContent } from './limit-content';

export type { LimitContent } from './limit-content';
export type StoredLimit = LimitRow & { readonly id: string };
export interface StandardContent {
  readonly code: string;
  readonly title: string;
  readonly kind: StandardKind;
  readonly inForceFrom: string | null;
  readonly replaces: string | null;
  readonly note: string | null;
}

/** One change. The past stays: a row is ended and another begins; only a row nobody verified can be called wrong from the beginning. */
export type LimitChange =
  | { readonly op: 'add'; readonly row: LimitContent; readonly confirmed?: boolean }
  | { readonly op: 'replace'; readonly id: string; readonly row: LimitContent; readonly confirmed?: boolean }
  | { readonly op: 'correct'; readonly id: string; readonly row: LimitContent; readonly confirmed?: boolean }
  | { readonly op: 'end'; readonly id: string; readonly lastDay: string }
  | { readonly op: 'add-standard'; readonly standard: StandardContent }
  | { readonly op: 'end-standard'; readonly code: string; readonly lastDay: string; readonly replacedBy: string | null };

export interface Book {
  readonly limits: readonly StoredLimit[];
  readonly standards: readonly StandardHead[];
}

export interface Planned {
  /** Pointers into the list of changes: `/items/0/row/value`. */
  readonly problems: readonly FieldProblem[];
  /** The book as it would be. New rows have ids `new-<index>`. */
  readonly next: Book;
}

const at = (index: number, place: string, code: string, words: readonly [zh: string, en: string]): FieldProblem => ({ pointer: `/items/${index}${place}`, code, zh: words[0], en: words[1] });

/** Applies changes to a book in their order, naming everything that hinders. Pure. */
export function planChanges(book: Book, changes: readonly LimitChange[], today: string): Planned {
  const problems: FieldProblem[] = [];
  let next = book;
  changes.forEach((change, index) => {
    const step = STEPS[change.op](next, change as never, { index, today });
    if (step.problems.length > 0) problems.push(...step.problems);
    else next = step.next;
  });
  return { problems, next };
}

type Place = { readonly index: number; readonly today: string };
type Step<C> = (book: Book, change: C, place: Place) => Planned;
type Of<O extends LimitChange['op']> = Extract<LimitChange, { op: O }>;

const refused = (book: Book, ...problems: FieldProblem[]): Planned => ({ problems, next: book });
const gone = (book: Book, index: number): Planned => refused(book, at(index, '/id', 'limit-gone', ['这一行限值已不在现行数据中，请刷新列表后重新选择', 'This row is not there any more. Reload the list.']));
const early = (index: number, place: string, today: string): FieldProblem => at(index, place, 'past', [`不改动过去：请填写 ${today} 或以后的日期`, `The past is not changed: enter ${today} or later.`]);

const STEPS: { readonly [O in LimitChange['op']]: Step<Of<O>> } = {
  add: (book, { row, confirmed }, { index }) => added(book, { index, row, near: [], confirmed }),
  replace: (book, { id, row, confirmed }, { index, today }) => {
    const old = book.limits.find(one => one.id === id);
    if (!old) return gone(book, index);
    if (row.validFrom < today) return refused(book, early(index, '/row/validFrom', today));
    if (row.validFrom <= old.validFrom) return refused(book, at(index, '/row/validFrom', 'not-after', [`新值要从现行值起用日（${old.validFrom}）之后开始`, `The new value has to begin after ${old.validFrom}.`]));
    if (old.validTo !== null && row.validFrom !== addDays(old.validTo, 1)) return refused(book, spanProblem(index, old, row.validFrom));
    const ended = { ...book, limits: book.limits.map(one => (one.id === id ? { ...one, validTo: old.validTo ?? addDays(row.validFrom, -1) } : one)) };
    return orElse(added(ended, { index, row, near: [old], confirmed }), book);
  },
  correct: (book, { id, row, confirmed }, { index }) => {
    const old = book.limits.find(one => one.id === id);
    if (!old) return gone(book, index);
    if (old.verified) return refused(book, at(index, '/id', 'verified', ['这一行已经核对过原文，不能当作录错改正；标准有变的请用“换新值”，核对有误的请先撤回核对', 'This row was compared with the text. Replace it from a day on, or take the comparison back first.']));
    const without = { ...book, limits: book.limits.filter(one => one.id !== id) };
    const step = added(without, { index, row, near: [], confirmed });
    if (step.problems.length > 0) return { ...step, next: book };
    return { problems: [], next: { ...step.next, limits: step.next.limits.map(one => (one.id === `new-${index}` ? { ...one, validTo: old.validTo } : one)) } };
  },
  end: (book, { id, lastDay }, { index, today }) => {
    const old = book.limits.find(one => one.id === id);
    if (!old) return gone(book, index);
    if (lastDay < addDays(today, -1)) return refused(book, early(index, '/lastDay', today));
    if (lastDay < old.validFrom || (old.validTo !== null && lastDay > old.validTo)) return refused(book, at(index, '/lastDay', 'outside', [`最后一天要在这一行的有效期内（${old.validFrom} 至 ${old.validTo ?? '今'}）`, `The last day has to lie within ${old.validFrom} – ${old.validTo ?? 'open'}.`]));
    const limits = book.limits.map(one => (one.id === id ? { ...one, validTo: lastDay } : one));
    const after = limits.find(one => one.id !== id && sameLimit(one, old) && one.validFrom > lastDay);
    if (after && after.validFrom !== addDays(lastDay, 1)) return refused(book, gapProblem(index, '/lastDay', { from: addDays(lastDay, 1), to: addDays(after.validFrom, -1) }));
    return { problems: [], next: { ...book, limits } };
  },
  'add-standard': (book, { standard }, { index }) => {
    if (standard.code.trim().length < 3) return refused(book, at(index, '/standard/code', 'code', ['填写标准号或文号，例如 GB 13271-2014', 'Enter the code, e.g. GB 13271-2014.']));
    if (book.standards.some(one => sameCode(one.code, standard.code))) return refused(book, at(index, '/standard/code', 'known', ['这个标准号已经登记，请直接使用', 'This code is known already.']));
    if (standard.replaces !== null && !book.standards.some(one => sameCode(one.code, standard.replaces as string))) return refused(book, at(index, '/standard/replaces', 'unknown', [`没有登记过 ${standard.replaces}，请核对标准号`, `${standard.replaces} is not known.`]));
    const head: StandardHead = { code: standard.code, title: standard.title, inForceFrom: standard.inForceFrom, inForceTo: null, replacedBy: null, verified: false };
    return { problems: [], next: { ...book, standards: [...book.standards, head] } };
  },
  'end-standard': (book, { code, lastDay, replacedBy }, { index, today }) => {
    const old = book.standards.find(one => sameCode(one.code, code));
    if (!old) return refused(book, at(index, '/code', 'unknown', [`没有登记过 ${code}`, `${code} is not known.`]));
    if (old.inForceTo !== null) return refused(book, at(index, '/code', 'ended', [`这个标准已于 ${old.inForceTo} 终止`, `This standard ended on ${old.inForceTo}.`]));
    if (lastDay < addDays(today, -1)) return refused(book, early(index, '/lastDay', today));
    if (replacedBy !== null && !book.standards.some(one => sameCode(one.code, replacedBy))) return refused(book, at(index, '/replacedBy', 'unknown', [`没有登记过 ${replacedBy}，请先登记新标准`, `${replacedBy} is not known. Add it first.`]));
    const ends = (to: string | null): string => (to === null || to > lastDay ? lastDay : to);
    return {
      problems: [],
      next: {
        standards: book.standards.map(one => (one === old ? { ...one, inForceTo: lastDay, replacedBy } : one)),
        limits: book.limits.filter(row => !sameCode(row.standard, code) || row.validFrom <= lastDay).map(row => (sameCode(row.standard, code) ? { ...row, validTo: ends(row.validTo) } : row)),
      },
    };
  },
};

const orElse = (step: Planned, book: Book): Planned => (step.problems.length > 0 ? { ...step, next: book } : step);

interface Adding {
  readonly index: number;
  readonly row: LimitContent;
  /** Rows a slip would show against. */
  readonly near: readonly LimitRow[];
  readonly confirmed: boolean | undefined;
}

function added(book: Book, { index, row, near, confirmed }: Adding): Planned {
  const standard = book.standards.find(one => sameCode(one.code, row.standard));
  const siblings = book.limits.filter(one => sameLimit(one, { ...row, standard: standard?.code ?? row.standard }));
  const wrong = limitProblems(row, { standard, near: [...near, ...siblings, ...book.limits.filter(one => one.medium === row.medium && one.source === row.source && one.pollutant === row.pollutant)], confirmed: confirmed === true });
  if (wrong.length > 0 || !standard) return refused(book, ...wrong.map(one => ({ ...one, pointer: `/items/${index}/row${one.pointer}` })));
  const later = siblings.filter(one => one.validFrom >= row.validFrom).sort((a, b) => a.validFrom.localeCompare(b.validFrom))[0];
  const earlier = siblings.filter(one => one.validFrom < row.validFrom).sort((a, b) => b.validFrom.localeCompare(a.validFrom))[0];
  if (later?.validFrom === row.validFrom || (earlier && (earlier.validTo === null || earlier.validTo >= row.validFrom))) return refused(book, overlapProblem(index, (later?.validFrom === row.validFrom ? later : earlier) as LimitRow));
  if (earlier?.validTo && addDays(earlier.validTo, 1) < row.validFrom) return refused(book, gapProblem(index, '/row/validFrom', { from: addDays(earlier.validTo, 1), to: addDays(row.validFrom, -1) }));
  const stored: StoredLimit = { ...row, standard: standard.code, title: standard.title, id: `new-${index}`, verified: false, validTo: later ? addDays(later.validFrom, -1) : null };
  return { problems: [], next: { ...book, limits: [...book.limits, stored] } };
}

const spanProblem = (index: number, old: LimitRow, from: string): FieldProblem =>
  from <= (old.validTo as string) ? overlapProblem(index, old) : gapProblem(index, '/row/validFrom', { from: addDays(old.validTo as string, 1), to: addDays(from, -1) });

const overlapProblem = (index: number, other: LimitRow): FieldProblem =>
  at(index, '/row/validFrom', 'overlap', [`与现有的 ${other.value} ${other.unit}（${other.validFrom} 至 ${other.validTo ?? '今'}）时间重叠；同一限值换新值请用“换新值”`, `Overlaps ${other.value} ${other.unit} (${other.validFrom} – ${other.validTo ?? 'open'}). To change a value, replace that row.`]);

const gapProblem = (index: number, place: string, { from, to }: { from: string; to: string }): FieldProblem =>
  at(index, place, 'gap', [`${from} 至 ${to} 之间会没有限值，请让两段首尾相接`, `Nothing would hold from ${from} to ${to}. Let the two spans meet.`]);

const DIMENSIONS = ['medium', 'source', 'pollutant', 'tier', 'industry', 'fuel', 'variant', 'buildPeriod', 'discharge', 'averaging'] as const;

/** Whether two rows are the same limit at different times. */
export function sameLimit(a: Omit<LimitContent, 'validFrom' | 'value' | 'unit' | 'note'>, b: Omit<LimitContent, 'validFrom' | 'value' | 'unit' | 'note'>): boolean {
  return sameCode(a.standard, b.standard) && DIMENSIONS.every(name => (a[name] ?? null) === (b[name] ?? null));
}
