import Decimal from 'decimal.js';

export type TargetClass = 'key' | 'general' | 'special';

export interface WeightPart {
  readonly zh: string;
  readonly en: string;
  readonly factor: string;
}

export type LeftOut = 'suspended' | 'positive' | 'cap' | 'open-visit' | 'officers';

export interface PoolFacts {
  readonly targetClass: TargetClass;
  /** Weight by credit: grade and factor; null without a standing. */
  readonly credit: { readonly grade: string; readonly factor: string } | null;
  /** Special facts with their factors. */
  readonly facts: readonly { readonly title: string; readonly factor: string }[];
  readonly suspended: boolean;
  /** Number of the entry in the positive list that is in force. */
  readonly positive: string | null;
  readonly visitsThisYear: number;
  /** Most visits a year; null when no row says anything. */
  readonly cap: number | null;
  /** Number of a visit that is planned already. */
  readonly openVisit: string | null;
  /** Officers who could go there. */
  readonly officers: number;
}

export interface Judged {
  readonly weight: string;
  readonly parts: WeightPart[];
  readonly leftOut: LeftOut | null;
  /** Why, in words people read. */
  readonly why: { readonly zh: string; readonly en: string } | null;
}

export const CREW = 2;

/** The weight of an enterprise, and why a draw leaves it out. Special facts multiply what credit says. */
export function judged(facts: PoolFacts): Judged {
  const parts: WeightPart[] = [
    facts.credit ? { zh: `环境信用：${facts.credit.grade}`, en: `Credit: ${facts.credit.grade}`, factor: facts.credit.factor } : { zh: '没有信用等级', en: 'No grade', factor: '1' },
    ...facts.facts.map(({ title, factor }) => ({ zh: title, en: title, factor })),
  ];
  const weight = parts.reduce((product, part) => product.times(part.factor), new Decimal(1)).toString();
  const out = leftOut(facts);
  return { weight, parts, leftOut: out, why: out && wordsOf(out, facts) };
}

/** The first reason that holds, the gravest first. */
function leftOut({ suspended, positive, cap, visitsThisYear, openVisit, officers }: PoolFacts): LeftOut | null {
  if (suspended) return 'suspended';
  if (positive !== null) return 'positive';
  if (cap !== null && visitsThisYear >= cap) return 'cap';
  if (openVisit !== null) return 'open-visit';
  return officers < CREW ? 'officers' : null;
}

function wordsOf(reason: LeftOut, { positive, visitsThisYear, cap, openVisit, officers }: PoolFacts): { zh: string; en: string } {
  const words: Record<LeftOut, { zh: string; en: string }> = {
    suspended: { zh: '单位已停用或尚未核验', en: 'The enterprise is suspended or not verified' },
    positive: { zh: `在监督执法正面清单内（${positive ?? ''}），非必要不现场检查`, en: `On the positive list (${positive ?? ''}): no visit without need` },
    cap: { zh: `本年度已安排或开展 ${visitsThisYear} 次现场检查，达到频次上限 ${cap ?? 0} 次`, en: `${visitsThisYear} visits this year reach the cap of ${cap ?? 0}` },
    'open-visit': { zh: `已有待开展的检查（${openVisit ?? ''}）`, en: `A visit is planned already (${openVisit ?? ''})` },
    officers: { zh: `可派的持证人员只有 ${officers} 名，不足 ${CREW} 名（须回避或证件失效）`, en: `Only ${officers} certified officers may go; ${CREW} are needed` },
  };
  return words[reason];
}

/** How many to draw at least in a quarter: a share of the key units, and general ones by officers. */
export function suggested(counts: { readonly key: number; readonly officers: number }, shares: { readonly keyPercent: string; readonly generalPerOfficer: string }): { key: number; general: number } {
  return {
    key: new Decimal(counts.key).times(shares.keyPercent).div(100).ceil().toNumber(),
    general: new Decimal(counts.officers).times(shares.generalPerOfficer).div(4).ceil().toNumber(),
  };
}
