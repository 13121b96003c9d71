import type { FieldProblem } from '@huanbao/platform';

export type Remedy = 'correct' | 'reevaluate' | 'next' | 'retender';

interface RemedyRow {
  readonly zh: string;
  readonly en: string;
  /** What the answer must name. */
  readonly needs: 'criteria' | 'candidate' | 'nothing';
  readonly basis: string;
}

/** What an upheld objection leads to, the one that goes furthest first: of several upheld together that one is carried out. */
export const REMEDIES: Readonly<Record<Remedy, RemedyRow>> = {
  retender: { zh: '重新招标', en: 'A new tender', needs: 'nothing', basis: '招标投标法实施条例 第八十一条' },
  reevaluate: { zh: '另组评审小组重新评审', en: 'A new evaluation by another panel', needs: 'nothing', basis: '招标投标法实施条例 第八十一条（依法重新评标）' },
  correct: { zh: '原评审小组对指定评审项重新评分', en: 'The same panel scores the named criteria again', needs: 'criteria', basis: '招标投标法实施条例 第七十一条（责令改正）；财政部令第 87 号 第六十四条' },
  next: { zh: '取消候选人，由其后的候选人递补', en: 'A candidate is taken off, the next ones move up', needs: 'candidate', basis: '招标投标法实施条例 第五十五条' },
};

const ORDER = Object.keys(REMEDIES) as Remedy[];

/** Of several upheld objections of one round. */
export const furthest = (remedies: readonly Remedy[]): Remedy | null => ORDER.find(one => remedies.includes(one)) ?? null;

export interface Verdict {
  readonly upheld: boolean;
  readonly remedy: Remedy | null;
  readonly criterionIds: readonly string[];
  readonly excludesBidId: string | null;
}

export interface VerdictFacts {
  readonly criterionIds: readonly string[];
  /** Candidates that are on the list. */
  readonly candidateIds: readonly string[];
}

const at = (pointer: string, code: string, zh: string, en: string): FieldProblem => ({ pointer, code, zh, en });

/** An upheld objection names what follows, and what that needs; one that is not upheld leads to nothing. */
export function verdictProblems({ upheld, remedy, criterionIds, excludesBidId }: Verdict, known: VerdictFacts): FieldProblem[] {
  const needs = upheld && remedy ? REMEDIES[remedy].needs : 'nothing';
  if (upheld && !remedy) return [at('/remedy', 'remedy', '异议成立的，请选择怎样处理：更正评分、重新评审、递补或重新招标', 'An upheld objection leads to something: choose what.')];
  if (!upheld && remedy) return [at('/remedy', 'remedy', '异议不成立的，不需要选择处理方式', 'Nothing follows from an objection that is not upheld.')];
  return [...criteriaProblems(needs === 'criteria', criterionIds, known), ...candidateProblems(needs === 'candidate', excludesBidId, known)];
}

function criteriaProblems(needed: boolean, ids: readonly string[], known: VerdictFacts): FieldProblem[] {
  if (needed ? ids.length > 0 && ids.every(id => known.criterionIds.includes(id)) : ids.length === 0) return [];
  return [at('/criterionIds', 'criteria', needed ? '请选择要重新评分的评审项' : '只有更正评分时才选择评审项', needed ? 'Name the criteria to be scored again.' : 'Criteria are named for a correction only.')];
}

function candidateProblems(needed: boolean, bidId: string | null, known: VerdictFacts): FieldProblem[] {
  if (!needed) return bidId === null ? [] : [at('/excludesBidId', 'candidate', '只有异议成立并由其后的候选人递补时才取消候选人', 'A candidate is taken off only where the next one moves up.')];
  if (bidId === null || !known.candidateIds.includes(bidId)) return [at('/excludesBidId', 'candidate', '请选择要取消的候选人，须是公示中的候选人', 'Choose a candidate that is on the list.')];
  return known.candidateIds.length > 1 ? [] : [at('/excludesBidId', 'last', '取消后没有候选人了，请改选重新评审或重新招标', 'Nobody would be left: choose a new evaluation or a new tender.')];
}
