import { type Exclusion, titleEn } from './rules';

/** Why a firm may not do something, in words, with the rule it follows from. */
export interface Obstacle {
  readonly zh: string;
  readonly en: string;
  readonly rule: string;
  readonly basis: string;
  readonly verified: boolean;
  /** The firm did not do it itself: one it is bound to did. */
  readonly isRelated: boolean;
}

/** @param tied what binds the firm to the one that did the work; null for its own work */
export function obstacleOf({ rule, work }: Exclusion, tied: { readonly zh: string; readonly en: string } | null): Obstacle {
  const when = work.until === null ? { zh: '正在承担', en: 'under way' } : { zh: `承担至 ${work.until}`, en: `until ${work.until}` };
  const who = tied ? { zh: `与该机构有关联的另一家机构${when.zh}（${tied.zh}）`, en: `a firm bound to it did the earlier work, ${when.en} (${tied.en})` } : { zh: `该机构${when.zh}`, en: `it did the earlier work, ${when.en}` };
  return { zh: `${rule.title}，${who.zh}（依据：${rule.basis}${rule.verified ? '' : '，未核实'}）`, en: `${titleEn(rule)}: ${who.en} (${rule.basis}${rule.verified ? '' : ', not verified'})`, rule: `${rule.prior}>${rule.later}`, basis: rule.basis, verified: rule.verified, isRelated: tied !== null };
}
