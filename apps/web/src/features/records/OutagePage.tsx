import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { AppLink } from '@/shared/ui/AppLink';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList } from '@/shared/ui/SummaryList';
import { DateText } from '@/shared/ui/values';
import { outagesPath, textOrNull, type OutageDetail } from './model';
import { OutageTag } from './OutageList';
import { TIME_PATTERN } from './OutageNewPage';
import './records.css';

/** One failure: since when, what was to be sampled by hand, and how it ended. */
export function OutagePage() {
  const { outageId = '' } = useParams({ strict: false }) as { outageId?: string };
  const found = useQuery(readPath<OutageDetail>(`${outagesPath}/${outageId}`));
  if (found.error) return <RouteErrorPage error={found.error} />;
  if (!found.data) return <PageSkeleton />;
  return <Whole outage={found.data} />;
}

function Whole({ outage }: { readonly outage: OutageDetail }) {
  const { t } = useTranslation('records');
  const { base } = useSession();
  const may = outage.actions.includes('monitoring.write');
  return (
    <>
      <PageHeader
        title={t('outage.one', { place: outage.place })} back={{ to: `${base}/records/${outage.permitId}?tab=outages`, label: t('tab.outages') }}
        lead={<>{outage.enterpriseName} · {outage.siteName} · <span className="hb-num">{outage.permitNumber}</span></>} tags={<OutageTag outage={outage} />}
      />
      <div className="hb-stack">
        {outage.state !== 'withdrawn' && <Needs outage={outage} />}
        {may && <Acts outage={outage} />}
        <Facts outage={outage} />
      </div>
    </>
  );
}

function Facts({ outage }: { readonly outage: OutageDetail }) {
  const { t } = useTranslation('records');
  const closing = textOrNull(outage.closingNote);
  return (
    <SummaryList groups={[{ title: t('outage.facts'), rows: [
      { label: t('outage.what'), value: `${outage.place} ${outage.pollutantTitles.map(textOf).join('、')}` },
      { label: t('outage.from'), value: <DateText value={outage.startedAt} time /> },
      { label: t('outage.to'), value: outage.endedAt ? <DateText value={textOrNull(outage.endedAt)} time /> : t('outage.lasts') },
      ...(outage.repairBy ? [{ label: t('outage.repairBy'), value: <><DateText value={textOrNull(outage.repairBy)} /> <span className="hb-muted">{t('outage.unverified')}</span></> }] : []),
      { label: t('outage.cause'), value: outage.cause },
      { label: t('outage.reported'), value: <>{outage.reportedByName} <DateText value={outage.reportedAt} time /> {outage.reportedLate && <StatusTag tone="warning">{t('outage.reportedLate')}</StatusTag>}</> },
      ...(closing ? [{ label: t(outage.state === 'withdrawn' ? 'outage.withdrawn' : 'outage.note'), value: <>{closing} <span className="hb-muted">{String(outage.closedByName)} <DateText value={textOrNull(outage.closedAt)} time /></span></> }] : []),
    ] }]} />
  );
}

/** What is to be sampled by hand, pollutant by pollutant, with the stretches that are too long. */
function Needs({ outage }: { readonly outage: OutageDetail }) {
  const { t } = useTranslation('records');
  const { base } = useSession();
  return (
    <section className="hb-card hb-stack">
      <h2>{t('outage.needs')}</h2>
      <ul className="hb-plain-list hb-stack">
        {outage.needs.map(one => (
          <li key={one.pollutant}>
            <p className="hb-row">
              <strong>{textOf(one.pollutantTitle)}</strong>
              {one.missing > 0 ? <StatusTag tone="danger">{t('outage.missing', { count: one.missing })}</StatusTag> : <StatusTag tone="success">{t(one.needed === 0 ? 'outage.noneNeeded' : 'outage.covered')}</StatusTag>}
              <span>{t('outage.apart', { hours: one.hoursApart })}</span>
              <span className="hb-muted">{t(`outage.by.${one.hoursFrom}`)}</span>
            </p>
            {one.gaps.length > 0 && <ul>{one.gaps.map(gap => <li key={gap.from}>{t('outage.gap')} <DateText value={gap.from} time /> — <DateText value={gap.to} time /></li>)}</ul>}
          </li>
        ))}
      </ul>
      {outage.needs.some(one => one.hoursFrom === 'reference') && <p className="hb-small hb-muted">{outage.basis}{!outage.basisVerified && t('outage.unverified')}</p>}
      <p><AppLink to={`${base}/records/${outage.permitId}?tab=results`}>{t('outage.enter')}</AppLink></p>
    </section>
  );
}

function Acts({ outage }: { readonly outage: OutageDetail }) {
  const { t } = useTranslation('records');
  const client = useQueryClient();
  const [withdraws, setWithdraws] = useState(false);
  const act = async (step: 'end' | 'withdraw', body: object): Promise<void> => {
    await rest('POST', `${outagesPath}/${outage.id}/${step}`, { body, version: outage.version });
    await client.invalidateQueries({ predicate: query => /^\/api\/v1\/(monitoring|duties)/.test(String(query.queryKey[0])) });
    setWithdraws(false);
  };
  return (
    <section className="hb-card hb-stack">
      {outage.state === 'running' && (
        <>
          <h2>{t('outage.end')}</h2>
          <QuickForm
            fields={[
              { name: 'endedAt', label: t('outage.to'), type: 'text', required: true, example: '2026-11-24 15:00', pattern: TIME_PATTERN, patternHint: t('result.atHint') },
              { name: 'note', label: t('outage.note'), type: 'textarea', required: true, min: 4, max: 1000, example: '更换泵管，校准合格' },
            ]}
            submit={t('outage.endAct')} control={FieldControl} onSubmit={values => act('end', values)}
          />
        </>
      )}
      <p><Button danger onClick={() => setWithdraws(true)}>{t('outage.withdraw')}</Button></p>
      <ConfirmAct open={withdraws} danger title={t('outage.withdrawTitle')} act={t('outage.withdraw')} reason={{ label: t('outage.withdrawn'), required: true }} onConfirm={reason => act('withdraw', { reason })} onClose={() => setWithdraws(false)}>{t('outage.withdrawText')}</ConfirmAct>
    </section>
  );
}
