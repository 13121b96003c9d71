import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Alert, Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList } from '@/shared/ui/SummaryList';
import { DateText } from '@/shared/ui/values';
import { toneOf } from '../permits/model';
import { PrintedContent } from '../permits/Printed';
import { ConditionList } from './ConditionList';
import './conditions.css';
import { LimitTable } from './LimitTable';
import type { AsOf } from './model';

/** Everything a permit said on a day; the day stands in the address. */
export function AsOfPage() {
  const { t } = useTranslation('conditions');
  const { base } = useSession();
  const { permitId = '' } = useParams({ strict: false }) as { permitId?: string };
  const { on } = useSearch({ strict: false }) as { on?: string };
  const found = useQuery({ ...readPath<AsOf>(`/api/v1/permits/${permitId}/as-of`, { on }), placeholderData: keepPreviousData });
  if (found.error && !found.data) return <Failed error={found.error} permitId={permitId} on={on} />;
  if (!found.data) return <PageSkeleton />;
  const { data } = found;
  return (
    <>
      <PageHeader title={t('asOf.title', { day: data.day })} back={{ to: `${base}/certificates/${permitId}`, label: `${t('asOf.permit')} ${data.number}` }} tags={<StatusTag tone={toneOf(data.standing)}>{t(`standing.${data.standing}`)}</StatusTag>} />
      <div className="hb-stack">
        <ProblemAlert error={found.error} />
        <ChooseDay permitId={permitId} day={data.day} versions={data.versions} />
        {data.isAhead && <Alert type="info" showIcon title={t('asOf.ahead')} />}
        {data.endedOn && data.endedOn <= data.day && <Alert type="error" showIcon title={t('asOf.ended', { day: data.endedOn })} description={data.endBasis ?? undefined} />}
        <Facts data={data} />
        <section className="hb-card"><h2>{t('asOf.limits', { count: data.limits.length })}</h2><LimitTable limits={data.limits} /></section>
        <section className="hb-card"><h2>{t('asOf.conditions', { count: data.conditions.length })}</h2><ConditionList conditions={data.conditions} none={t('asOf.noConditions')} /></section>
        <PrintedContent sections={data.content} />
      </div>
    </>
  );
}

/** A day that has no answer: what is wrong with it, and the way to choose another. */
function Failed({ error, permitId, on }: { readonly error: unknown; readonly permitId: string; readonly on: string | undefined }) {
  const { t } = useTranslation('conditions');
  const { base } = useSession();
  if (on === undefined) return <RouteErrorPage error={error} />;
  return (
    <>
      <PageHeader title={t('asOf.title', { day: on })} back={{ to: `${base}/certificates/${permitId}`, label: t('asOf.permit') }} />
      <div className="hb-stack">
        <ProblemAlert error={error} />
        <ChooseDay permitId={permitId} day={on} versions={[]} />
      </div>
    </>
  );
}

function ChooseDay({ permitId, day, versions }: { readonly permitId: string; readonly day: string; readonly versions: AsOf['versions'] }) {
  const { t } = useTranslation('conditions');
  const { base } = useSession();
  const navigate = useNavigate();
  const id = useId();
  const here = `${base}/certificates/${permitId}`;
  return (
    <section className="hb-card hb-stack hb-no-print" style={{ gap: 12 }}>
      <div className="hb-row">
        <label htmlFor={id}>{t('asOf.choose')}</label>
        <Input id={id} type="date" value={day} style={{ width: 180 }} onChange={event => event.target.value && void navigate({ to: '.', search: { on: event.target.value } as never, replace: true, resetScroll: false })} />
        <AppLink to={`${here}/as-of`}>{t('asOf.today')}</AppLink>
        <AppLink to={`${here}/compare?from=${day}`}>{t('asOf.compare')}</AppLink>
      </div>
      {versions.length > 0 && (
        <p className="hb-row">
          <span className="hb-muted">{t('asOf.versions')}</span>
          {versions.map(one => <AppLink key={one.number} to={`${here}/as-of?on=${one.effectiveFrom}`}>{t('asOf.version', { number: one.number, day: one.effectiveFrom })}</AppLink>)}
        </p>
      )}
    </section>
  );
}

function Facts({ data }: { readonly data: AsOf }) {
  const { t } = useTranslation('conditions');
  const rows = [
    { label: t('fact.enterpriseName'), value: <>{data.enterpriseName} <span className="hb-num hb-muted">{data.uscc}</span></> },
    { label: t('fact.legalRepresentative'), value: data.legalRepresentative },
    { label: t('fact.siteName'), value: `${data.siteName}（${data.siteAddress}）` },
    { label: t('fact.industry'), value: data.industryName },
    { label: t('fact.managementCategory'), value: t(`category.${data.managementCategory === 'key' ? 'key' : 'simplified'}`) },
    { label: t('fact.validTo'), value: `${data.validFrom} — ${data.validTo}` },
    { label: t('fact.issuer'), value: data.issuer },
    { label: t('fact.version'), value: <>{t('version', { number: data.versionNumber })}（{t(`business.${data.businessType}`, { defaultValue: data.businessType })}，<DateText value={data.issuedOn} />）{data.versionNumber < data.newestVersion && <StatusTag tone="info">{t('asOf.older', { newest: data.newestVersion })}</StatusTag>}</> },
  ];
  return <SummaryList groups={[{ title: t('asOf.facts', { day: data.day }), rows }]} />;
}
