import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert, Button, Progress } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useLanguage } from '@/i18n';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList } from '@/shared/ui/SummaryList';
import { DateText } from '@/shared/ui/values';
import { Grade } from '../credit/parts';
import './credit-evaluation.css';
import { useChanged, YEARS, type Year } from './model';
import { Participants } from './Participants';

const POLL_MS = 2000;
type Kind = 'announce' | 'publicity' | 'approve' | 'publish';
const KINDS: readonly Kind[] = ['announce', 'publicity', 'approve', 'publish'];

/** A year: how far everybody is, what can be done for all of them now, and who is on the list. */
export function YearPage() {
  const { yearId = '' } = useParams({ strict: false }) as { yearId?: string };
  const year = useQuery({ ...readPath<Year>(`${YEARS}/${yearId}`), refetchInterval: query => (query.state.data?.runs.some(one => one.state === 'running') ? POLL_MS : false) });
  if (year.isPending) return <PageSkeleton />;
  if (!year.data) return <RouteErrorPage error={year.error} onRetry={() => void year.refetch()} />;
  return <Whole year={year.data} />;
}

function Whole({ year }: { readonly year: Year }) {
  const { t } = useTranslation('credit-evaluation');
  const { base } = useSession();
  return (
    <>
      <PageHeader title={t('year.name', { year: year.year })} lead={t('year.asOf', { day: year.asOf })} back={{ to: `${base}/evaluation-years`, label: t('year.title') }} tags={<StatusTag tone={year.state === 'listing' ? 'warning' : 'progress'}>{t(`year.${year.state}`)}</StatusTag>} />
      <div className="hb-stack">
        {year.warning && <Alert type="warning" showIcon title={t(`warning.${year.warning}`)} description={t('year.warned', { earliest: year.earliestPublication, by: year.publishBy, begin: year.publicityBy })} />}
        <Steps year={year} />
        <Stages year={year} />
        <Plan year={year} />
        <Participants year={year} />
      </div>
    </>
  );
}

/** What can be done for everybody who is ready; the worker does it, and its progress is shown. */
function Steps({ year }: { readonly year: Year }) {
  const { t } = useTranslation('credit-evaluation');
  const changed = useChanged();
  const [asked, setAsked] = useState<Kind | null>(null);
  const open = KINDS.filter(one => year.actions.includes(one));
  const running = year.runs.find(one => one.state === 'running');
  return (
    <section className="hb-card hb-stack">
      <h2>{t('steps.title')}</h2>
      <div className="hb-row hb-no-print">
        {open.map(one => <Button key={one} type={year.ready[one] > 0 ? 'primary' : 'default'} disabled={year.ready[one] === 0 || running !== undefined} onClick={() => setAsked(one)}>{t(`steps.${one}`)}（{year.ready[one]}）</Button>)}
      </div>
      {open.length > 0 && <p className="hb-small hb-muted">{t(year.state === 'listing' ? 'steps.listingHint' : 'steps.hint')}</p>}
      {running && <><p>{t(`steps.${running.kind}`)}{t('steps.progress', { done: running.done, total: running.total })}</p><Progress percent={running.total === 0 ? 0 : Math.round((running.done / running.total) * 100)} aria-label={t(`steps.${running.kind}`)} /></>}
      <ul className="hb-lines">
        {year.runs.filter(one => one.state === 'done').map(one => <li key={one.id}>{t(`steps.${one.kind}`)} {t('steps.ended', { done: one.done - one.skipped, skipped: one.skipped })} <span className="hb-small hb-muted">{one.startedByName} <DateText value={one.startedAt} time /></span></li>)}
      </ul>
      <ConfirmAct open={asked !== null} title={asked ? t(`steps.ask.${asked}`, { count: year.ready[asked] }) : ''} act={asked ? t(`steps.${asked}`) : ''} onConfirm={async () => { await rest('POST', `${YEARS}/${year.id}/${asked ?? ''}`, { body: {} }); await changed(); setAsked(null); }} onClose={() => setAsked(null)}>{asked && t(`steps.means.${asked}`)}</ConfirmAct>
    </section>
  );
}

function Stages({ year }: { readonly year: Year }) {
  const { t } = useTranslation('credit-evaluation');
  const { base } = useSession();
  const english = useLanguage() === 'en';
  const at = `${base}/credit-evaluations?yearId=${year.id}`;
  if (year.stages.length === 0) return null;
  return (
    <section className="hb-card hb-stack">
      <h2>{t('figures.title')}</h2>
      <dl className="hb-evaluation__figures">
        {year.stages.map(one => <div key={one.stage}><dt>{english ? one.stageEn : one.stageZh}</dt><dd><AppLink to={`${at}&stage=${one.stage}`}>{one.count}</AppLink>{one.overdue > 0 && <StatusTag tone="danger">{t('figures.overdue', { count: one.overdue })}</StatusTag>}</dd></div>)}
        <div><dt>{t('figures.late')}</dt><dd><AppLink to={`${at}&reported=late`}>{year.late}</AppLink></dd></div>
        <div><dt>{t('figures.notReported')}</dt><dd><AppLink to={`${at}&reported=not-reported`}>{year.notReported}</AppLink></dd></div>
        <div><dt>{t('figures.objections')}</dt><dd>{year.objections}</dd></div>
      </dl>
      {year.grades.length > 0 && <ul className="hb-lines">{year.grades.map(one => <li key={one.gradeTitle}><Grade title={one.gradeTitle} colour={one.colour} /> {t('figures.count', { count: one.count })}</li>)}</ul>}
      <p><AppLink to={at}>{t('figures.all')}</AppLink></p>
    </section>
  );
}

function Plan({ year }: { readonly year: Year }) {
  const { t } = useTranslation('credit-evaluation');
  const rows = [
    ...(['reportUntil', 'checkUntil', 'reviewUntil', 'publishBy'] as const).map(name => ({ label: t(`plan.${name}`), value: <DateText value={year[name]} /> })),
    { label: t('plan.publicity'), value: t('plan.days', { count: year.publicityDays }) }, { label: t('plan.workdays'), value: t('plan.workdaysOf', { count: year.publishWorkdays }) },
    { label: t('open.schemes'), value: <ul className="hb-lines">{year.schemes.map(one => <li key={one.key}>{one.title}{one.inForce && ` · ${t('open.inForce')}`} <span className="hb-small hb-muted">{t('open.version', { day: one.effectiveFrom })}</span></li>)}</ul> },
  ];
  return <SummaryList groups={[{ title: t('plan.title'), rows }]} />;
}
