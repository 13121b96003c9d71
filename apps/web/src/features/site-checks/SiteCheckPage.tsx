import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, Checkbox, Input, Radio } from 'antd';
import { useCallback, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { useSession } from '@/session/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { CheckRecord } from './CheckRecord';
import { answered, keepDraft, readDraft, waiting, type Answer, type Draft } from './draft';
import { LeftOnDevice } from './LeftOnDevice';
import type { SiteCheck } from './model';
import { PhotoStrip } from './PhotoStrip';
import { sendReport } from './send';
import { usePhotos, type Photos } from './use-photos';
import './site-checks.css';

/** A site check on the phone: what was looked at, photos with their place, signatures; kept on the device until it is sent. */
export function SiteCheckPage() {
  const { checkId = '' } = useParams({ strict: false }) as { checkId?: string };
  const { t } = useTranslation('site-checks');
  const { base } = useSession();
  // what is being filled in is not fetched away under the officer's hands when the phone finds a network again
  const check = useQuery({ ...readPath<SiteCheck>(`/api/v1/site-checks/${checkId}`), refetchOnReconnect: false, refetchOnWindowFocus: false });
  if (check.isPending) return <PageSkeleton />;
  if (!check.data) return <RouteErrorPage error={check.error} onRetry={() => void check.refetch()} />;
  const { applicationId, enterpriseName, siteName } = check.data;
  return (
    <div className="hb-check">
      <PageHeader title={t('title')} lead={`${enterpriseName} · ${siteName}`} back={{ to: `${base}/permits/${applicationId}`, label: t('back') }} />
      {check.data.mayReport ? (
        <Filling check={check.data} />
      ) : (
        <div className="hb-stack">
          <LeftOnDevice check={check.data} />
          <section className="hb-card">
            <CheckRecord check={check.data} />
          </section>
        </div>
      )}
    </div>
  );
}

function Filling({ check }: { readonly check: SiteCheck }) {
  const { t } = useTranslation('site-checks');
  const client = useQueryClient();
  const [draft, setDraft] = useState<Draft>(() => readDraft(check.id));
  const [sending, setSending] = useState(false);
  useEffect(() => keepDraft(check.id, draft), [check.id, draft]);
  const change = useCallback((over: Partial<Draft>): void => setDraft(all => ({ ...all, ...over })), []);
  const photos = usePhotos(check.id, draft, setDraft);
  const keys = check.items.map(item => item.key);
  const done = answered(keys, draft);
  const signed = draft.officers.length >= 2 && (draft.party.name.trim() !== '' || draft.party.refused.trim() !== '');
  const ready = done === keys.length && draft.conclusion !== undefined && draft.findings.trim().length >= 2 && signed;
  const left = waiting(draft).length;
  return (
    <form className="hb-stack" onSubmit={event => event.preventDefault()}>
      <section className="hb-card">
        <p>{check.reason}</p>
        <p className="hb-small hb-muted">{t('kept')}</p>
      </section>
      {check.items.map(item => <Item key={item.key} item={item} draft={draft} onChange={change} photos={photos} />)}
      <Conclusion draft={draft} onChange={change} />
      <Signatures check={check} draft={draft} onChange={change} />
      {!ready && <p className="hb-muted">{t('notReady')}</p>}
      <div className="hb-check__bar">
        <span aria-live="polite">
          {t('progress', { done, total: keys.length })}
          {left > 0 && <span className="hb-small hb-muted"> {t(photos.online ? 'leftSending' : 'leftOffline', { count: left })}</span>}
        </span>
        <Button type="primary" size="large" disabled={!ready} onClick={() => setSending(true)}>{t('send')}</Button>
      </div>
      <ConfirmAct
        open={sending}
        title={t('sendTitle')}
        act={t('send')}
        onConfirm={async () => {
          await photos.sendAll();
          await sendReport(check.id, keys, readDraft(check.id));
          await client.invalidateQueries({ predicate: query => String(query.queryKey[0]).includes('site-checks') });
        }}
        onClose={() => setSending(false)}
      >
        {t('sendLead', { photos: draft.photos.filter(one => !one.lost).length })}
      </ConfirmAct>
    </form>
  );
}

interface PartProps {
  readonly draft: Draft;
  readonly onChange: (over: Partial<Draft>) => void;
}

const ANSWERS: readonly Answer[] = ['yes', 'no', 'na'];

function Item({ item, draft, onChange, photos }: PartProps & { readonly item: SiteCheck['items'][number]; readonly photos: Photos }) {
  const { t } = useTranslation('site-checks');
  const id = useId();
  const own = draft.answers[item.key] ?? {};
  const set = (over: { answer?: Answer; note?: string }): void => onChange({ answers: { ...draft.answers, [item.key]: { ...own, ...over } } });
  const missing = own.answer === 'no' && (own.note ?? '').trim() === '';
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
      {own.answer !== undefined && (
        <div className="hb-form-line">
          <label htmlFor={id} className={missing ? 'hb-warning-text' : 'hb-small'}>
            {t(own.answer === 'no' ? 'noteNeeded' : 'note')}
            <span className="hb-sr-only"> {item.question}</span>
          </label>
          <Input.TextArea id={id} value={own.note ?? ''} maxLength={1000} autoSize={{ minRows: 1, maxRows: 6 }} onChange={event => set({ note: event.target.value })} />
        </div>
      )}
      <PhotoStrip itemKey={item.key} about={item.question} shots={draft.photos.filter(photo => photo.itemKey === item.key)} photos={photos} />
    </fieldset>
  );
}

