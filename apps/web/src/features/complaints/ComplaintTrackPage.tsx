import { Button, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '@/api/problem';
import { rest } from '@/api/rest';
import { textOf } from '@/i18n';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { BallBar } from '@/shared/ui/BallBar';
import { Timeline } from '@/shared/ui/CaseProgress';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList } from '@/shared/ui/SummaryList';
import { DateText } from '@/shared/ui/values';
import './complaints.css';
import { Disputing, FormerRounds, NextWay, OwnDisputes } from './Disputing';
import { PUBLIC_COMPLAINTS, SATISFACTIONS, type Track } from './model';
import { keepKey, keptKey, type Key } from './report-draft';
import { PHOTO_TYPES, sendPhoto, wrongWith } from './send-file';

/** A report for whoever has its number and code: how it goes, the answer, the rating. */
export function ComplaintTrackPage() {
  const { t } = useTranslation('complaints');
  const [key, setKey] = useState<Key | null>(keptKey);
  const [found, setFound] = useState<Track | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const fields: FieldSpec[] = [
    { name: 'number', label: t('track.number'), type: 'code', required: true, max: 40, example: 'JB-2026-000012' },
    { name: 'code', label: t('track.code'), type: 'code', required: true, max: 20 },
  ];
  const look = async (asked: Key): Promise<void> => {
    setProblem(null);
    try {
      setFound(await rest<Track>('POST', `${PUBLIC_COMPLAINTS}/track`, { body: { number: asked.number, code: asked.code } }));
      keepKey(asked);
      setKey(asked);
    } catch (thrown) {
      setFound(null);
      setProblem(thrown);
    }
  };
  const began = useRef(false);
  useEffect(() => {
    if (began.current || !key) return;
    began.current = true;
    void look(key);
  });
  const another = (): void => {
    keepKey(null);
    setKey(null);
    setFound(null);
  };
  const missing = isProblem(problem) && problem.status === 404;
  return (
    <div className="hb-container">
      <div className="hb-complaints__narrow">
        <PageHeader title={t('track.title')} lead={t('track.lead')} actions={found && <Button onClick={another}>{t('track.another')}</Button>} />
        <div className="hb-stack" aria-live="polite">
          {!found && <section className="hb-card"><QuickForm fields={fields} initial={key ? { number: key.number, code: key.code } : undefined} layout="grid" submit={t('track.submit')} onSubmit={values => look({ number: String(values['number']), code: String(values['code']) })} /></section>}
          {missing && <EmptyState title={t('track.notFound')}>{t('track.notFoundHint')}</EmptyState>}
          {problem !== null && !missing && <ProblemAlert error={problem} />}
          {found && key && <Found found={found} sendTo={key} onChange={setFound} reload={() => look(key)} />}
        </div>
      </div>
    </div>
  );
}

const LEAST_REASON = 5;

interface FoundProps {
  readonly found: Track;
  readonly sendTo: Key;
  readonly onChange: (next: Track) => void;
  readonly reload: () => Promise<void>;
}

function Found({ found, sendTo, onChange, reload }: FoundProps) {
  const { t } = useTranslation('complaints');
  const { progress } = found;
  const clock = progress.clock;
  const deadline = clock && { remaining: clock.state === 'ended' ? null : clock.remaining, due: clock.dueDate, provisional: clock.provisional, unit: clock.dayType === 'calendar' ? ('day' as const) : ('workday' as const) };
  const steps = progress.timeline.map(step => ({ id: step.id, at: step.at, title: textOf(step.title), article: step.article })).reverse();
  const rows = [
    { label: t('field.subject'), value: t(`subject.${found.subject}`) },
    { label: t('field.place'), value: found.place },
    { label: t('track.what'), value: <span className="hb-complaints__words">{found.what}</span> },
    { label: t('track.received'), value: <DateText value={found.receivedAt} time /> },
    ...(found.unit ? [{ label: t('track.unit'), value: found.unit }] : []),
  ];
  return (
    <>
      <div className="hb-row"><StatusTag tone={found.state === 'disputed' || found.state === 'review' ? 'warning' : found.answer ? 'success' : 'progress'}>{t(`state.${found.state}`)}</StatusTag>{found.rounds.length > 1 && <span>{t('list.nth', { round: found.rounds.length })}</span>}<span className="hb-num hb-muted">{found.number}</span></div>
      {found.isMerged && <p className="hb-card">{t('track.merged')}</p>}
      {found.refusedReason && <section className="hb-card hb-stack"><h2>{found.referredTo ? t('track.referred', { to: found.referredTo }) : t('track.refused')}</h2><p className="hb-complaints__words">{found.refusedReason}</p></section>}
      {found.answer ? (
        <section className="hb-card hb-stack">
          <h2>{t('track.answer')}</h2>
          <div className="hb-row"><StatusTag tone="info">{t(`outcome.${found.answer.outcome}`)}</StatusTag><span className="hb-muted">{t('track.answeredOn')} <DateText value={found.answer.answeredAt} /></span></div>
          <p className="hb-complaints__words">{found.answer.text}</p>
        </section>
      ) : (
        !found.refusedReason && !found.isMerged && <BallBar ball={{ holder: textOf(progress.ball.holder), mine: false, since: progress.ball.since, next: textOf(progress.ball.next), deadline }} />
      )}
      {!found.answer && !found.refusedReason && <p className="hb-muted">{t('track.noAnswer')}</p>}
      <NextWay found={found} />
      {found.mayRate && <Rating sendTo={sendTo} until={found.rateUntil} onDone={onChange} />}
      {found.mayDispute && !found.mayRate && <Disputing found={found} sendTo={sendTo} onDone={onChange} />}
      <OwnDisputes found={found} />
      <FormerRounds found={found} />
      {found.satisfaction && <section className="hb-card"><h2>{t('track.rated')}</h2><p>{t(`satisfaction.${found.satisfaction}`)} {found.ratingWords}</p><p className="hb-muted">{t('track.thanks')}</p></section>}
      <SummaryList groups={[{ title: t('track.what'), rows }]} />
      {found.mayAddFiles && <MoreFiles files={found.files} sendTo={sendTo} onDone={reload} />}
      <section className="hb-card"><h2>{t('track.timeline')}</h2><Timeline entries={steps} /></section>
    </>
  );
}

