import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList, type SummaryRow } from '@/shared/ui/SummaryList';
import { CopyText, DateText } from '@/shared/ui/values';
import './evidence.css';
import { download, signaturesPath, STATUS_TONE, type Signature } from './model';
import { SignatureActs } from './SignatureActs';
import { VerifyOffline } from './VerifyOffline';

/** One copy of record: what was signed, by whom and from where, its paper, how it is checked, and what became of it. */
export function SignaturePage() {
  const { signatureId = '' } = useParams({ strict: false }) as { signatureId?: string };
  const path = `${signaturesPath}/${signatureId}`;
  const queries = useQueryClient();
  const record = useQuery({ ...readPath<Signature>(path), refetchInterval: query => (query.state.data?.paper === null ? 3000 : false) });
  if (record.isPending) return <PageSkeleton />;
  if (record.error) return <RouteErrorPage error={record.error} onRetry={() => void record.refetch()} />;
  return <Record record={record.data} onChanged={() => queries.invalidateQueries({ queryKey: [path] })} />;
}

function Record({ record, onChanged }: { readonly record: Signature; readonly onChanged: () => Promise<unknown> }) {
  const { t } = useTranslation('evidence');
  const { base } = useSession();
  return (
    <>
      <PageHeader
        title={textOf(record.what)}
        back={{ to: `${base}/signatures`, label: t('list.title') }}
        tags={<StatusTag tone={STATUS_TONE[record.status]}>{t(`status.${record.status}`)}</StatusTag>}
        actions={<SignatureActs record={record} onChanged={onChanged} />}
      />
      <div className="hb-stack">
        <Alert type={record.holds ? 'success' : 'error'} showIcon title={t(record.holds ? 'record.holds' : 'record.broken')} />
        <Repudiation record={record} />
        <Downloads record={record} />
        <SummaryList groups={[{ title: t('record.facts'), rows: factsOf(record, t) }]} />
        <VerifyOffline record={record} />
      </div>
    </>
  );
}

function factsOf(record: Signature, t: (key: string) => string): SummaryRow[] {
  return [
    { label: t('record.owner'), value: record.ownerName },
    { label: t('record.signer'), value: `${record.signerName}${record.signerOrgName ? `（${record.signerOrgName}）` : ''}` },
    ...(record.onBehalf ? [{ label: t('record.behalf'), value: t('record.behalfYes') }] : []),
    { label: t('record.at'), value: <DateText value={record.signedAt} time /> },
    { label: t('record.ip'), value: <span className="hb-num">{record.ip ?? t('record.notKept')}</span> },
    { label: t('record.agent'), value: <span className="hb-small hb-evidence__long">{record.agent ?? t('record.notKept')}</span> },
    { label: t('record.agreed'), value: record.agreed ?? t('record.agreedBefore') },
    { label: t('record.number'), value: <CopyText text={record.id} /> },
  ];
}

function Downloads({ record }: { readonly record: Signature }) {
  const { t } = useTranslation('evidence');
  const [error, setError] = useState<unknown>(null);
  const get = (what: string, name: string) => (): void => {
    setError(null);
    download(`${signaturesPath}/${record.id}/${what}`, name).catch(setError);
  };
  return (
    <div className="hb-stack">
      <div className="hb-row">
        <Button type="primary" disabled={record.paper === null} onClick={get('paper', `${textOf(record.what)}.pdf`)}>
          {t('record.pdf')}
        </Button>
        <Button onClick={get('content', `signature-${record.id}.json`)}>{t('record.content')}</Button>
        {record.paper === null && <span className="hb-muted" role="status">{t('record.drawing')}</span>}
      </div>
      <ProblemAlert error={error} />
    </div>
  );
}

function Repudiation({ record }: { readonly record: Signature }) {
  const { t } = useTranslation('evidence');
  const { repudiation } = record;
  if (!repudiation) return null;
  return (
    <section className="hb-card">
      <h2>{t('repudiation.title')}</h2>
      <p>
        {repudiation.byName} · <DateText value={repudiation.at} time />
      </p>
      <p className="hb-evidence__quote">{repudiation.reason}</p>
      {repudiation.outcome === null ? (
        <p>{t('repudiation.waiting')}</p>
      ) : (
        <>
          <p>
            <strong>{t(`repudiation.${repudiation.outcome}`)}</strong> · {repudiation.decidedByName} · <DateText value={repudiation.decidedAt} time />
          </p>
          <p className="hb-evidence__quote">{repudiation.reasons}</p>
        </>
      )}
    </section>
  );
}