function Conclusion({ draft, onChange }: PartProps) {
  const { t } = useTranslation('site-checks');
  const id = useId();
  return (
    <section className="hb-card hb-stack">
      <h2>{t('conclusion')}</h2>
      <Radio.Group className="hb-check__choices" aria-label={t('conclusion')} value={draft.conclusion} options={(['conforms', 'to-mend', 'does-not-conform'] as const).map(value => ({ value, label: t(`conclusions.${value}`) }))} onChange={event => onChange({ conclusion: event.target.value as Draft['conclusion'] })} />
      <div className="hb-form-line">
        <label htmlFor={id}>{t('findings')}</label>
        <Input.TextArea id={id} value={draft.findings} maxLength={4000} autoSize={{ minRows: 3, maxRows: 12 }} onChange={event => onChange({ findings: event.target.value })} />
      </div>
    </section>
  );
}

function Signatures({ check, draft, onChange }: PartProps & { readonly check: SiteCheck }) {
  const { t } = useTranslation('site-checks');
  const id = useId();
  const toggle = (name: string, on: boolean): void => onChange({ officers: on ? [...draft.officers, { name, at: new Date().toISOString() }] : draft.officers.filter(one => one.name !== name) });
  const party = (over: Partial<Draft['party']>): void => onChange({ party: { ...draft.party, ...over } });
  const lines = [['name', 'partyName', 60], ['title', 'partyTitle', 60], ['refused', 'refused', 500]] as const;
  return (
    <section className="hb-card hb-stack">
      <h2>{t('signatures')}</h2>
      {check.officers.map(one => (
        <Checkbox key={one.userId} checked={draft.officers.some(each => each.name === one.name)} onChange={event => toggle(one.name, event.target.checked)} style={{ minHeight: 44, alignItems: 'center' }}>
          {t('officerSigns', { name: one.name, number: one.certificateNo })}
        </Checkbox>
      ))}
      {lines.map(([name, label, most]) => (
        <div key={name} className="hb-form-line">
          <label htmlFor={`${id}-${name}`}>{t(label)}</label>
          <Input id={`${id}-${name}`} value={draft.party[name]} maxLength={most} onChange={event => party({ [name]: event.target.value })} />
        </div>
      ))}
    </section>
  );
}
