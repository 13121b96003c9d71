import { type DatedRow, holdsOn } from './law';
import { moreThan } from './money';

/** 法定情节: on what a fine may be mitigated. */
export interface Circumstance {
  readonly key: string;
  readonly title: string;
  readonly legalBasis: string;
  readonly verified: boolean;
}

/** 减轻处罚: a fine below the least of the law, on which circumstance and why. */
export interface Mitigation extends Circumstance {
  readonly minYuan: string;
  readonly reason: string;
}

/** `outside`: not within the law and no mitigation; `unknown`: no such circumstance on that day; `not-below`: a circumstance, but nothing is mitigated; `unreasoned`: no written reason. */
export type MitigationFault = 'outside' | 'unknown' | 'not-below' | 'unreasoned';

export interface MitigationAsked {
  /** Null where no fine is imposed. */
  readonly fineYuan: string | null;
  readonly circumstance: string | null;
  readonly reason: string | null;
  /** 按日连续处罚: days and first fine say the amount. */
  readonly isDaily: boolean;
}

const PREFIX = 'circumstance:';
const LEAST_WORDS = 10;

/** The circumstances that hold on a day. Keys: `circumstance:<name>`. */
export const circumstancesOn = (rows: readonly DatedRow[], day: string): Circumstance[] =>
  rows.filter(row => row.key.startsWith(PREFIX) && holdsOn(row, day)).map(({ key, title, legalBasis, verified }) => ({ key: key.slice(PREFIX.length), title, legalBasis, verified }));

/**
 * Where a fine may stand: within the law without more; below its least (减轻处罚, 行政处罚法 第三十二条) on a circumstance the law names and a written reason;
 * above its most, or off the amount of a daily penalty, never. @returns null where nothing is mitigated
 */
export function mitigate(law: { readonly minYuan: string; readonly maxYuan: string }, asked: MitigationAsked, known: readonly Circumstance[]): Mitigation | MitigationFault | null {
  const { fineYuan, circumstance, reason, isDaily } = asked;
  if (fineYuan !== null && moreThan(fineYuan, law.maxYuan)) return 'outside';
  if (fineYuan === null || !moreThan(law.minYuan, fineYuan)) return circumstance === null ? null : 'not-below';
  if (isDaily || circumstance === null) return 'outside';
  const found = known.find(one => one.key === circumstance);
  if (!found) return 'unknown';
  if ((reason ?? '').trim().length < LEAST_WORDS) return 'unreasoned';
  return { ...found, minYuan: law.minYuan, reason: (reason ?? '').trim() };
}

/** What a decision may mitigate without another legal review: what that review had before it, on the same circumstance and no further down. */
export const wasReviewed = (reviewed: Weighed, decided: Weighed): boolean => !decided.mitigation || (decided.mitigation.key === reviewed.mitigation?.key && !moreThan(reviewed.fineYuan, decided.fineYuan));

interface Weighed {
  readonly fineYuan: string;
  readonly mitigation?: Pick<Mitigation, 'key'> | null;
}

/** What notice, decision and timeline say of it. */
export const mitigationWords = ({ minYuan, title, legalBasis, reason }: Mitigation): string => `罚款低于法定最低额 ${minYuan} 元，属于减轻处罚。法定情节：${title}（${legalBasis}）。理由：${reason.replace(/[。.]$/, '')}。`;
