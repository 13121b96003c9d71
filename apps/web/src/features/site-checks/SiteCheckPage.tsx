import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert, Button, Checkbox, Input, Radio } from 'antd';
import { useCallback, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { useSession } from '@/session/session';
import { atHand, dropVisit, keepVisit, keptSince, type Worth } from '@/shared/field/at-hand';
import { useDeviceDraft } from '@/shared/field/device-draft';
import { useFieldReady } from '@/shared/field/ready';
import { formatDateTime } from '@/shared/time/time';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { CheckRecord } from './CheckRecord';
import { answered, draftName, draftOf, onDevice, type Answer, type Draft } from './draft';
import { LeftOnDevice } from './LeftOnDevice';
import type { SiteCheck } from './model';
import { PhotoStrip } from './PhotoStrip';
import { usePhotos, type Photos } from './use-photos';
import { useReport } from './use-report';
import './site-checks.css';

/** What this person fills in opens off the net as well. */
function useCheck(checkId: string) {
  const { base } = useSession();
  const { t } = useTranslation('site-checks');
  const worth = ({ mayReport, enterpriseName, siteName }: SiteCheck): Worth => {
    void (mayReport ? keepVisit(checkId, { title: `${enterpriseName} · ${t('title')}`, lead: siteName, to: `${base}/site-checks/${checkId}` }) : dropVisit(checkId));
    return mayReport ? 'keep' : 'drop';
  };
  return useQuery({ ...atHand(readPath<SiteCheck>(`/api/v1/site-checks/${checkId}`), `site-check:${checkId}`, worth, () => void dropVisit(checkId)), refetchOnWindowFocus: false });
}

/** A site check on the phone: what was looked at, photos with their place, signatures; kept on the device until it is sent. */
export function SiteCheckPage() {
  const { checkId = '' } = useParams({ strict: false }) as { checkId?: string };
  const { t } = useTranslation('site-checks');
  const { base } = useSession();
  // what is being filled in is not fetched away under the officer's hands when the phone finds a network again
  const check = useCheck(checkId);
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
  const { draft, store } = useDeviceDraft(draftName(check.id), draftOf);
  const [sending, setSending] = useState(false);
  const ready = useFieldReady();
  const change = useCallback((over: Partial<Draft>): void => store.change(all => ({ ...all, ...over })), [store]);
  const photos = usePhotos(check.id, store);
  const keys = check.items.map(item => item.key);
  const done = answered(keys, draft);
  const signed = draft.officers.length >= 2 && (draft.party.name.trim() !== '' || draft.party.refused.trim() !== '');
  const complete = done === keys.length && draft.conclusion !== undefined && draft.findings.trim().length >= 2 && signed;
  const left = onDevice(draft.photos).length;
  const queued = draft.endedAt !== undefined;
  const report = useReport(check.id, keys, store, photos);
  // what is changed from here on is another report: the one before may have arrived, and the server would answer it again
  const unqueue = (): void => change({ endedAt: undefined, clientId: crypto.randomUUID() });
  return (
    <form className="hb-stack" onSubmit={event => event.preventDefault()}>
      <section className="hb-card">
        <p>{check.reason}</p>
        <p className="hb-small hb-muted">{t('kept')} {ready !== 'preparing' && t(ready === 'no' ? 'noReload' : 'reload')}</p>
        {keptSince(check) && <p className="hb-small hb-muted">{t('keptSince', { at: formatDateTime(keptSince(check)) })}</p>}
      </section>
      {store.unkept && <Alert type="error" showIcon title={t('unkept')} />}
      {queued && <Alert type="info" showIcon title={t('queued', { at: formatDateTime(draft.endedAt ?? '') })} action={<Button size="small" onClick={unqueue}>{t('unqueue')}</Button>} />}
      <fieldset role="presentation" className="hb-plain-fieldset hb-stack" disabled={queued}>
        {check.items.map(item => <Item key={item.key} item={item} draft={draft} onChange={change} photos={photos} />)}
        <Conclusion draft={draft} onChange={change} />
        <Signatures check={check} draft={draft} onChange={change} />
      </fieldset>
      {!complete && <p className="hb-muted">{t('notReady')}</p>}
      <div className="hb-check__bar">
        <span aria-live="polite">
          {t('progress', { done, total: keys.length })}
          {left > 0 && <span className="hb-small hb-muted"> {t(photos.online ? 'leftSending' : 'leftOffline', { count: left })}</span>}
        </span>
        <Button type="primary" size="large" disabled={!complete || queued} onClick={() => setSending(true)}>{t('send')}</Button>
      </div>
      <ConfirmAct
        open={sending}
        title={t('sendTitle')}
        act={t('send')}
        onConfirm={report}
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
