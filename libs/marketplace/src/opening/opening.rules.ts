import { HOLDERS, type Holder } from '@huanbao/sealing';

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What each holder is called in the record of the opening. */
export const HOLDER_WORDS: Readonly<Record<Holder, Words>> = {
  owner: { zh: '发布企业', en: 'the enterprise' },
  witness: { zh: '生态环境部门见证人', en: 'the bureau’s witness' },
  recovery: { zh: '恢复份额保管人', en: 'the keeper of the recovery share' },
};

/** A share that was given, and the bids it does not fit. */
export interface Given {
  readonly holder: Holder;
  readonly lacking: readonly string[];
}

export interface Standing {
  readonly needed: number;
  readonly given: readonly Given[];
  readonly lost: readonly Holder[];
}

/**
 * The recovery rule: the third share is no shortcut around enterprise or witness. It steps in when one of them has lost its key, on the record,
 * or when a bid's share of one of them does not unwrap. Where all three are needed anyway it takes part like the others.
 */
export const recoveryStepsIn = ({ needed, given, lost }: Standing): boolean => needed === HOLDERS.length || lost.some(holder => holder !== 'recovery') || given.some(one => one.lacking.length > 0);

/** Enough holders for every bid; once all have come, what does not open then never will. */
export function isOpenable({ needed, given }: Pick<Standing, 'needed' | 'given'>, bidIds: readonly string[]): boolean {
  if (given.length >= HOLDERS.length) return true;
  return given.length >= needed && bidIds.every(id => given.filter(one => !one.lacking.includes(id)).length >= needed);
}

/** Whose share is waited for. A lost one is not, though it may still be found. */
export function awaitedHolders(standing: Standing): Holder[] {
  const stepsIn = recoveryStepsIn(standing);
  return HOLDERS.filter(holder => !standing.given.some(one => one.holder === holder) && !standing.lost.includes(holder) && (holder !== 'recovery' || stepsIn));
}
