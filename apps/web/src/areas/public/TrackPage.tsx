import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isProblem } from '@/api/problem';
import type { components } from '@/api/schema';
import { readPath } from '@/api/rest';
import { keepKey } from '@/features/complaints/report-draft';
import { textOf } from '@/i18n';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { BallBar } from '@/shared/ui/BallBar';
import { Timeline } from '@/shared/ui/CaseProgress';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { StatusTag } from '@/shared/ui/StatusTag';

/** What anyone who knows number and query code may see of a case: posts, not persons. */
type PublicProgress = components['schemas']['PublicProgressView'];

const FIELDS: readonly FieldSpec[] = [
  { name: 'number', label: { zh: '办件编号', en: 'Case number' }, type: 'code', required: true, max: 40, example: 'XK-2026-00012' },
  { name: 'code', label: { zh: '查询码', en: 'Query code' }, help: { zh: '在提交回执上。', en: 'On your receipt.' }, type: 'code', required: true, max: 20 },
];

/** How a case stands, without an account: its number and the query code of the receipt are enough. */
export function TrackPage() {
  const { t } = useTranslation('public');
  const search = getRouteApi('/public/track').useSearch();
  const navigate = useNavigate();
  const asked = Boolean(search.number && search.code);
  const found = useQuery({
    ...readPath<PublicProgress>(`/api/v1/public/cases/${encodeURIComponent(search.number ?? '')}`, { code: search.code }),
    enabled: asked,
  });
  const notFound = isProblem(found.error) && found.error.status === 404;
  const ask = async (values: Record<string, unknown>): Promise<void> => {
    const number = String(values['number']);
    // a report has a page of its own, with the answer; its code stands in no address
    if (number.toUpperCase().startsWith('JB-')) {
      keepKey({ number, code: String(values['code']) });
      return navigate({ to: '/report/track' });
    }
    await navigate({ to: '/track', search: { number: String(values['number']), code: String(values['code']) } });
  };
  return (
    <div className="hb-container">
      <PageHeader title={t('track.title')} lead={t('track.lead')} />
      <div className="hb-stack">
        <div className="hb-card">
          <QuickForm fields={FIELDS} initial={search} layout="grid" submit={t('track.submit')} onSubmit={ask} />
        </div>
        <div aria-live="polite" className="hb-stack">
          {asked && found.isPending && <Skeleton lines={5} />}
          {notFound && <EmptyState title={t('track.notFound')}>{t('track.notFoundHint')}</EmptyState>}
          {found.error && !notFound && <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />}
          {found.data && <Found found={found.data} />}
        </div>
      </div>
    </div>
  );
}

function Found({ found }: { readonly found: PublicProgress }) {
  const { t } = useTranslation('public');
  const steps = found.timeline.map(step => ({ id: step.id, at: step.at, title: textOf(step.title), article: step.article })).reverse();
  const { clock } = found;
  const deadline = clock && {
    remaining: clock.state === 'ended' ? null : clock.remaining,
    due: clock.dueDate,
    provisional: clock.provisional,
    paused: clock.state === 'paused' ? t('track.paused') : null,
    unit: clock.dayType === 'calendar' ? ('day' as const) : ('workday' as const),
  };
  return (
    <>
      <section className="hb-card">
        <div className="hb-row">
          <h2 className="hb-section-title hb-track__title">{found.title}</h2>
          <StatusTag tone="progress">{textOf(found.state)}</StatusTag>
          <span className="hb-muted hb-num">{found.number}</span>
        </div>
      </section>
      <BallBar ball={{ holder: textOf(found.ball.holder), mine: false, since: found.ball.since, next: textOf(found.ball.next), deadline }} />
      <section className="hb-card">
        <h2 className="hb-section-title">{t('common:case.timeline')}</h2>
        <Timeline entries={steps} />
      </section>
    </>
  );
}
