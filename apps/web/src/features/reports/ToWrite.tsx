import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Page } from '@/api/contract';
import { rest } from '@/api/rest';
import { currentOrganisation } from '@/api/transport';
import { textOf } from '@/i18n';
import { DeadlineBadge } from '@/shared/ui/DeadlineBadge';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { useBeginReport } from './begin-report';
import { reportsPath, type ReportToWrite } from './model';

const SHOWN = 6;
const PATH = `${reportsPath}/to-write`;

/** Reports that are due and that nobody has begun, as the server finds them among all duties: a click begins one. */
export function ToWrite() {
  const { t } = useTranslation('reports');
  const waiting = useInfiniteQuery({
    queryKey: [PATH, currentOrganisation()],
    queryFn: ({ pageParam, signal }) => rest<Page<ReportToWrite>>('GET', PATH, { query: { limit: SHOWN, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: last => last.nextCursor ?? undefined,
  });
  const rows = waiting.data?.pages.flatMap(page => page.items) ?? [];
  if (waiting.error) return <ProblemAlert error={waiting.error} onRetry={() => void waiting.refetch()} />;
  if (rows.length === 0) return null;
  return (
    <section className="hb-card hb-stack">
      <h2>{t('list.toWrite')}</h2>
      <Lines rows={rows} />
      {waiting.hasNextPage && <div><Button loading={waiting.isFetchingNextPage} onClick={() => void waiting.fetchNextPage()}>{t('list.more')}</Button></div>}
    </section>
  );
}

function Lines({ rows }: { readonly rows: readonly ReportToWrite[] }) {
  const { t } = useTranslation('reports');
  const { begin, busy, error } = useBeginReport();
  return (
    <>
      <ProblemAlert error={error} />
      <ul className="hb-plain-list hb-stack" style={{ gap: 10 }}>
        {rows.map(row => (
          <li key={row.dutyId} className="hb-report__due">
            <span>
              <strong>{textOf(row.title)}</strong> <span className="hb-muted">{row.siteName}</span>
            </span>
            <DeadlineBadge remaining={row.daysLeft} due={row.dueOn} provisional={row.provisional} unit="day" />
            <Button loading={busy === row.dutyId} disabled={busy !== null} onClick={() => void begin(row.dutyId)} aria-label={`${t('begin')} ${textOf(row.title)}`}>
              {t('begin')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
