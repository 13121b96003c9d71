import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { now } from '@/shared/time/time';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import type { PartProps } from './parts';
import { type Enquiry, evaluationPath } from './model';
import { useWords } from './words';

const TEXT: readonly FieldSpec[] = [{ name: 'text', label: { zh: '说明（评标委员会会看到）', en: 'Explanation (the committee reads it)' }, type: 'textarea', required: true, max: 5000, help: { zh: '至少 10 个字', en: 'At least 10 characters' } }];

/** Abnormally low prices, their explanations, and what the committee made of them. */
export function EnquiriesCard({ evaluation, onChanged }: PartProps) {
  const { t } = useTranslation('evaluation');
  if (evaluation.enquiries.length === 0) return null;
  const send = async (values: Record<string, unknown>): Promise<void> => {
    await rest('POST', `${evaluationPath(evaluation.taskId)}/explanation`, { body: values });
    await onChanged();
  };
  return (
    <section className="hb-card hb-stack">
      <h2>{t('enquiry.title')}</h2>
      {evaluation.enquiries.map(one => (
        <div key={one.id} className="hb-objection">
          <div className="hb-row"><strong>{one.firmName}</strong><span className="hb-muted">{t('enquiry.due')} <DateText value={one.dueAt} time /></span></div>
          <EnquiryLines enquiry={one} />
        </div>
      ))}
      {evaluation.actions.includes('explain') && (
        <div className="hb-stack">
          <h3>{t('enquiry.writeTitle')}</h3>
          <p className="hb-muted">{t('enquiry.hint')}</p>
          <QuickForm fields={TEXT} submit={t('enquiry.submit')} onSubmit={send} />
        </div>
      )}
    </section>
  );
}

/** Why a price was asked about, and what its firm said, or has yet to say. */
export function EnquiryLines({ enquiry: { grounds, answer, dueAt } }: { readonly enquiry: Enquiry }) {
  const { t } = useTranslation('evaluation');
  const words = useWords();
  return (
    <>
      <p>{grounds.map(words).join('；')}</p>
      {answer ? <p className="hb-proposal">{t('enquiry.answer')}：{answer}</p> : <p><StatusTag tone="warning">{t(Date.parse(dueAt) > now().valueOf() ? 'enquiry.waiting' : 'enquiry.none')}</StatusTag></p>}
    </>
  );
}
