import { useTranslation } from 'react-i18next';
import { Alert } from 'antd';
import type { FieldSpec } from '@/shared/form/field';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import type { SeatPage } from './model';
import { seat } from './seat-api';

const FIELDS: readonly FieldSpec[] = [
  { name: 'verdict', label: { zh: '剩下的报价是否仍有竞争性', en: 'Do the bids left still compete?' }, type: 'select', required: true, options: [{ value: 'yes', label: { zh: '仍有竞争性，继续评审', en: 'They do: go on' } }, { value: 'no', label: { zh: '明显缺乏竞争，否决全部报价', en: 'Competition is plainly lacking: reject all' } }] },
  { name: 'reason', label: { zh: '理由', en: 'Reason' }, type: 'textarea', required: true, max: 1000, help: { zh: '至少 4 个字', en: 'At least 4 characters' } },
];

/** Fewer responsive bids than the law counts on: each member says whether to go on. */
export function CompetitionForm({ page, onChanged }: { readonly page: SeatPage; readonly onChanged: () => Promise<void> }) {
  const { t } = useTranslation('evaluation');
  const { outcome, competition } = page;
  const send = async ({ verdict, reason }: Record<string, unknown>): Promise<void> => {
    await seat('PUT', '/competition', { competitive: verdict === 'yes', reason });
    await onChanged();
  };
  return (
    <section className="hb-card hb-stack">
      <h2>{t('review.competition')}</h2>
      {outcome && <p>{t('review.left', { left: outcome.left, least: outcome.least, basis: outcome.basis, unverified: outcome.verified ? '' : t('card.unverified') })}</p>}
      <p className="hb-muted">{t('review.competitionHint')}</p>
      {competition && <Alert role="status" type="success" showIcon title={t('seat.handedIn')} />}
      <QuickForm fields={FIELDS} initial={competition ? { verdict: competition.competitive ? 'yes' : 'no', reason: competition.reason } : undefined} submit={t('review.competitionSubmit')} onSubmit={send} control={FieldControl} />
    </section>
  );
}
