import type { FieldSpec } from '@/shared/form/field';
import type { Evaluation } from './model';

/** What an upheld objection or complaint leads to. */
export const REMEDIES = [
  { value: 'correct', label: { zh: '更正：原评审小组对指定评审项重新评分', en: 'Correct: the same panel scores named criteria again' } },
  { value: 'reevaluate', label: { zh: '重新评审：另组评审小组', en: 'A new evaluation by another panel' } },
  { value: 'next', label: { zh: '取消候选人，由其后的候选人递补并重新公示', en: 'Take a candidate off; the next ones are published anew' } },
  { value: 'retender', label: { zh: '重新招标：本次采购结束', en: 'A new tender: this procurement ends' } },
] as const;

const UPHELD = { field: 'verdict', in: ['upheld'] } as const;
const CORRECT = { field: 'remedy', in: ['correct'] } as const;
const NEXT = { field: 'remedy', in: ['next'] } as const;

/** The fields of a verdict; `isOpen`: the procurement can still be put right here. */
export const verdictFields = ({ candidates, plan }: Pick<Evaluation, 'candidates' | 'plan'>, { what, help, isOpen }: { readonly what: { readonly zh: string; readonly en: string }; readonly help: { readonly zh: string; readonly en: string }; readonly isOpen: boolean }): FieldSpec[] => [
  { name: 'verdict', label: { zh: '结论', en: 'Verdict' }, type: 'select', required: true, options: [{ value: 'not', label: { zh: `${what.zh}不成立`, en: `${what.en}: not upheld` } }, { value: 'upheld', label: { zh: `${what.zh}成立`, en: `${what.en}: upheld` } }] },
  ...(isOpen ? remedyFields({ candidates, plan }, help) : []),
];

const remedyFields = ({ candidates, plan }: Pick<Evaluation, 'candidates' | 'plan'>, help: { readonly zh: string; readonly en: string }): FieldSpec[] => [
  { name: 'remedy', label: { zh: '怎样处理', en: 'What follows' }, type: 'select', required: UPHELD, visibleWhen: UPHELD, options: REMEDIES, help },
  { name: 'criterionIds', label: { zh: '重新评分的评审项', en: 'Criteria scored again' }, type: 'multiselect', required: CORRECT, visibleWhen: CORRECT, options: (plan?.criteria ?? []).map(one => ({ value: one.id, label: one.name })) },
  { name: 'excludesBidId', label: { zh: '取消的候选人', en: 'Candidate taken off' }, type: 'select', required: NEXT, visibleWhen: NEXT, options: candidates.filter(one => !one.excluded).map(one => ({ value: one.bidId, label: one.firmName })), help: { zh: '查实候选人不合格时选择', en: 'When the candidate does not qualify' } },
];

/** What the API takes of the fields. */
export function verdictBody({ verdict, remedy, criterionIds, excludesBidId }: Record<string, unknown>): Record<string, unknown> {
  const upheld = verdict === 'upheld';
  const chosen = upheld ? remedy : null;
  return { upheld, remedy: chosen || null, criterionIds: chosen === 'correct' ? criterionIds : [], excludesBidId: (chosen === 'next' && excludesBidId) || null };
}
