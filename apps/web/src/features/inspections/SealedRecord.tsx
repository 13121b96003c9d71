import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { readPath, rest } from '@/api/rest';
import { textOf } from '@/i18n';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { DECISION_TONE, INSPECTIONS, useInspectionsChanged, type Inspection, type InspectionRecord } from './model';

/** What is signed, in words: pages, violations with their law, photos; then what proves it, and what was said later. */
export function SealedRecord({ inspection }: { readonly inspection: Inspection }) {
  const { t } = useTranslation('inspections');
  const record = useQuery(readPath<InspectionRecord>(`${INSPECTIONS}/${inspection.id}/record`));
  return (
    <>
      <Findings inspection={inspection} />
      {record.isPending && <Skeleton lines={10} />}
      {record.error && <ProblemAlert error={record.error} onRetry={() => void record.refetch()} />}
      {record.data && <Pages record={record.data} />}
      {record.data && record.data.photos.length > 0 && <Photos record={record.data} />}
      {inspection.state === 'held' && <Proof inspection={inspection} />}
      {inspection.state === 'held' && <Supplements inspection={inspection} />}
      {inspection.state === 'signing' && inspection.contentHash && <p className="hb-small hb-muted hb-inspection__digest">{t('proof.content', { hash: inspection.contentHash })}</p>}
    </>
  );
}

