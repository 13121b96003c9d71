import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { DataTable } from '@/shared/data/DataTable';
import { now } from '@/shared/time/time';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText, Money } from '@/shared/ui/values';
import './evaluation.css';
import { STATE_TONE, type CandidateNotice, type PublicEvaluation } from './model';
import { PlanFacts } from './PlanFacts';
import { Candidates, Period } from './PublicityCard';

/** Published candidates of all tasks. */
export function CandidateNoticesPage() {
  const { t } = useTranslation('evaluation');
  const stateOf = (row: CandidateNotice): string => (row.state !== 'publicity' ? t(`state.${row.state}`) : row.paused ? t('public.standing') : Date.parse(row.to) >= now().valueOf() ? t('public.running2') : t('public.over'));
  return (
    <div className="hb-container">
      <PageHeader title={t('public.title')} lead={t('public.lead')} />
      <DataTable<CandidateNotice>
        caption={t('public.caption')}
        path="/api/v1/public/candidate-notices"
        columns={[
          { key: 'task', title: t('public.task'), lead: true, render: row => <>{row.taskTitle}<div className="hb-small hb-muted hb-num">{row.taskNumber}</div></> },
          { key: 'enterprise', title: t('public.enterprise'), render: row => row.enterpriseName },
          { key: 'first', title: t('public.first'), render: row => row.firstCandidate },
          { key: 'period', title: t('public.period'), render: row => <><DateText value={row.from} /> — <DateText value={row.to} /></> },
          { key: 'state', title: t('public.state'), render: row => <StatusTag tone={row.paused ? 'warning' : STATE_TONE[row.state]}>{stateOf(row)}</StatusTag> },
        ]}
        rowKey={row => row.id}
        rowLink={row => `/tasks/${row.id}/evaluation`}
        searchHint={t('public.search')}
        filters={[{ name: 'running', label: t('public.state'), options: [{ value: 'true', label: t('public.yes') }] }]}
        empty={<EmptyState title={t('public.empty')} />}
      />
    </div>
  );
}

/** Criteria, candidates and award of one task, for everybody. */
export function PublicEvaluationPage() {
  const { t } = useTranslation('evaluation');
  const { taskId = '' } = useParams({ strict: false }) as { taskId?: string };
  const found = useQuery(readPath<PublicEvaluation>(`/api/v1/public/service-tasks/${taskId}/evaluation`));
  if (found.isPending) return <PageSkeleton />;
  if (found.error) return <RouteErrorPage error={found.error} />;
  const { taskTitle, taskNumber, enterpriseName, plan, state, candidates, publicity, awardedFirmName, awardedPriceYuan, awardedAt } = found.data;
  return (
    <div className="hb-container">
      <PageHeader title={taskTitle} lead={enterpriseName} back={{ to: '/candidate-notices', label: t('public.back') }} tags={<><StatusTag tone={STATE_TONE[state]}>{t(`state.${state}`)}</StatusTag><span className="hb-num hb-muted">{taskNumber}</span></>} />
      <div className="hb-stack">
        {awardedFirmName && <section className="hb-card"><h2>{t('publicity.awarded')}</h2><p><strong>{awardedFirmName}</strong> <Money yuan={awardedPriceYuan} /> <DateText value={awardedAt} /></p></section>}
        {publicity && (
          <section className="hb-card hb-stack">
            <h2>{t('publicity.title')}</h2>
            <Period publicity={publicity} over={t('publicity.overPublic')} />
            <Candidates candidates={candidates} />
          </section>
        )}
        <PlanFacts plan={plan} />
      </div>
    </div>
  );
}
