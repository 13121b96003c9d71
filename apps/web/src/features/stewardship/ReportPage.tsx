import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useLanguage } from '@/i18n';
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
import { REPORTS, toneOf, useStewardChanged, type StewardReport } from './model';

/** A monthly report: what the month brought, the firm's words, and who has signed and read it. */
export function ReportPage() {
  const { reportId = '' } = useParams({ strict: false }) as { reportId?: string };
  const report = useQuery(readPath<StewardReport>(`${REPORTS}/${reportId}`));
  if (report.isPending) return <PageSkeleton />;
  if (!report.data) return <RouteErrorPage error={report.error} onRetry={() => void report.refetch()} />;
  return <Whole key={reportId} report={report.data} />;
}

function Whole({ report }: { readonly report: StewardReport }) {
  const { t } = useTranslation('stewardship');
  const { base } = useSession();
  const english = useLanguage() === 'en';
  const facts = [
    { label: t('reports.column.firm'), value: report.firmName },
    { label: t('reports.asOf'), value: <DateText value={report.asOf} /> },
    { label: t('reports.column.due'), value: <><DateText value={report.dueOn} /> {report.late && <StatusTag tone="danger">{t('reports.late')}</StatusTag>}</> },
    ...(report.signedOn ? [{ label: t('reports.signedBy'), value: <>{report.signedByName} <DateText value={report.signedOn} /></> }] : []),
    ...(report.acknowledgedAt ? [{ label: t('reports.acknowledged'), value: <>{report.acknowledgedByName} <DateText value={report.acknowledgedAt} time /></> }] : []),
    ...(report.revisionReason ? [{ label: t('reports.revised'), value: report.revisionReason }] : []),
    ...(report.versions.length > 1 ? [{ label: t('reports.versions'), value: <div className="hb-row">{report.versions.map(one => <AppLink key={one.id} to={`${base}/steward-reports/${one.id}`}>{`${t('reports.nth', { count: one.revision })} ${english ? one.stateEn : one.stateZh}`}</AppLink>)}</div> }] : []),
    ...(report.actions.includes('write') ? [] : [{ label: t('reports.remark'), value: report.remark ? <span style={{ whiteSpace: 'pre-wrap' }}>{report.remark}</span> : t('reports.noRemark') }]),
  ];
  return (
    <>
      <PageHeader
        title={t('reports.one', { month: report.month })}
        lead={report.enterpriseName}
        back={{ to: `${base}/steward-reports`, label: t('reports.title') }}
        tags={<><StatusTag tone={toneOf(report)}>{english ? report.stateEn : report.stateZh}</StatusTag> <span>{t('reports.nth', { count: report.revision })}</span></>}
        actions={<Acts report={report} />}
      />
      <div className="hb-stack">
        <SummaryList groups={[{ title: t('one.facts'), rows: facts }]} />
        {report.actions.includes('write') && <Remark report={report} />}
        <Facts report={report} />
      </div>
    </>
  );
}

function Facts({ report }: { readonly report: StewardReport }) {
  const { t } = useTranslation('stewardship');
  return (
    <>
      <section className="hb-card">
        <h2>{t('reports.visits')}</h2>
        {report.visits.length === 0 && <p className="hb-muted">{t('reports.noVisits')}</p>}
        <ul className="hb-plain-list">{report.visits.map((one, nth) => <li key={nth}><DateText value={one.heldOn ?? one.plannedOn} /> {one.visitorName} · {t('reports.problems', { count: one.problems })}{one.summary && ` · ${one.summary}`}</li>)}</ul>
      </section>
      <section className="hb-card">
        <h2>{t('reports.findings')}</h2>
        {report.findings.length === 0 && <p className="hb-muted">{t('reports.noFindings')}</p>}
        <ul className="hb-plain-list">{report.findings.map((one, nth) => <li key={nth}>{`${t(`severity.${one.severity}`)} · ${one.place}：${one.description} · ${t('findings.column.due')} `}<DateText value={one.dueOn} />{one.closedOn && <> · {t('findings.column.closed')} <DateText value={one.closedOn} /></>}</li>)}</ul>
      </section>
      <section className="hb-card">
        <h2>{t('reports.duties')}</h2>
        {report.duties === null ? <p className="hb-muted">{t('reports.noMandate')}</p> : report.duties.length === 0 && <p className="hb-muted">{t('reports.noDuties')}</p>}
        <ul className="hb-plain-list">{(report.duties ?? []).map((one, nth) => <li key={nth}>{one.title} · <DateText value={one.dueOn} /> · {t(`reports.duty.${one.status as 'due'}`)}</li>)}</ul>
      </section>
    </>
  );
}

function Remark({ report }: { readonly report: StewardReport }) {
  const { t } = useTranslation('stewardship');
  const changed = useStewardChanged();
  const save = async (values: Record<string, unknown>): Promise<void> => {
    await rest('PUT', `${REPORTS}/${report.id}/remark`, { body: { remark: values['remark'] ?? '' }, version: report.version });
    await changed();
  };
  return (
    <section className="hb-card">
      <QuickForm fields={[{ name: 'remark', label: t('reports.remark'), type: 'textarea', max: 4000 }]} initial={{ remark: report.remark }} submit={t('reports.write')} onSubmit={save} control={FieldControl} />
    </section>
  );
}

const ACTS = ['refresh', 'revise', 'sign', 'acknowledge'] as const;
const ASKED = { sign: ['signTitle', 'signText'], acknowledge: ['acknowledgeTitle', 'acknowledgeText'], revise: ['reviseTitle', 'reviseText'] } as const;

function Acts({ report }: { readonly report: StewardReport }) {
  const { t } = useTranslation('stewardship');
  const { base } = useSession();
  const navigate = useNavigate();
  const [act, setAct] = useState<keyof typeof ASKED | null>(null);
  const changed = useStewardChanged();
  const shown = act ?? 'sign';
  const send = async (path: (typeof ACTS)[number], reason?: string): Promise<void> => {
    const next = await rest<StewardReport>('POST', `${REPORTS}/${report.id}/${path}`, { body: path === 'revise' ? { reason } : {}, ...(path === 'sign' || path === 'refresh' ? { version: report.version } : {}) });
    await changed();
    if (next.id !== report.id) await navigate({ to: `${base}/steward-reports/${next.id}` });
  };
  return (
    <>
      {report.hasFile ? <a href={`/api/v1/steward-reports/${report.id}/paper`}>{t('reports.paper')}</a> : <span className="hb-muted">{t('reports.drawing')}</span>}
      {ACTS.filter(one => report.actions.includes(one)).map(one => <Button key={one} type={one === 'sign' || one === 'acknowledge' ? 'primary' : 'default'} onClick={() => (one === 'refresh' ? void send('refresh') : setAct(one))}>{t(`reports.${one}`)}</Button>)}
      <ConfirmAct open={act !== null} title={t(`reports.${ASKED[shown][0]}`)} act={t(`reports.${shown}`)} reason={shown === 'revise' ? { label: t('reports.why'), required: true } : undefined} onConfirm={reason => send(shown, reason)} onClose={() => setAct(null)}>
        {t(`reports.${ASKED[shown][1]}`)}
      </ConfirmAct>
    </>
  );
}
