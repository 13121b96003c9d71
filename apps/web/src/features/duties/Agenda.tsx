import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Page } from '@/api/contract';
import { rest } from '@/api/rest';
import { currentOrganisation } from '@/api/transport';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { EmptyState } from '@/shared/ui/EmptyState';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StatusTag } from '@/shared/ui/StatusTag';
import { dutiesPath, STATUS_TONES, type Duty } from './model';
import { lastDay } from './month';
import type { CalendarState } from './use-calendar-state';

const SHOWN = 50;

interface Props {
  readonly state: CalendarState;
  /** One day, or the whole month. */
  readonly day: string;
  readonly hidden: boolean;
}

/** Duties day by day, as a list to read, to walk through by keyboard and to print. */
export function Agenda({ state, day, hidden }: Props) {
  const { t } = useTranslation('duties');
  const { permitId, enterpriseId, status, kind, q, month } = state;
  const query = { permitId, enterpriseId, status, kind, q, from: day || `${month}-01`, to: day || lastDay(month), limit: SHOWN };
  const found = useInfiniteQuery({
    queryKey: [dutiesPath, currentOrganisation(), 'agenda', query], enabled: !hidden, initialPageParam: '',
    queryFn: ({ pageParam, signal }) => rest<Page<Duty>>('GET', dutiesPath, { query: { ...query, cursor: pageParam }, signal }),
    getNextPageParam: page => page.nextCursor ?? undefined,
  });
  if (hidden) return null;
  const rows = found.data?.pages.flatMap(page => page.items) ?? [];
  const days = [...new Set(rows.map(row => row.dueOn))];
  return (
    <section className="hb-stack" aria-label={t('calendar.agenda')} style={{ gap: 12 }}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isSuccess && rows.length === 0 && <EmptyState title={t('calendar.none')}>{t('calendar.noneHint')}</EmptyState>}
      {days.map(one => <Day key={one} day={one} rows={rows.filter(row => row.dueOn === one)} />)}
      {found.hasNextPage && <p><Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{t('calendar.loadMore')}</Button></p>}
    </section>
  );
}

function Day({ day, rows }: { readonly day: string; readonly rows: readonly Duty[] }) {
  const { t } = useTranslation('duties');
  const { base } = useSession();
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  const [first] = rows;
  return (
    <section className="hb-card hb-duties__agenda">
      <h2>
        <time dateTime={day} className="hb-num">{day}</time> <span className="hb-muted">{t(`calendar.weekday.${weekday}`)}{first?.isDayOff && ` · ${t('calendar.off')}`}{first?.provisional && ` · ${t('calendar.provisional')}`}</span>
      </h2>
      <ul className="hb-plain-list">
        {rows.map(row => (
          <li key={row.id}>
            <StatusTag tone={STATUS_TONES[row.status]}>{t(`status.${row.status}`)}</StatusTag>
            <span>
              <AppLink to={`${base}/duties/${row.id}`}>{textOf(row.title)}</AppLink>
              <span className="hb-small hb-muted"> {base.startsWith('/e/') ? row.siteName : `${row.enterpriseName} · ${row.siteName}`}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
