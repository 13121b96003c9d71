import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { FieldControl } from '@/shared/form/FieldControl';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { PageHeader } from '@/shared/ui/PageHeader';
import { CopyText } from '@/shared/ui/values';
import './complaints.css';
import { COMPLAINTS, SUBJECTS, useComplaintsChanged, type Receipt } from './model';
import { PlaceMap, type Point } from './PlaceMap';

/** A call or a visit, written down while it happens; then number and code are told. */
export function EnterComplaintPage() {
  const { t } = useTranslation('complaints');
  const { base } = useSession();
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const [turn, setTurn] = useState(0);
  return (
    <>
      <PageHeader title={receipt ? t('enter.done') : t('enter.title')} lead={receipt ? t('enter.tell') : t('enter.lead')} back={{ to: `${base}/complaints`, label: t('page.back') }} />
      {receipt ? (
        <section className="hb-card hb-stack">
          <div className="hb-complaints__receipt">
            <div>{t('track.number')}<strong><CopyText text={receipt.number} label={t('track.number')} /></strong></div>
            <div>{t('track.code')}<strong><CopyText text={receipt.code} label={t('track.code')} /></strong></div>
          </div>
          <div className="hb-row">
            <ButtonLink to={`${base}/complaints/${receipt.id}`} kind="primary">{t('enter.open')}</ButtonLink>
            <Button onClick={() => { setReceipt(null); setTurn(turn + 1); }}>{t('enter.another')}</Button>
          </div>
        </section>
      ) : (
        <Entry key={turn} onDone={setReceipt} />
      )}
    </>
  );
}

function Entry({ onDone }: { readonly onDone: (receipt: Receipt) => void }) {
  const { t } = useTranslation('complaints');
  const changed = useComplaintsChanged();
  const [key] = useState(newIdempotencyKey);
  const [point, setPoint] = useState<Point | null>(null);
  const fields: FieldSpec[] = [
    { name: 'channel', label: t('field.channel'), type: 'select', required: true, options: (['phone', 'walk-in', 'wechat', 'import'] as const).map(value => ({ value, label: t(`channel.${value}`) })) },
    { name: 'externalNumber', label: t('field.externalNumber'), type: 'text', max: 60, visibleWhen: { field: 'channel', in: ['import'] } },
    { name: 'subject', label: t('field.subject'), type: 'select', required: true, options: SUBJECTS.map(value => ({ value, label: t(`subject.${value}`) })) },
    { name: 'place', label: t('field.place'), type: 'text', required: true, max: 200, help: t('report.place.hint') },
    { name: 'what', label: t('field.what'), type: 'textarea', required: true, max: 4000 },
    { name: 'respondent', label: t('field.respondent'), type: 'text', max: 100 },
    { name: 'happenedOn', label: t('field.happenedOn'), type: 'date' },
    { name: 'happened', label: t('field.happened'), type: 'text', max: 100 },
    { name: 'name', label: t('field.name'), type: 'text', max: 50, group: t('enter.who') },
    { name: 'phone', label: t('field.phone'), type: 'phone', max: 20 },
    { name: 'wantsReply', label: t('field.wantsReply'), type: 'boolean' },
  ];
  const send = async (values: Record<string, unknown>): Promise<void> => {
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''));
    const receipt = await rest<Receipt>('POST', COMPLAINTS, { body: { ...given, ...(point ?? {}) }, idempotencyKey: key });
    await changed();
    onDone(receipt);
  };
  return (
    <section className="hb-card">
      <QuickForm fields={fields} initial={{ channel: 'phone' }} submit={t('enter.submit')} onSubmit={send} control={FieldControl} layout="grid"><PlaceMap value={point} onChange={setPoint} /></QuickForm>
    </section>
  );
}
