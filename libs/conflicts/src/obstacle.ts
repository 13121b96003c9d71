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

const PRESUMED = {
  now: { zh: '；任务没有选定目录中的服务，按其标题和内容属于此类，不属于的请发布企业在草稿里选定服务或改写内容', en: '; the task names no service of the catalogue and its words speak of this one: if it is another, the enterprise names or rewords it in the draft' },
  earlier: { zh: '；原任务没有选定目录中的服务，按其标题和内容推定', en: '; the earlier task named no service of the catalogue: presumed from its words' },
  both: { zh: '；两项任务都没有选定目录中的服务，按类别、阶段、标题和内容推定，不属于此类的请发布企业在草稿里选定服务或改写内容', en: '; neither task names a service of the catalogue: presumed from kind, stage and words. If this one is another, the enterprise names or rewords it in the draft' },
} as const;

/** @param tied what binds the firm to the one that did the work; null for its own work */
export function obstacleOf({ rule, work, presumed }: Exclusion, tied: { readonly zh: string; readonly en: string } | null): Obstacle {
  const when = work.until === null ? { zh: '正在承担', en: 'under way' } : { zh: `承担至 ${work.until}`, en: `until ${work.until}` };
  const who = tied ? { zh: `与该机构有关联的另一家机构${when.zh}（${tied.zh}）`, en: `a firm bound to it did the earlier work, ${when.en} (${tied.en})` } : { zh: `该机构${when.zh}`, en: `it did the earlier work, ${when.en}` };
  const guess = presumed ? PRESUMED[presumed] : { zh: '', en: '' };
  return { zh: `${rule.title}，${who.zh}${guess.zh}（依据：${rule.basis}${rule.verified ? '' : '，未核实'}）`, en: `${titleEn(rule)}: ${who.en}${guess.en} (${rule.basis}${rule.verified ? '' : ', not verified'})`, rule: `${rule.prior}>${rule.later}`, basis: rule.basis, verified: rule.verified, isRelated: tied !== null };
}
