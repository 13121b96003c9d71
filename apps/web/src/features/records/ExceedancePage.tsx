import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { AppLink } from '@/shared/ui/AppLink';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList } from '@/shared/ui/SummaryList';
import { DateText } from '@/shared/ui/values';
import { EXCEEDANCE_TONE, filled, textOrNull, type ExceedanceRow } from './model';

/** A result above its limit: what it was, its cause and what was done. */
export function ExceedancePage() {
  const { t } = useTranslation('records');
  const { base } = useSession();
  const client = useQueryClient();
  const { exceedanceId = '' } = useParams({ strict: false }) as { exceedanceId?: string };
  const path = `/api/v1/exceedances/${exceedanceId}`;
  const found = useQuery(readPath<ExceedanceRow>(path));
  if (found.isPending) return <PageSkeleton />;
  if (found.error) return <RouteErrorPage error={found.error} />;
  const { data } = found;
  const may = data.actions.includes('monitoring.explain') && data.state !== 'withdrawn';
  const explanation = data.cause === null ? [] : [{
    title: t('exceedance.explanation'),
    rows: [
      { label: t('exceedance.cause'), value: String(data.cause) }, { label: t('exceedance.action'), value: String(data.action) }, { label: t('exceedance.restored'), value: <DateText value={textOrNull(data.restoredOn)} /> },
      { label: t('entry.entered'), value: <>{String(data.explainedByName)} <DateText value={data.explainedAt as string | null} time /></> },
    ],
  }];
  return (
    <>
      <PageHeader title={t('exceedance.title', { what: `${data.place} ${textOf(data.pollutantTitle)}` })} back={{ to: `${base}/records?tab=exceedances`, label: t('list.exceedances') }} lead={`${data.enterpriseName} · ${data.siteName}`} tags={<StatusTag tone={EXCEEDANCE_TONE[data.state]}>{t(`exceedance.states.${data.state}`)}</StatusTag>} />
      <div className="hb-stack">
        <SummaryList groups={[
          { title: t('exceedance.facts'), rows: [
            { label: t('result.day'), value: <DateText value={data.sampledOn} /> }, { label: t('result.compared'), value: <span className="hb-num">{`${data.comparedValue} ${data.unit}`}</span> }, { label: t('result.limit'), value: <span className="hb-num">{`${data.limitValue} ${data.unit}`}</span> },
            { label: t('exceedance.result'), value: <AppLink to={`${base}/records/${data.permitId}/results/${data.resultId}`}>{t('exceedance.open')}</AppLink> },
          ] },
          ...explanation,
        ]} />
        {may && (
          <section className="hb-card hb-stack">
            <h2>{t(data.state === 'open' ? 'exceedance.explain' : 'exceedance.complete')}</h2>
            <QuickForm
              key={data.version}
              fields={[
                { name: 'cause', label: t('exceedance.cause'), type: 'textarea', required: true, max: 1000, width: 'full', example: '低氮燃烧器风门故障' },
                { name: 'action', label: t('exceedance.action'), type: 'textarea', required: true, max: 1000, width: 'full', example: '当日检修更换，复测达标' },
                { name: 'restoredOn', label: t('exceedance.restored'), type: 'date' },
              ]}
              initial={{ cause: data.cause, action: data.action, restoredOn: data.restoredOn }} submit={t('exceedance.save')} control={FieldControl}
              onSubmit={async values => {
                await rest('POST', `${path}/explain`, { body: filled(values), version: data.version });
                await client.invalidateQueries({ predicate: query => String(query.queryKey[0]).startsWith('/api/v1/exceedances') || String(query.queryKey[0]).startsWith('/api/v1/monitoring') });
              }}
            />
          </section>
        )}
      </div>
    </>
  );
}
