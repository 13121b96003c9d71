import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { DISPUTE_TONES, PUBLIC_COMPLAINTS, type Track } from './model';
import type { Key } from './report-draft';

const LEAST = 5;

interface DisputingProps {
  readonly found: Track;
  readonly sendTo: Key;
  readonly onDone: (next: Track) => void;
}

/** Not satisfied, and why: the first time it is judged, the second time reviewed. */
export function Disputing({ found, sendTo, onDone }: DisputingProps) {
  const { t } = useTranslation('complaints');
  const id = useId();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const level = found.disputeLevel ?? 'first';
  const send = async (): Promise<void> => {
    if (reason.trim().length < LEAST) return setMissing(true);
    setBusy(true);
    try {
      onDone(await rest<Track>('POST', `${PUBLIC_COMPLAINTS}/dispute`, { body: { number: sendTo.number, code: sendTo.code, reason: reason.trim() } }));
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="hb-card hb-stack">
      <h2>{t(`track.dispute.${level}.title`)}</h2>
      <p className="hb-muted">{t(`track.dispute.${level}.lead`, { day: found.disputeUntil })}</p>
      {open ? (
        <>
          <ProblemAlert error={problem} />
          <label htmlFor={id}>{t('track.dispute.reason')}</label>
          <Input.TextArea id={id} value={reason} maxLength={1000} autoSize={{ minRows: 3, maxRows: 8 }} aria-describedby={`${id}-error`} onChange={event => setReason(event.target.value)} />
          <p id={`${id}-error`} className="hb-field-error" role="alert">{missing && reason.trim().length < LEAST ? t('track.reasonMissing') : ''}</p>
          <div><Button type="primary" loading={busy} onClick={() => void send()}>{t('track.dispute.send')}</Button></div>
        </>
      ) : (
        <div><Button onClick={() => setOpen(true)}>{t(`track.dispute.${level}.act`)}</Button></div>
      )}
    </section>
  );
}

/** What the reporter can do or wait for now, in one sentence. */
export function NextWay({ found }: { readonly found: Track }) {
  const { t } = useTranslation('complaints');
  if (found.recheckUntil) return <p className="hb-card">{t('track.next.recheck', { day: found.recheckUntil })}</p>;
  const clock = found.isMerged ? null : found.progress.clock;
  if (found.state === 'disputed' || found.state === 'review') return <p className="hb-card">{t(`track.next.${found.state}`)}{clock?.dueDate && <> {t('track.next.due')} <DateText value={clock.dueDate} /></>}</p>;
  if (found.state === 'accepted' || found.state === 'handling') return found.rounds.length > 1 ? <p className="hb-card">{t('track.next.again', { round: found.rounds.length })}</p> : null;
  return null;
}

/** What this reporter said, and the reasons that were given. */
export function OwnDisputes({ found: { disputes } }: { readonly found: Track }) {
  const { t } = useTranslation('complaints');
  if (disputes.length === 0) return null;
  return (
    <section className="hb-card hb-stack">
      <h2>{t('track.dispute.own')}</h2>
      {disputes.map(one => (
        <div key={one.statedAt}>
          <div className="hb-row"><StatusTag tone={DISPUTE_TONES[one.state]}>{t(`disputes.state.${one.state}`)}</StatusTag><strong>{t(`disputes.level.${one.level}`)}</strong><span className="hb-small hb-muted"><DateText value={one.statedAt} /></span></div>
          <p className="hb-complaints__words">{one.reason}</p>
          {one.decisionReason && <p className="hb-complaints__words">{t('disputes.reason')}：{one.decisionReason} <span className="hb-small hb-muted"><DateText value={one.decidedAt ?? ''} /></span></p>}
        </div>
      ))}
    </section>
  );
}

/** The rounds before the newest one, or all of them while it is handled again. */
export function FormerRounds({ found: { rounds, answer } }: { readonly found: Track }) {
  const { t } = useTranslation('complaints');
  const former = rounds.filter(one => one.answer !== null && !(answer && one.round === rounds.length));
  const newest = rounds.at(-1);
  if (rounds.length < 2 || !newest) return null;
  return (
    <section className="hb-card hb-stack">
      <h2>{t('rounds.title')}</h2>
      <div className="hb-row"><strong>{t('list.nth', { round: newest.round })}</strong><span>{t(`because.${newest.because}`)}</span><span className="hb-small hb-muted"><DateText value={newest.openedAt} /></span></div>
      {newest.openedReason && <p className="hb-complaints__words">{newest.openedReason}</p>}
      {[...former].reverse().map(one => (
        <div key={one.round}>
          <div className="hb-row"><strong>{t('list.nth', { round: one.round })}</strong>{one.outcome && <StatusTag tone="info">{t(`outcome.${one.outcome}`)}</StatusTag>}<span className="hb-small hb-muted">{t('track.answeredOn')} <DateText value={one.answeredAt ?? ''} /></span></div>
          <p className="hb-complaints__words">{one.answer}</p>
        </div>
      ))}
    </section>
  );
}
