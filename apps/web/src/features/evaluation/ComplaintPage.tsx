import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { useLanguage } from '@/i18n';
import { useSession } from '@/session/session';
import { FileList } from '@/shared/ui/FileList';
import { FileUpload } from '@/shared/ui/FileUpload';
import type { StoredFile } from '@/shared/ui/files.types';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { ComplaintActions } from './ComplaintActions';
import { COMPLAINT_FILES, COMPLAINT_TONES, complaintPath, COMPLAINTS, type Complaint } from './complaints';
import './evaluation.css';

const FILES = '/api/v1/files';

/** A complaint about the answer to an objection: what is asked, what the bureau does and decides. */
export function ComplaintPage() {
  const { complaintId = '' } = useParams({ strict: false }) as { complaintId?: string };
  const found = useQuery(readPath<Complaint>(complaintPath(complaintId)));
  if (found.isPending) return <PageSkeleton />;
  if (found.error) return <RouteErrorPage error={found.error} onRetry={() => void found.refetch()} />;
  return <Whole row={found.data} />;
}

function Whole({ row }: { readonly row: Complaint }) {
  const { t } = useTranslation('evaluation');
  const { base } = useSession();
  const english = useLanguage() === 'en';
  const client = useQueryClient();
  const changed = (): Promise<void> => client.invalidateQueries({ predicate: query => [COMPLAINTS, FILES, `/api/v1/service-tasks/${row.taskId}`].some(path => String(query.queryKey[0]).startsWith(path)) });
  return (
    <>
      <PageHeader title={t('complaint.of', { title: row.taskTitle })} back={{ to: `${base}/tender-complaints`, label: t('complaint.title') }} tags={<><StatusTag tone={COMPLAINT_TONES[row.state]}>{english ? row.stateEn : row.stateZh}</StatusTag>{row.suspended && <StatusTag tone="warning">{t('complaint.suspended')}</StatusTag>}<span className="hb-num hb-muted">{row.taskNumber}</span></>} />
      <div className="hb-stack">
        {row.due && <Alert type={row.late ? 'error' : 'info'} showIcon title={<>{t(`complaint.dueOf.${row.state === 'lodged' ? 'lodged' : 'accepted'}`)} <DateText value={row.due} /></>} />}
        <ComplaintActions row={row} onChanged={changed} />
        <Said row={row} />
        <Papers row={row} onChanged={changed} />
        <div><ButtonLink to={`${base}/tasks/${row.taskId}/evaluation`}>{t('card.open')}</ButtonLink></div>
      </div>
    </>
  );
}

/** What was said by each, in its order. */
function Said({ row }: { readonly row: Complaint }) {
  const { t } = useTranslation('evaluation');
  const english = useLanguage() === 'en';
  return (
    <section className="hb-card hb-stack">
      <h2>{t('complaint.what')}</h2>
      <article className="hb-objection"><div className="hb-row"><strong>{t('objection.title')}</strong><span className="hb-muted">{t('objection.due')}<DateText value={row.objectionDue} time /></span></div><p className="hb-proposal">{row.objectionText}</p><p className="hb-proposal">{t('objection.answer')}：{row.objectionAnswer ?? t('complaint.noAnswer')}</p></article>
      <article className="hb-objection"><div className="hb-row"><strong>{row.firmName}</strong><DateText value={row.lodgedAt} time /></div><p className="hb-proposal">{t('complaint.demand')}：{row.demand}</p><p className="hb-proposal">{row.facts}</p></article>
      {row.acceptedAt && <article className="hb-objection"><div className="hb-row"><strong>{t('complaint.accepted')}</strong><span>{row.acceptedByName}</span><DateText value={row.acceptedAt} time /></div></article>}
      {row.suspendedReason && <article className="hb-objection"><div className="hb-row"><strong>{t(row.suspendedAt ? 'complaint.suspendedBy' : 'complaint.lifted')}</strong><DateText value={row.suspendedAt} time /></div><p className="hb-proposal">{row.suspendedReason}</p></article>}
      {row.endedAt && (
        <article className="hb-objection">
          <div className="hb-row"><strong>{t(`complaint.ended.${row.state}`)}</strong><span>{row.endedByName}</span><DateText value={row.endedAt} time />{row.upheld !== null && <StatusTag tone={row.upheld ? 'danger' : 'muted'}>{t(row.upheld ? 'complaint.upheld' : 'complaint.notUpheld')}</StatusTag>}</div>
          <p className="hb-proposal">{row.reason}</p>
          {row.affectsResult === false && <p>{t('complaint.untouched')}</p>}
          {row.remedyZh && <p>{t('objection.remedy')}：{english ? row.remedyEn : row.remedyZh}</p>}
          {row.waiting && <StatusTag tone="warning">{t('complaint.waiting')}</StatusTag>}
          {row.outcomeZh && <p>{t('complaint.outcome')}：{english ? row.outcomeEn : row.outcomeZh} <DateText value={row.executedAt} time /></p>}
        </article>
      )}
    </section>
  );
}

function Papers({ row, onChanged }: { readonly row: Complaint; readonly onChanged: () => Promise<void> }) {
  const { t } = useTranslation('evaluation');
  const files = useQuery(readPath<readonly StoredFile[]>(FILES, { subjectType: COMPLAINT_FILES, subjectId: row.id }));
  return (
    <section className="hb-card hb-stack">
      <h2>{t('complaint.papers')}</h2>
      {(files.data ?? []).length === 0 && <p className="hb-muted">{t('complaint.noPapers')}</p>}
      <FileList files={files.data ?? []} />
      {row.actions.includes('upload') && <FileUpload label={t('complaint.upload')} subjectType={COMPLAINT_FILES} subjectId={row.id} purpose="evidence" onDone={() => void onChanged()} />}
    </section>
  );
}
