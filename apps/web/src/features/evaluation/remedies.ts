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

interface Words {
  readonly zh: string;
  readonly en: string;
}

interface VerdictAsked {
  readonly what: Words;
  readonly help: Words;
  /** What may follow; none where the result can no longer be changed here. */
  readonly remedies: readonly string[];
  /** A complaint may be upheld although the result stands. */
  readonly asksEffect?: boolean;
  /** The award is made: who is taken off the list is known. */
  readonly isAwarded?: boolean;
}

/** The fields of a verdict. */
export const verdictFields = ({ candidates, plan }: Pick<Evaluation, 'candidates' | 'plan'>, { what, help, remedies, asksEffect = false, isAwarded = false }: VerdictAsked): FieldSpec[] => [
  { name: 'verdict', label: { zh: '结论', en: 'Verdict' }, type: 'select', required: true, options: [{ value: 'not', label: { zh: `${what.zh}不成立`, en: `${what.en}: not upheld` } }, ...(asksEffect && remedies.length > 0 ? [untouched(what)] : []), { value: 'upheld', label: upheldWords(what, asksEffect && remedies.length > 0) }] },
  ...(remedies.length > 0 ? remedyFields({ candidates, plan }, { help, remedies, isAwarded }) : []),
];

const untouched = ({ zh, en }: Words): { readonly value: string; readonly label: Words } => ({ value: 'untouched', label: { zh: `${zh}成立，不影响采购结果，继续进行`, en: `${en}: upheld, the result is not touched and goes on` } });
const upheldWords = ({ zh, en }: Words, touches: boolean): Words => ({ zh: `${zh}成立${touches ? '，影响或者可能影响采购结果' : ''}`, en: `${en}: upheld${touches ? ', the result is or may be touched' : ''}` });

const remedyFields = ({ candidates, plan }: Pick<Evaluation, 'candidates' | 'plan'>, { help, remedies, isAwarded }: { readonly help: Words; readonly remedies: readonly string[]; readonly isAwarded: boolean }): FieldSpec[] => [
  { name: 'remedy', label: { zh: '怎样处理', en: 'What follows' }, type: 'select', required: UPHELD, visibleWhen: UPHELD, options: REMEDIES.filter(one => remedies.includes(one.value)), help },
  { name: 'criterionIds', label: { zh: '重新评分的评审项', en: 'Criteria scored again' }, type: 'multiselect', required: CORRECT, visibleWhen: CORRECT, options: (plan?.criteria ?? []).map(one => ({ value: one.id, label: one.name })) },
  ...(isAwarded ? [] : [excluding(candidates)]),
];

const excluding = (candidates: Evaluation['candidates']): FieldSpec =>
  ({ name: 'excludesBidId', label: { zh: '取消的候选人', en: 'Candidate taken off' }, type: 'select', required: NEXT, visibleWhen: NEXT, options: candidates.filter(one => !one.excluded).map(one => ({ value: one.bidId, label: one.firmName })), help: { zh: '查实候选人不合格时选择', en: 'When the candidate does not qualify' } });

/** What the API takes of the fields. */
export function verdictBody({ verdict, remedy, criterionIds, excludesBidId }: Record<string, unknown>): Record<string, unknown> {
  const chosen = verdict === 'upheld' ? remedy : null;
  return { upheld: verdict !== 'not', ...(verdict === 'untouched' ? { affectsResult: false } : {}), remedy: chosen || null, criterionIds: chosen === 'correct' ? criterionIds : [], excludesBidId: (chosen === 'next' && excludesBidId) || null };
}
