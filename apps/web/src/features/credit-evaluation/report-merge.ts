import type { Evaluation } from './model';

/** What is filled in for one indicator. */
export interface Typed {
  readonly applies: boolean;
  readonly measure: number | null;
  readonly level: number | null;
  readonly score: number | null;
  readonly words: string | null;
}

/** What is filled in beyond the law. */
export type Steps = readonly { readonly title: string; readonly doneOn: string; readonly words: string | null }[];

/** The voluntary steps are one member beside the indicators. */
export const STEPS = 'voluntary';
export type Value = Typed | Steps | null;
export type Known = Readonly<Record<string, Value>>;

/** One value as it was typed, and what the field showed before. */
export interface Change {
  readonly member: string;
  readonly mine: Value;
  readonly base: Value;
}

/** A field nobody filled in has no answer yet. */
const NOTHING = JSON.stringify([true, null, null, null, null]);
const isSteps = (value: Value): value is Steps => Array.isArray(value);

/** One text for one value, whatever order its members came in. */
function printed(value: Value): string {
  if (value === null) return NOTHING;
  if (isSteps(value)) return JSON.stringify(value.map(one => [one.title, one.doneOn, one.words]));
  return JSON.stringify(value.applies ? [true, value.measure, value.level, value.score, value.words] : [false, null, null, null, value.words]);
}

export const same = (one: Value, other: Value): boolean => printed(one) === printed(other);

/** What a record says, by member. */
export function knownOf({ indicators, voluntary }: Pick<Evaluation, 'indicators' | 'voluntary'>): Known {
  return Object.fromEntries([...indicators.map(one => [one.code, one.answer] as const), [STEPS, voluntary.map(({ title, doneOn, words }) => ({ title, doneOn, words }))] as const]);
}

/** Whether somebody else changed the same value meanwhile, to something else. What this page saved itself (`own`) is nobody else's. */
export const clashes = ({ mine, base }: Change, theirs: Value, own?: Value): boolean => !same(theirs, base) && !same(theirs, mine) && (own === undefined || !same(theirs, own));

export const bodyOf = ({ member, mine }: Change): object => (member === STEPS ? { answers: [], voluntary: mine } : { answers: [{ indicator: member, ...(mine as Typed) }] });
