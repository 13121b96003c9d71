import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isProblem } from '@/api/problem';
import { readPath } from '@/api/rest';
import { textOf } from '@/i18n';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { BallBar } from '@/shared/ui/BallBar';
import { CaseProgress } from '@/shared/ui/CaseProgress';
import { ClockExplainer, deadlineOf } from '@/shared/ui/ClockExplainer';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import type { PublicCase } from './track.types';

const FIELDS: readonly FieldSpec[] = [
  { name: 'number', label: { zh: '办件编号', en: 'Case number' }, type: 'code', required: true, max: 40, example: 'XK-2026-00012' },
  { name: 'code', label: { zh: '查询码', en: 'Query code' }, help: { zh: '在回执上，区分字母和数字。', en: 'On your receipt.' }, type: 'code', required: true, max: 20 },
];

/** How a case stands, without an account: its number and the query code of the receipt are enough. */
export function TrackPage() {
  const { t } = useTranslation('public');
  const search = getRouteApi('/public/track').useSearch();
  const navigate = useNavigate();
  const asked = Boolean(search.number && search.code);
  const found = useQuery({
    ...readPath<PublicCase>(`/api/v1/public/cases/${encodeURIComponent(search.number ?? '')}`, { code: search.code }),
    enabled: asked,
  });
  const notFound = isProblem(found.error) && found.error.status === 404;
  const ask = async (values: Record<string, unknown>): Promise<void> => {
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

function Found({ found }: { readonly found: PublicCase }) {
  const { ball, clock } = found;
  return (
    <>
      <section className="hb-card">
        <div className="hb-row">
          <h2 style={{ margin: 0 }}>{found.title}</h2>
          <StatusTag tone="progress">{textOf(found.state)}</StatusTag>
        </div>
        <p className="hb-muted hb-num">
          {textOf(found.kind)} · {found.number} · <DateText value={found.submittedAt} />
        </p>
      </section>
      <BallBar
        ball={{
          holder: ball.holder && textOf(ball.holder),
          mine: false,
          since: ball.since,
          next: ball.next && textOf(ball.next),
          deadline: clock ? deadlineOf(clock) : null,
        }}
      />
      {clock && <ClockExplainer title={textOf(clock.title)} reading={clock} />}
      <div className="hb-card">
        <CaseProgress
          steps={(found.steps ?? []).map(step => ({ ...step, title: textOf(step.title) }))}
          timeline={found.timeline.map(entry => ({ ...entry, title: textOf(entry.title) }))}
        />
      </div>
    </>
  );
}