function Rating({ sendTo, until, onDone }: { readonly sendTo: Key; readonly until: string | null; readonly onDone: (next: Track) => void }) {
  const { t } = useTranslation('complaints');
  const [chosen, setChosen] = useState<string | null>(null);
  const [words, setWords] = useState('');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const send = async (): Promise<void> => {
    if (chosen === null || (chosen === 'dissatisfied' && words.trim().length < LEAST_REASON)) return setMissing(true);
    setBusy(true);
    try {
      onDone(await rest<Track>('POST', `${PUBLIC_COMPLAINTS}/rating`, { body: { number: sendTo.number, code: sendTo.code, satisfaction: chosen, words: words.trim() || null } }));
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="hb-card hb-stack">
      <h2>{t('track.rate')}</h2>
      <ProblemAlert error={problem} />
      <p className="hb-muted">{t('track.rateLead', { day: until })}</p>
      <fieldset className="hb-plain-fieldset" aria-describedby="rating-error">
        <legend className="hb-sr-only">{t('track.rate')}</legend>
        <div className="hb-complaints__choices">
          {SATISFACTIONS.map(one => <label key={one}><input type="radio" name="satisfaction" checked={chosen === one} onChange={() => setChosen(one)} />{t(`satisfaction.${one}`)}</label>)}
        </div>
      </fieldset>
      <p id="rating-error" className="hb-field-error" role="alert">{!missing ? '' : chosen === null ? t('track.rateMissing') : chosen === 'dissatisfied' && words.trim().length < LEAST_REASON ? t('track.reasonMissing') : ''}</p>
      <label htmlFor="rating-words">{t(chosen === 'dissatisfied' ? 'track.rateReason' : 'track.rateWords')}</label>
      <Input.TextArea id="rating-words" value={words} maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} onChange={event => setWords(event.target.value)} />
      <div><Button type="primary" loading={busy} onClick={() => void send()}>{t('track.rateAct')}</Button></div>
    </section>
  );
}

function MoreFiles({ files, sendTo, onDone }: { readonly files: number; readonly sendTo: Key; readonly onDone: () => Promise<void> }) {
  const { t } = useTranslation('complaints');
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const take = async (chosen: readonly File[]): Promise<void> => {
    const bad = chosen.find(file => wrongWith(file) !== null);
    setWrong(bad ? t(`report.photos.${wrongWith(bad) ?? 'wrong'}`, { name: bad.name }) : null);
    setProblem(null);
    setBusy(true);
    try {
      for (const file of chosen.filter(one => wrongWith(one) === null)) await sendPhoto(sendTo, file);
      await onDone();
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="hb-card hb-stack">
      <h2>{t('track.files')}</h2>
      <ProblemAlert error={problem} />
      <p className="hb-field-error" role="alert">{wrong ?? ''}</p>
      <p>{t('track.filesCount', { count: files })}</p>
      <input ref={input} type="file" className="hb-sr-only" tabIndex={-1} aria-label={t('track.addFile')} accept={PHOTO_TYPES} multiple onChange={event => { void take([...(event.target.files ?? [])]); event.target.value = ''; }} />
      <div><Button loading={busy} onClick={() => input.current?.click()}>{t('track.addFile')}</Button></div>
    </section>
  );
}
