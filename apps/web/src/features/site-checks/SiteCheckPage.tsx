import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, Checkbox, Input, Radio } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { useSession } from '@/session/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { keepBlob } from './blobs';
import { CheckRecord } from './CheckRecord';
import { answered, keepDraft, readDraft, type Answer, type Draft } from './draft';
import type { SiteCheck } from './model';
import { sendAll, whereAmI } from './send';
import './site-checks.css';

/** A site check on the phone: what was looked at, photos with their place, signatures; kept on the device until it is sent. */
export function SiteCheckPage() {
  const { checkId = '' } = useParams({ strict: false }) as { checkId?: string };
  const { t } = useTranslation('site-checks');
  const { base } = useSession();
  const check = useQuery(readPath<SiteCheck>(`/api/v1/site-checks/${checkId}`));
  if (check.isPending) return <PageSkeleton />;
  if (check.error) return <RouteErrorPage error={check.error} onRetry={() => void check.refetch()} />;
  const { applicationId, enterpriseName, siteName } = check.data;
  return (
    <div className="hb-check">
      <PageHeader title={t('title')} lead={`${enterpriseName} · ${siteName}`} back={{ to: `${base}/permits/${applicationId}`, label: t('back') }} />
      {check.data.mayReport ? <Filling check={check.data} /> : <CheckRecord check={check.data} />}
    </div>
  );
}

function Filling({ check }: { readonly check: SiteCheck }) {
  const { t } = useTranslation('site-checks');
  const client = useQueryClient();
  const [draft, setDraft] = useState<Draft>(() => readDraft(check.id));
  const [sending, setSending] = useState(false);
  useEffect(() => keepDraft(check.id, draft), [check.id, draft]);
  const change = (over: Partial<Draft>): void => setDraft(all => ({ ...all, ...over }));
  const keys = check.items.map(item => item.key);
  const done = answered(keys, draft);
  const signed = draft.officers.length >= 2 && (draft.party.name.trim() !== '' || draft.party.refused.trim() !== '');
  const ready = done === keys.length && draft.conclusion !== undefined && draft.findings.trim().length >= 2 && signed;
  return (
    <form className="hb-stack" onSubmit={event => event.preventDefault()}>
      <p>{check.reason}</p>
      <p className="hb-muted">{t('kept')}</p>
      {check.items.map(item => <Item key={item.key} item={item} draft={draft} onChange={change} />)}
      <Conclusion draft={draft} onChange={change} />
      <Signatures check={check} draft={draft} onChange={change} />
      <div className="hb-check__bar">
        <span aria-live="polite">{t('progress', { done, total: keys.length })}</span>
        <Button type="primary" size="large" disabled={!ready} onClick={() => setSending(true)}>{t('send')}</Button>
      </div>
      {!ready && <p className="hb-muted">{t('notReady')}</p>}
      <ConfirmAct
        open={sending}
        title={t('sendTitle')}
        act={t('send')}
        onConfirm={async () => {
          await sendAll(check.id, keys, readDraft(check.id));
          await client.invalidateQueries({ predicate: query => String(query.queryKey[0]).includes('site-checks') });
        }}
        onClose={() => {
          setSending(false);
          setDraft(readDraft(check.id));
        }}
      >
        {t('sendLead', { photos: draft.photos.length })}
      </ConfirmAct>
    </form>
  );
}

interface PartProps {
  readonly draft: Draft;
  readonly onChange: (over: Partial<Draft>) => void;
}

const ANSWERS: readonly Answer[] = ['yes', 'no', 'na'];

function Item({ item, draft, onChange }: PartProps & { readonly item: SiteCheck['items'][number] }) {
  const { t } = useTranslation('site-checks');
  const own = draft.answers[item.key] ?? {};
  const set = (over: { answer?: Answer; note?: string }): void => onChange({ answers: { ...draft.answers, [item.key]: { ...own, ...over } } });
  const photos = draft.photos.filter(photo => photo.itemKey === item.key);
  const take = async (files: FileList | null): Promise<void> => {
    const file = files?.[0];
    if (!file) return;
    const [clientId, capturedAt] = [crypto.randomUUID(), new Date().toISOString()];
    await keepBlob(clientId, file);
    const place = await whereAmI();
    onChange({ photos: [...draft.photos, { clientId, itemKey: item.key, capturedAt, ...place }] });
  };
  return (
    <fieldset className="hb-card hb-stack hb-check__item">
      <legend>{item.question}</legend>
      <div className="hb-check__answers">
        {ANSWERS.map(value => (
          <label key={value}>
            <input type="radio" name={item.key} checked={own.answer === value} onChange={() => set({ answer: value })} /> {t(`answer.${value}`)}
          </label>
        ))}
      </div>
      {own.answer !== undefined && <Input.TextArea aria-label={`${t('note')} ${item.question}`} placeholder={t(own.answer === 'no' ? 'noteNeeded' : 'note')} value={own.note ?? ''} maxLength={1000} autoSize={{ minRows: 1, maxRows: 6 }} onChange={event => set({ note: event.target.value })} />}
      <div className="hb-row">
        <label className="hb-check__photo">
          {t('photo')}
          <input type="file" accept="image/*" capture="environment" className="hb-visually-hidden" onChange={event => void take(event.target.files)} />
        </label>
        {photos.length > 0 && <span>{t('photos', { count: photos.length, placed: photos.filter(one => one.lng !== undefined).length })}</span>}
      </div>
    </fieldset>
  );
}

function Conclusion({ draft, onChange }: PartProps) {
  const { t } = useTranslation('site-checks');
  return (
    <section className="hb-card hb-stack">
      <h2>{t('conclusion')}</h2>
      <Radio.Group aria-label={t('conclusion')} value={draft.conclusion} options={(['conforms', 'to-mend', 'does-not-conform'] as const).map(value => ({ value, label: t(`conclusions.${value}`) }))} onChange={event => onChange({ conclusion: event.target.value as Draft['conclusion'] })} />
      <Input.TextArea aria-label={t('findings')} placeholder={t('findings')} value={draft.findings} maxLength={4000} autoSize={{ minRows: 3, maxRows: 12 }} onChange={event => onChange({ findings: event.target.value })} />
    </section>
  );
}

function Signatures({ check, draft, onChange }: PartProps & { readonly check: SiteCheck }) {
  const { t } = useTranslation('site-checks');
  const toggle = (name: string, on: boolean): void => onChange({ officers: on ? [...draft.officers, { name, at: new Date().toISOString() }] : draft.officers.filter(one => one.name !== name) });
  const party = (over: Partial<Draft['party']>): void => onChange({ party: { ...draft.party, ...over } });
  return (
    <section className="hb-card hb-stack">
      <h2>{t('signatures')}</h2>
      {check.officers.map(one => (
        <Checkbox key={one.userId} checked={draft.officers.some(each => each.name === one.name)} onChange={event => toggle(one.name, event.target.checked)} style={{ minHeight: 44, alignItems: 'center' }}>
          {t('officerSigns', { name: one.name, number: one.certificateNo })}
        </Checkbox>
      ))}
      <Input aria-label={t('partyName')} placeholder={t('partyName')} value={draft.party.name} maxLength={60} onChange={event => party({ name: event.target.value })} />
      <Input aria-label={t('partyTitle')} placeholder={t('partyTitle')} value={draft.party.title} maxLength={60} onChange={event => party({ title: event.target.value })} />
      <Input aria-label={t('refused')} placeholder={t('refused')} value={draft.party.refused} maxLength={500} onChange={event => party({ refused: event.target.value })} />
    </section>
  );
}