function Findings({ inspection: { findings } }: { readonly inspection: Inspection }) {
  const { t } = useTranslation('inspections');
  return (
    <section className="hb-card hb-stack">
      <h2>{t('findings.title')}</h2>
      {findings.length === 0 && <p className="hb-muted">{t('findings.none')}</p>}
      <ol className="hb-plain-list hb-stack">
        {findings.map(one => (
          <li key={one.id} className="hb-inspection__finding">
            <div className="hb-row"><strong>{one.place}. {one.title}</strong> <StatusTag tone={DECISION_TONE[one.decision]}>{t(`decisions.${one.decision}`)}</StatusTag></div>
            <div>{one.description}</div>
            <div className="hb-small hb-muted">{t('findings.law', { law: one.law })}{!one.lawVerified && t('unverified')} · {t('findings.on', { day: one.conductOn })}</div>
            {one.decision !== one.suggestion && <div className="hb-small">{t('findings.differs', { what: t(`decisions.${one.suggestion}`), reason: one.decisionReason ?? '' })}</div>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Pages({ record }: { readonly record: InspectionRecord }) {
  const { t } = useTranslation('inspections');
  return (
    <section className="hb-card hb-stack">
      <h2>{t('record.title')}</h2>
      {record.printed.map(page => (
        <section key={page.key} className="hb-inspection__page">
          <h3>{textOf(page.title)}</h3>
          <dl>{page.facts.filter(one => one.value !== '').map(one => <div key={one.pointer}><dt>{textOf(one.label)}</dt><dd>{one.value}{one.unit && ` ${one.unit}`}</dd></div>)}</dl>
          {page.tables.filter(one => one.rows.length > 0).map(table => (
            <ul key={table.pointer} className="hb-lines" aria-label={textOf(table.caption)}>
              {table.rows.map((row, nth) => <li key={nth}>{row.map((cell, index) => (cell === '' ? null : `${textOf(table.columns[index]?.label ?? '')}：${cell}`)).filter(Boolean).join('；')}</li>)}
            </ul>
          ))}
        </section>
      ))}
    </section>
  );
}

function Photos({ record }: { readonly record: InspectionRecord }) {
  const { t } = useTranslation('inspections');
  return (
    <section className="hb-card hb-stack">
      <h2>{t('record.photos')}</h2>
      <ul className="hb-plain-list hb-inspection__photos">
        {record.photos.map((one, nth) => (
          <li key={one.id}>
            <a href={`/api/v1/files/${one.fileId}/content?inline=1`}><img src={`/api/v1/files/${one.fileId}/content?inline=1`} alt={one.caption || t('record.photoNth', { nth: nth + 1 })} width={160} height={120} loading="lazy" /></a>
            {one.caption && <div>{one.caption}</div>}
            <div className="hb-small hb-muted">{one.takenByName} <DateText value={one.capturedAt} time /></div>
            <div className="hb-small hb-muted">{one.lng !== null ? t('record.place', { lng: one.lng, lat: one.lat ?? '', metres: one.accuracyM ?? '–' }) : t(`noPlace.${one.noPlace ?? 'unknown'}`)}</div>
            <div className="hb-small hb-muted hb-inspection__digest">SHA-256 {one.sha256}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Proof({ inspection }: { readonly inspection: Inspection }) {
  const { t } = useTranslation('inspections');
  const facts: readonly (readonly [string, string | null])[] = [[t('proof.hash'), inspection.contentHash], [t('proof.seal'), inspection.sealText], [t('proof.signature'), inspection.sealSignature], [t('proof.key'), inspection.sealKey], [t('proof.paper'), inspection.paperSm3]];
  return (
    <section className="hb-card hb-stack">
      <h2>{t('proof.title')}</h2>
      <p><StatusTag tone={inspection.sealHolds ? 'success' : 'danger'}>{t(inspection.sealHolds ? 'proof.holds' : 'proof.broken')}</StatusTag></p>
      <p>{inspection.paperFileId ? <a href={`/api/v1/files/${inspection.paperFileId}/content`}>{t('proof.download')}</a> : <span className="hb-muted">{t('proof.pending')}</span>}</p>
      <details>
        <summary>{t('proof.more')}</summary>
        <dl className="hb-inspection__facts">{facts.map(([label, value]) => <div key={label}><dt>{label}</dt><dd className="hb-inspection__digest">{value ?? t('none')}</dd></div>)}</dl>
      </details>
    </section>
  );
}

function Supplements({ inspection }: { readonly inspection: Inspection }) {
  const { t } = useTranslation('inspections');
  const { supplements, actions, statementDueOn } = inspection;
  return (
    <section className="hb-card hb-stack">
      <h2>{t('later.title')}</h2>
      {statementDueOn && <p className="hb-muted">{t('later.due', { day: statementDueOn })}</p>}
      {supplements.length === 0 && <p className="hb-muted">{t('later.none')}</p>}
      <ul className="hb-plain-list hb-stack">
        {supplements.map(one => <li key={one.id}><StatusTag tone="info">{t(`later.kinds.${one.kind}`)}</StatusTag> <span className="hb-small hb-muted">{one.orgName} {one.byName} <DateText value={one.at} time /></span><div className="hb-inspection__words">{one.words}</div></li>)}
      </ul>
      {actions.includes('state') && <Saying inspection={inspection} path="statement" withPassword={false} />}
      {actions.includes('correct') && <Saying inspection={inspection} path="supplements" withPassword />}
    </section>
  );
}

function Saying({ inspection, path, withPassword }: { readonly inspection: Inspection; readonly path: 'statement' | 'supplements'; readonly withPassword: boolean }) {
  const { t } = useTranslation('inspections');
  const changed = useInspectionsChanged();
  const id = useId();
  const [key, setKey] = useState(newIdempotencyKey);
  const [words, setWords] = useState('');
  const [password, setPassword] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const ready = words.trim().length >= 4 && (!withPassword || password !== '');
  const send = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await rest('POST', `${INSPECTIONS}/${inspection.id}/${path}`, { body: { words: words.trim(), ...(withPassword ? { password } : {}) }, idempotencyKey: key });
      setWords('');
      setPassword('');
      setKey(newIdempotencyKey());
      await changed();
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="hb-stack">
      <ProblemAlert error={error} />
      <div className="hb-form-line"><label htmlFor={id}>{t(withPassword ? 'later.correct' : 'later.state')}</label><Input.TextArea id={id} value={words} maxLength={4000} autoSize={{ minRows: 3, maxRows: 10 }} onChange={event => setWords(event.target.value)} /></div>
      {withPassword && <div className="hb-form-line"><label htmlFor={`${id}-password`}>{t('later.password')}</label><Input.Password id={`${id}-password`} autoComplete="current-password" value={password} onChange={event => setPassword(event.target.value)} /></div>}
      <div><Button type="primary" disabled={!ready} loading={busy} onClick={() => void send()}>{t(withPassword ? 'later.correctSend' : 'later.stateSend')}</Button></div>
    </div>
  );
}
