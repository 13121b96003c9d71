import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { useLanguage } from '@/i18n';
import { useSession } from '@/session/session';
import { FileList } from '@/shared/ui/FileList';
import type { StoredFile } from '@/shared/ui/files.types';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList, type SummaryRow } from '@/shared/ui/SummaryList';
import { DateText, Money } from '@/shared/ui/values';
import { CancellationActions } from './CancellationActions';
import './contracts.css';
import { CANCELLATION_TONES, cancellationPath, UNSIGNED_FILES, type Cancellation } from './unsigned';

/** An award that is not signed: the ground, what both sides say, the cancellation, the objection and the ruling. */
export function CancellationPage() {
  const { cancellationId = '' } = useParams({ strict: false }) as { cancellationId?: string };
  const found = useQuery(readPath<Cancellation>(cancellationPath(cancellationId)));
  if (found.isPending) return <PageSkeleton />;
  if (found.error) return <RouteErrorPage error={found.error} onRetry={() => void found.refetch()} />;
  return <Whole row={found.data} />;
}

function Whole({ row }: { readonly row: Cancellation }) {
  const { t } = useTranslation('contracts');
  const { base, organisation } = useSession();
  const english = useLanguage() === 'en';
  const bureau = organisation?.orgKind === 'bureau';
  return (
    <>
      <PageHeader
        title={`${t(`unsigned.kind.${row.kind}`)}：${row.taskTitle}`}
        back={bureau ? { to: `${base}/award-cancellations`, label: t('unsigned.title') } : { to: `${base}/contracts/${row.contractId}`, label: t('disputes.contract') }}
        tags={<><StatusTag tone={CANCELLATION_TONES[row.state]}>{english ? row.stateEn : row.stateZh}</StatusTag><span className="hb-num hb-muted">{row.taskNumber}</span></>}
      />
      <div className="hb-stack">
        {row.due && <Alert type={row.late ? 'error' : 'info'} showIcon title={<>{t(`unsigned.due.${row.kind === 'complaint' ? 'rule' : row.state}`)} <DateText value={row.due} /></>} />}
        <CancellationActions row={row} />
        <SummaryList groups={[{ title: t('unsigned.what'), rows: useWhat(row) }]} />
        <Words row={row} />
      </div>
    </>
  );
}

function useWhat(row: Cancellation): SummaryRow[] {
  const { t } = useTranslation('contracts');
  const english = useLanguage() === 'en';
  return [
    { label: t('side.enterprise'), value: row.enterpriseName },
    { label: t('side.firm'), value: row.firmName },
    { label: t('unsigned.price'), value: <Money yuan={row.priceYuan} /> },
    { label: t('unsigned.ground'), value: english ? row.groundEn : row.groundZh },
    { label: t('unsigned.basis'), value: row.basis },
    ...(row.bondYuan ? [{ label: t('unsigned.bond'), value: <><Money yuan={row.bondYuan} /> {t('unsigned.kept')}</> }] : []),
    ...(row.effectUntil ? [{ label: t('unsigned.credit'), value: <>{t(row.kind === 'complaint' ? 'unsigned.ofEnterprise' : 'unsigned.ofFirm')} <DateText value={row.effectUntil} /></> }] : []),
    ...row.reminders.map(one => ({ label: t('unsigned.reminder'), value: <><DateText value={one.sentAt} /> · {t('unsigned.until')} <DateText value={one.dueOn} /> · {one.text}</> })),
  ];
}

interface Said {
  readonly title: string;
  readonly by: string | null;
  readonly at: string | null;
  readonly text: string | null;
  readonly fileIds: readonly string[];
}

/** What was said, in the order in which it was. */
function Words({ row }: { readonly row: Cancellation }) {
  const { t } = useTranslation('contracts');
  const files = useQuery(readPath<readonly StoredFile[]>('/api/v1/files', { subjectType: UNSIGNED_FILES, subjectId: row.contractId }));
  const all: readonly Said[] = [
    { title: t(`unsigned.kind.${row.kind}`), by: row.noticedByName, at: row.noticedAt, text: row.reason, fileIds: row.evidenceFileIds },
    { title: t('unsigned.statement'), by: row.statedByName, at: row.statedAt, text: row.statement, fileIds: row.statementFileIds },
    { title: t('unsigned.cancelled'), by: row.cancelledByName, at: row.cancelledAt, text: row.cancelReason, fileIds: [] },
    { title: t('unsigned.objection'), by: row.objectedByName, at: row.objectedAt, text: row.objection, fileIds: row.objectionFileIds },
    { title: t('unsigned.ruling'), by: row.ruledByName, at: row.ruledAt, text: row.ruling, fileIds: [] },
  ];
  const said = all.filter(one => one.at !== null);
  return (
    <section className="hb-card">
      <h2>{t('unsigned.said')}</h2>
      {said.map(one => (
        <article key={one.title} className="hb-contract__row">
          <strong>{one.title} · {one.by}</strong> <DateText value={one.at} time />
          <p style={{ whiteSpace: 'pre-wrap' }}>{one.text}</p>
          <FileList files={(files.data ?? []).filter(file => one.fileIds.includes(file.id))} />
        </article>
      ))}
    </section>
  );
}
