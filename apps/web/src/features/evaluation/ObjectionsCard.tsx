import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import type { FieldSpec } from '@/shared/form/field';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import type { PartProps } from './parts';
import type { Complaint } from './complaints';
import { evaluationPath } from './model';
import { REMEDIES, verdictBody, verdictFields } from './remedies';

const RAISE: readonly FieldSpec[] = [{ name: 'text', label: { zh: '异议的事实和理由', en: 'Facts and reasons' }, type: 'textarea', required: true, max: 5000, help: { zh: '至少 10 个字', en: 'At least 10 characters' } }];
const OBJECTION = { zh: '异议', en: 'Objection' };
const WHEN = { zh: '全部异议答复后执行；有几个成立的，按影响最大的处理', en: 'Carried out when all objections are answered; of several the one that goes furthest' };
const ANSWER: FieldSpec = { name: 'text', label: { zh: '答复内容', en: 'Answer' }, type: 'textarea', required: true, max: 5000, help: { zh: '至少 10 个字，提出异议的机构会看到', en: 'At least 10 characters; the firm reads it' } };
const COMPLAIN: readonly FieldSpec[] = [
  { name: 'demand', label: { zh: '投诉请求', en: 'What you ask for' }, type: 'textarea', required: true, max: 1000, help: { zh: '至少 4 个字', en: 'At least 4 characters' } },
  { name: 'facts', label: { zh: '事实和理由', en: 'Facts and reasons' }, type: 'textarea', required: true, max: 5000, help: { zh: '至少 10 个字；证明材料提交后在投诉页上传', en: 'At least 10 characters; papers are uploaded to the complaint' } },
];

/** Objections of bidders and their answers. */
export function ObjectionsCard({ evaluation, onChanged }: PartProps) {
  const { t } = useTranslation('evaluation');
  const { base } = useSession();
  const navigate = useNavigate();
  const may = (action: string): boolean => evaluation.actions.includes(action);
  if (evaluation.objections.length === 0 && !may('object')) return null;
  const path = `${evaluationPath(evaluation.taskId)}/objections`;
  const raise = async (values: Record<string, unknown>): Promise<void> => {
    await rest('POST', path, { body: values });
    await onChanged();
  };
  const answer = (id: string) => async ({ text, ...verdict }: Record<string, unknown>): Promise<void> => {
    await rest('POST', `${path}/${id}/answer`, { body: { text, ...verdictBody(verdict) } });
    await onChanged();
  };
  const complain = (objectionId: string) => async (values: Record<string, unknown>): Promise<void> => {
    const { id } = await rest<Complaint>('POST', `${evaluationPath(evaluation.taskId)}/complaints`, { body: { objectionId, ...values } });
    await onChanged();
    await navigate({ to: `${base}/tender-complaints/${id}` });
  };
  return (
    <section className="hb-card hb-stack">
      <h2>{t('objection.title')}</h2>
      {evaluation.objections.map(one => (
        <article key={one.id} className="hb-objection">
          <div className="hb-row"><strong>{one.firmName}</strong><DateText value={one.raisedAt} time />{one.answeredAt ? <StatusTag tone={one.upheld ? 'danger' : 'muted'}>{t(one.upheld ? 'objection.upheld' : 'objection.notUpheld')}</StatusTag> : <StatusTag tone="warning">{t('objection.waiting')}</StatusTag>}</div>
          <p className="hb-proposal">{one.text}</p>
          {one.answer ? <p className="hb-proposal">{t('objection.answer')}：{one.answer}</p> : <p className="hb-muted">{t('objection.due')}<DateText value={one.dueAt} time /></p>}
          {one.remedy && <p>{t('objection.remedy')}：{textOf(REMEDIES.find(each => each.value === one.remedy)?.label ?? one.remedy)}</p>}
          {!one.answeredAt && may('answer') && <QuickForm fields={[...verdictFields(evaluation, { what: OBJECTION, help: WHEN, remedies: REMEDIES.map(each => each.value) }), ANSWER]} submit={t('objection.answerSubmit')} onSubmit={answer(one.id)} control={FieldControl} />}
          {one.complaintId && <div><ButtonLink to={`${base}/tender-complaints/${one.complaintId}`}>{t('complaint.open')}</ButtonLink></div>}
          {one.complainUntil && (
            <details>
              <summary>{t('complaint.raise')}</summary>
              <p className="hb-muted">{t('complaint.hint')} {t('complaint.until')}<DateText value={one.complainUntil} time /></p>
              <QuickForm fields={COMPLAIN} submit={t('complaint.submit')} onSubmit={complain(one.id)} />
            </details>
          )}
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
