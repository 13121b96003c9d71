import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useLanguage } from '@/i18n';
import { useSession } from '@/session/session';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { AppLink } from '@/shared/ui/AppLink';
import { FileList } from '@/shared/ui/FileList';
import type { StoredFile } from '@/shared/ui/files.types';
import { FileUpload } from '@/shared/ui/FileUpload';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList } from '@/shared/ui/SummaryList';
import { DateText } from '@/shared/ui/values';
import '../site-checks/site-checks.css';
import { FINDINGS, SEVERITY_TONES, toneOf, useStewardChanged, type Finding } from './model';
import { StewardPhotos } from './StewardPhotos';

type Act = 'answer' | 'settle' | 'close' | 'reopen';
const ACTS: readonly Act[] = ['answer', 'settle', 'close', 'reopen'];

/** A finding: what was found, what was done about it, and what the reader does next. */
export function FindingPage() {
  const { findingId = '' } = useParams({ strict: false }) as { findingId?: string };
  const finding = useQuery(readPath<Finding>(`${FINDINGS}/${findingId}`));
  if (finding.isPending) return <PageSkeleton />;
  if (!finding.data) return <RouteErrorPage error={finding.error} onRetry={() => void finding.refetch()} />;
  return <Whole finding={finding.data} />;
}

function Whole({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation('stewardship');
  const { base } = useSession();
  const english = useLanguage() === 'en';
  const files = useQuery(readPath<readonly StoredFile[]>('/api/v1/files', { subjectType: 'steward-finding', subjectId: finding.id }));
  const rows = [
    { label: t('findings.description'), value: <span style={{ whiteSpace: 'pre-wrap' }}>{finding.description}</span> },
    { label: t('findings.advice'), value: <span style={{ whiteSpace: 'pre-wrap' }}>{finding.advice}</span> },
    { label: t('findings.foundOn'), value: <DateText value={finding.foundOn} /> },
    { label: t('findings.column.due'), value: <><DateText value={finding.dueOn} /> {finding.late && <StatusTag tone="danger">{t(finding.state === 'answered' ? 'findings.recheckOverdue' : 'findings.overdue')}</StatusTag>}</> },
    { label: t('findings.item'), value: `${finding.topic}：${finding.itemText}` },
    { label: t('findings.basis'), value: finding.legalBasis },
    { label: t('findings.visit'), value: <AppLink to={`${base}/steward-visits/${finding.visitId}`}>{t('findings.toVisit')}</AppLink> },
  ];
  return (
    <>
      <PageHeader title={finding.place} lead={`${finding.enterpriseName} · ${finding.firmName}`} back={{ to: `${base}/steward-findings`, label: t('findings.title') }} tags={<><StatusTag tone={toneOf(finding)}>{english ? finding.stateEn : finding.stateZh}</StatusTag><StatusTag tone={SEVERITY_TONES[finding.severity]}>{t(`severity.${finding.severity}`)}</StatusTag>{finding.reopened > 0 && <span>{t('findings.reopened', { count: finding.reopened })}</span>}</>} />
      <div className="hb-stack">
        <Acting finding={finding} />
        <SummaryList groups={[{ title: t('findings.what'), rows }]} />
        <section className="hb-card">
          <h2>{t('findings.photos')}</h2>
          {finding.photos.length === 0 ? <p className="hb-muted">{t('findings.noPhotos')}</p> : <StewardPhotos photos={finding.photos} />}
        </section>
        <section className="hb-card hb-stack">
          <h2>{t('findings.steps')}</h2>
          {finding.steps.map(step => (
            <article key={step.id}>
              <strong>{t(`findings.step.${step.kind}`)}</strong> {step.byName} <DateText value={step.at} time />
              <p style={{ whiteSpace: 'pre-wrap' }}>{step.text}</p>
              <FileList files={(files.data ?? []).filter(file => step.fileIds.includes(file.id))} />
            </article>
          ))}
        </section>
      </div>
    </>
  );
}

function Acting({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation('stewardship');
  const { t: common } = useTranslation();
  const [act, setAct] = useState<Act | null>(null);
  const [added, setAdded] = useState<readonly StoredFile[]>([]);
  const changed = useStewardChanged();
  const open = ACTS.filter(one => finding.actions.includes(one));
  if (open.length === 0) return null;
  const send = async (values: Record<string, unknown>): Promise<void> => {
    await rest('POST', `${FINDINGS}/${finding.id}/${act ?? 'answer'}`, { body: { ...values, fileIds: added.map(file => file.id) }, version: finding.version });
    await changed();
    setAdded([]);
    setAct(null);
  };
  if (act === null) return <div className="hb-row">{open.map(one => <Button key={one} type={one === 'reopen' ? 'default' : 'primary'} onClick={() => setAct(one)}>{t(`findings.${one}`)}</Button>)}</div>;
  return (
    <section className="hb-card">
      <QuickForm key={act} fields={[{ name: 'text', label: t(`findings.text.${act}`), type: 'textarea', required: true, max: 3000 }]} submit={t(`findings.${act}`)} onSubmit={send} control={FieldControl} aside={<Button onClick={() => setAct(null)}>{common('action.back')}</Button>}>
        <FileUpload label={t('findings.files')} subjectType="steward-finding" subjectId={finding.id} purpose="proof" onDone={file => setAdded(all => [...all, file])} />
        <FileList files={added} />
      </QuickForm>
    </section>
  );
}
