import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { DeadlineBadge } from '@/shared/ui/DeadlineBadge';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList } from '@/shared/ui/SummaryList';
import { DateText } from '@/shared/ui/values';
import { PermitConditions } from '../conditions/PermitConditions';
import { toneOf, type Permit } from './model';
import { PermitActs } from './PermitActs';
import { PermitCases } from './PermitCases';
import { SOON_DAYS } from './permit-list';
import { PrintedContent } from './Printed';

/** A permit for its holder and the bureau. */
export function PermitPage() {
  const { t } = useTranslation('permits');
  const { base, organisation } = useSession();
  const isBureau = organisation?.orgKind === 'bureau';
  const { permitId = '' } = useParams({ strict: false }) as { permitId?: string };
  const permit = useQuery(readPath<Permit>(`/api/v1/permits/${permitId}`));
  if (permit.isPending) return <PageSkeleton />;
  if (permit.error) return <RouteErrorPage error={permit.error} />;
  const { data } = permit;
  const file = (id: string | null, label: string) => (id ? <a href={`/api/v1/files/${id}/content`}>{label}</a> : <span className="hb-muted">{t('permit.drawing')}</span>);
  return (
    <>
      <PageHeader title={`${t('permit.title')} ${data.number}`} back={isBureau ? { to: `${base}/certificates`, label: t('list.permits') } : { to: `${base}/permits?tab=permits`, label: t('page.back') }} tags={<PermitTags permit={data} />} actions={<PermitActs permit={data} />} />
      <div className="hb-stack">
        <div className="hb-row">
          {data.running && file(data.running.originalFileId, t('permit.runningOriginal', { until: data.running.validTo }))}
          {data.running && file(data.running.duplicateFileId, t('permit.runningDuplicate', { until: data.running.validTo }))}
          {data.signedText !== '' && file(data.originalFileId, data.running ? t('permit.comingOriginal', { from: data.validFrom }) : t('permit.original'))}
          {data.signedText !== '' && file(data.duplicateFileId, data.running ? t('permit.comingDuplicate', { from: data.validFrom }) : t('permit.duplicate'))}
          {data.applicationId && <AppLink to={`${base}/permits/${data.applicationId}`}>{t('permit.application')}</AppLink>}
          <a href={`/api/v1/permits/${data.id}/workbook`}>{t('permit.workbook')}</a>
          <a href={`/api/v1/permits/${data.id}/json`}>{t('permit.json')}</a>
          {data.source === 'national' && <span className="hb-muted">{t('permit.imported', { day: data.sourceOn ?? '' })}</span>}
        </div>
        <Facts permit={data} />
        <PermitCases permit={data} />
        <PermitConditions permitId={data.id} />
        <PrintedContent sections={data.content} />
      </div>
    </>
  );
}

function PermitTags({ permit: { status, remainingDays, validTo } }: { readonly permit: Permit }) {
  const { t } = useTranslation('permits');
  return (
    <>
      <StatusTag tone={toneOf(status)}>{t(`list.status.${status}`)}</StatusTag>
      {remainingDays !== null && <DeadlineBadge remaining={remainingDays} due={validTo} unit="day" soon={SOON_DAYS} />}
    </>
  );
}

function Facts({ permit }: { readonly permit: Permit }) {
  const { t } = useTranslation('permits');
  return (
    <SummaryList
      groups={[
        {
          title: t('public.facts'),
          rows: [
            { label: t('list.permitColumn.number'), value: <span className="hb-num">{permit.number}</span> },
            { label: t('list.permitColumn.name'), value: `${permit.enterpriseName} · ${permit.siteName}` },
            { label: t('public.uscc'), value: <span className="hb-num">{permit.uscc}</span> },
            { label: t('public.site'), value: permit.siteAddress },
            { label: t('list.permitColumn.industry'), value: permit.industryName },
            { label: t('public.issuer'), value: permit.issuer },
            { label: t('public.issuedOn'), value: <DateText value={permit.issuedOn} /> },
            { label: t('public.validity'), value: `${permit.validFrom} — ${permit.validTo}` },
            ...(permit.renewalLastDay ? [{ label: t('permit.renewBy'), value: <DateText value={permit.renewalLastDay} /> }] : []),
          ],
        },
      ]}
    />
  );
}
