import { Button } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { rest } from '@/api/rest';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { SummaryList } from '@/shared/ui/SummaryList';
import { CopyText, DateText } from '@/shared/ui/values';
import { PUBLIC_COMPLAINTS } from './model';
import { clearDraft, keepKey, keptKey, setPhotos, useDraft, usePhotos, type Key } from './report-draft';
import type { StepProps } from './ReportSteps';
import { sendPhoto } from './send-file';

/** Everything once more, with a way back to each part; then it is sent. Sent twice after a lost answer it is one report. */
export function CheckStep({ onNext }: StepProps) {
  const { t } = useTranslation('complaints');
  const draft = useDraft();
  const photos = usePhotos();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const send = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      const { phone = null } = draft;
      keepKey({ ...(await rest<Key>('POST', PUBLIC_COMPLAINTS, { body: { ...draft, wantsReply: Boolean(phone) } })), clientId: draft.clientId });
      onNext();
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  const row = (name: string, value: ReactNode, step: string) => ({ label: t(`field.${name}`), value, changeTo: `/report?step=${step}` });
  const groups = [
    {
      title: t('report.check.what'),
      rows: [
        row('subject', t(`subject.${draft.subject ?? 'other'}`), 'subject'),
        row('place', `${draft.place ?? ''}${draft.lng != null && draft.lat != null ? `（${draft.lng}，${draft.lat}）` : ''}`, 'place'),
        row('what', <span className="hb-complaints__words">{draft.what}</span>, 'what'),
        row('respondent', draft.respondent || null, 'what'),
        row('happened', draft.happenedOn || draft.happened ? <>{draft.happenedOn && <DateText value={draft.happenedOn} />} {draft.happened}</> : null, 'when'),
        { label: t('report.check.photos'), value: photos.length > 0 ? t('report.check.count', { count: photos.length }) : null, changeTo: '/report?step=photos' },
      ],
    },
    { title: t('report.check.who'), rows: draft.name || draft.phone ? [row('name', draft.name || null, 'contact'), row('phone', draft.phone || null, 'contact')] : [row('name', t('report.check.anonymous'), 'contact')] },
  ];
  return (
    <>
      <ProblemAlert error={problem} />
      <SummaryList groups={groups} />
      <div><Button type="primary" size="large" loading={busy} onClick={() => void send()}>{t('report.check.send')}</Button></div>
    </>
  );
}

type Sending = { readonly file: File; readonly state: 'sending' | 'sent' | 'failed'; readonly reason?: string };

/** Number and code, and the photos on their way. */
export function DoneStep({ onAgain }: { readonly onAgain: () => void }) {
  const { t } = useTranslation('complaints');
  const [key] = useState(keptKey);
  const { clientId } = useDraft();
  const isSent = key?.clientId === clientId;
  useEffect(() => {
    if (isSent) clearDraft({ keepsPhotos: true });
  }, [isSent]);
  if (!key) return <section className="hb-card"><Button type="primary" onClick={onAgain}>{t('report.begin')}</Button></section>;
  return (
    <>
      <section className="hb-card hb-stack">
        <div className="hb-complaints__receipt">
          <div>{t('report.done.number')}<strong><CopyText text={key.number} label={t('report.done.number')} /></strong></div>
          <div>{t('report.done.code')}<strong><CopyText text={key.code} label={t('report.done.code')} /></strong></div>
        </div>
        <p>{t('report.done.deadline')}</p>
        <div className="hb-row hb-no-print">
          <ButtonLink to="/report/track" kind="primary">{t('report.done.track')}</ButtonLink>
          <Button onClick={() => window.print()}>{t('report.done.print')}</Button>
          <Button type="text" onClick={onAgain}>{t('report.done.again')}</Button>
        </div>
      </section>
      <Photos sendTo={key} />
    </>
  );
}

function Photos({ sendTo: key }: { readonly sendTo: Key }) {
  const { t } = useTranslation('complaints');
  const photos = usePhotos();
  const [all, setAll] = useState<readonly Sending[]>([]);
  const began = useRef(false);
  const send = async (files: readonly File[]): Promise<void> => {
    for (const file of files) {
      const put = (next: Sending): void => setAll(before => [...before.filter(one => one.file !== file), next]);
      put({ file, state: 'sending' });
      try {
        await sendPhoto(key, file);
        put({ file, state: 'sent' });
      } catch (thrown) {
        put({ file, state: 'failed', reason: asProblem(thrown).sentence });
      }
    }
  };
  useEffect(() => {
    if (began.current || photos.length === 0) return;
    began.current = true;
    setPhotos([]);
    void send(photos);
  });
  if (all.length === 0) return null;
  return (
    <section className="hb-card hb-stack" aria-live="polite">
      <h2>{t('report.done.photos')}</h2>
      <ul className="hb-plain-list">
        {all.map(({ file, state, reason }) => (
          <li key={file.name + file.size} className="hb-row">
            {t(`report.done.${state}`, { name: file.name, reason })}
            {state === 'failed' && <Button onClick={() => void send([file])}>{t('report.done.retry')}</Button>}
          </li>
        ))}
      </ul>
    </section>
  );
}
