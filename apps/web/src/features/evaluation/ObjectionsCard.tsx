import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import type { FieldSpec } from '@/shared/form/field';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import type { PartProps } from './parts';
import { evaluationPath, type Candidate } from './model';

const RAISE: readonly FieldSpec[] = [{ name: 'text', label: { zh: '异议的事实和理由', en: 'Facts and reasons' }, type: 'textarea', required: true, max: 5000, help: { zh: '至少 10 个字', en: 'At least 10 characters' } }];
const UPHELD = { field: 'verdict', in: ['upheld'] } as const;

const answerFields = (candidates: readonly Candidate[]): FieldSpec[] => [
  { name: 'verdict', label: { zh: '结论', en: 'Verdict' }, type: 'select', required: true, options: [{ value: 'not', label: { zh: '异议不成立', en: 'Not upheld' } }, { value: 'upheld', label: { zh: '异议成立', en: 'Upheld' } }] },
  { name: 'excludesBidId', label: { zh: '取消的候选人', en: 'Candidate taken off' }, type: 'select', visibleWhen: UPHELD, options: candidates.filter(one => !one.excluded).map(one => ({ value: one.bidId, label: one.firmName })), help: { zh: '查实候选人不合格时选择', en: 'When the candidate does not qualify' } },
  { name: 'text', label: { zh: '答复内容', en: 'Answer' }, type: 'textarea', required: true, max: 5000, help: { zh: '至少 10 个字，提出异议的机构会看到', en: 'At least 10 characters; the firm reads it' } },
];

/** Objections of bidders and their answers. */
export function ObjectionsCard({ evaluation, onChanged }: PartProps) {
  const { t } = useTranslation('evaluation');
  const may = (action: string): boolean => evaluation.actions.includes(action);
  if (evaluation.objections.length === 0 && !may('object')) return null;
  const path = `${evaluationPath(evaluation.taskId)}/objections`;
  const raise = async (values: Record<string, unknown>): Promise<void> => {
    await rest('POST', path, { body: values });
    await onChanged();
  };
  const answer = (id: string) => async ({ verdict, excludesBidId, text }: Record<string, unknown>): Promise<void> => {
    await rest('POST', `${path}/${id}/answer`, { body: { text, upheld: verdict === 'upheld', excludesBidId: (verdict === 'upheld' && excludesBidId) || null } });
    await onChanged();
  };
  return (
    <section className="hb-card hb-stack">
      <h2>{t('objection.title')}</h2>
      {evaluation.objections.map(one => (
        <article key={one.id} className="hb-objection">
          <div className="hb-row"><strong>{one.firmName}</strong><DateText value={one.raisedAt} time />{one.answeredAt ? <StatusTag tone={one.upheld ? 'danger' : 'muted'}>{t(one.upheld ? 'objection.upheld' : 'objection.notUpheld')}</StatusTag> : <StatusTag tone="warning">{t('objection.waiting')}</StatusTag>}</div>
          <p className="hb-proposal">{one.text}</p>
          {one.answer ? <p className="hb-proposal">{t('objection.answer')}：{one.answer}</p> : <p className="hb-muted">{t('objection.due')}<DateText value={one.dueAt} time /></p>}
          {!one.answeredAt && may('answer') && <QuickForm fields={answerFields(evaluation.candidates)} submit={t('objection.answerSubmit')} onSubmit={answer(one.id)} control={FieldControl} />}
        </article>
      ))}
      {may('object') && (
        <details>
          <summary>{t('objection.raise')}</summary>
          <p className="hb-muted">{t('objection.hint')}</p>
          <QuickForm fields={RAISE} submit={t('objection.submit')} onSubmit={raise} />
        </details>
      )}
    </section>
  );
}
