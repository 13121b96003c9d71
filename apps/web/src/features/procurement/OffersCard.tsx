import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { FieldControl } from '@/shared/form/FieldControl';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';
import { DateText, Money } from '@/shared/ui/values';
import { AmountHint } from '../market/AmountHint';
import { taskPath, type Task } from '../market/model';
import { useTaskChanged } from '../market/task-changed';
import type { Offer } from './model';
import './procurement.css';

const TONES: Readonly<Record<Offer['state'], Tone>> = { open: 'progress', countered: 'muted', accepted: 'success', lapsed: 'muted' };
const FIELDS: readonly FieldSpec[] = [
  { name: 'priceYuan', label: { zh: '价格', en: 'Price' }, type: 'decimal', unit: '元', required: true, min: 0.01, help: { zh: '含税总价，单位是元，不是万元', en: 'Tax included, in yuan' }, width: 'half' },
  { name: 'durationDays', label: { zh: '工期', en: 'Duration' }, type: 'integer', unit: '天', required: true, min: 1, max: 3650, width: 'half' },
  { name: 'text', label: { zh: '说明', en: 'Remarks' }, type: 'textarea', max: 2000, width: 'full' },
];

/** A direct commission: offers back and forth until one is taken. */
export function OffersCard({ task }: { readonly task: Task }) {
  const { t } = useTranslation('procurement');
  const offers = useQuery(readPath<readonly Offer[]>(`${taskPath(task.id)}/offers`));
  const answer = task.actions.includes('task.offer') ? offers.data?.find(offer => offer.mine) : undefined;
  return (
    <section className="hb-card">
      <h2>{t('offers.title')}</h2>
      <ProblemAlert error={offers.error} />
      <ol className="hb-asked">
        {offers.data?.map(offer => (
          <li key={offer.nth}>
            <div className="hb-row">
              <strong>{t(offer.byFirm ? 'offers.firm' : 'offers.enterprise')}</strong>
              <span className="hb-bids__price"><Money yuan={offer.priceYuan} /></span>
              <span>{t('offers.days', { count: offer.durationDays })}</span>
              <StatusTag tone={TONES[offer.state]}>{t(`offers.state.${offer.state}`)}</StatusTag>
              <DateText value={offer.madeAt} time />
            </div>
            {offer.text && <p>{offer.text}</p>}
          </li>
        ))}
      </ol>
      {answer && <Answer key={answer.nth} task={task} offer={answer} />}
    </section>
  );
}

function Answer({ task, offer }: { readonly task: Task; readonly offer: Offer }) {
  const { t } = useTranslation('procurement');
  const changed = useTaskChanged(task.id);
  const [way, setWay] = useState<'accept' | 'decline' | 'counter' | null>(null);
  const mayDecline = task.actions.includes('task.decline');
  return (
    <>
      <div className="hb-row">
        {mayDecline && <Button type="text" danger onClick={() => setWay('decline')}>{t('offers.decline')}</Button>}
        <Button onClick={() => setWay('counter')}>{t('offers.counter')}</Button>
        <Button type="primary" onClick={() => setWay('accept')}>{t('offers.accept')}</Button>
      </div>
      {way === 'counter' && <Counter task={task} offer={offer} />}
      <ConfirmAct
        open={way === 'accept' || way === 'decline'}
        title={t(way === 'decline' ? 'offers.declineTitle' : 'offers.acceptTitle')}
        act={t(way === 'decline' ? 'offers.decline' : 'offers.accept')}
        danger={way === 'decline'}
        summary={way === 'accept' ? [{ label: t('offers.price'), value: <Money yuan={offer.priceYuan} /> }, { label: t('offers.duration'), value: t('offers.days', { count: offer.durationDays }) }] : undefined}
        reason={way === 'decline' ? { label: t('offers.declineReason'), required: true } : undefined}
        onConfirm={async reason => {
          if (way === 'decline') await rest('POST', `${taskPath(task.id)}/decline`, { body: { reason } });
          else await rest('POST', `${taskPath(task.id)}/offers/accept`, { body: { nth: offer.nth } });
          await changed();
        }}
        onClose={() => setWay(null)}
      >
        <p>{t(way === 'decline' ? 'offers.declineText' : 'offers.acceptText')}</p>
      </ConfirmAct>
    </>
  );
}

function Counter({ task, offer }: { readonly task: Task; readonly offer: Offer }) {
  const { t } = useTranslation('procurement');
  const changed = useTaskChanged(task.id);
  return (
    <QuickForm
      fields={FIELDS}
      initial={{ priceYuan: offer.priceYuan, durationDays: offer.durationDays }}
      submit={t('offers.send')}
      control={FieldControl}
      layout="grid"
      onSubmit={async ({ priceYuan, durationDays, text }) => {
        await rest('POST', `${taskPath(task.id)}/offers`, { body: { priceYuan: String(priceYuan), durationDays: Number(durationDays), text: text ?? '' } });
        await changed();
      }}
    >
      <AmountHint field="priceYuan" budgetYuan={task.budgetYuan} />
    </QuickForm>
  );
}
