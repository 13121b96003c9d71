import { LeftOutlined, PrinterOutlined, RightOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { StatusTag } from '@/shared/ui/StatusTag';
import { formatDate, now } from '@/shared/time/time';
import { Agenda } from './Agenda';
import { CalendarFilters } from './CalendarFilters';
import './duties.css';
import { DutyTabs } from './DutyTabs';
import { dutiesPath, STATUS_TONES, STATUSES, type DutyCalendar } from './model';
import { weeksOf } from './month';
import { MonthGrid } from './MonthGrid';
import { type CalendarState, stepped, useCalendarState } from './use-calendar-state';
import { useIsNarrow } from './use-is-narrow';

/** Duties of a month: as a month on wide screens, as an agenda on phones and for whoever prefers a list. */
export function CalendarPage() {
  const { t } = useTranslation('duties');
  const [state, change] = useCalendarState();
  const narrow = useIsNarrow();
  const weeks = weeksOf(state.month);
  const [from, to] = [weeks[0]?.[0] ?? '', weeks.at(-1)?.[6] ?? ''];
  const asked = filterOf(state);
  const found = useQuery({ ...readPath<DutyCalendar>(`${dutiesPath}/calendar`, { ...asked, from, to }), placeholderData: keepPreviousData });
  const isMonthView = !narrow && state.view === 'month';
  return (
    <>
      <PageHeader
        title={t('calendar.title', { year: state.month.slice(0, 4), month: Number(state.month.slice(5)) })}
        lead={t('calendar.lead')}
        actions={<Button icon={<PrinterOutlined aria-hidden />} className="hb-no-print" onClick={() => window.print()}>{t('calendar.print')}</Button>}
      />
      <DutyTabs active="calendar" />
      <div className="hb-stack">
        <div className="hb-duties__bar hb-no-print">
          <span className="hb-row">
            <Button icon={<LeftOutlined aria-hidden />} onClick={() => change(stepped(state, -1))}>{t('calendar.previous')}</Button>
            <Button onClick={() => change({ month: undefined, day: undefined })} disabled={state.month === formatDate(now().toISOString()).slice(0, 7)}>{t('calendar.thisMonth')}</Button>
            <Button icon={<RightOutlined aria-hidden />} iconPlacement="end" onClick={() => change(stepped(state, 1))}>{t('calendar.next')}</Button>
          </span>
          {!narrow && (
            <span className="hb-row" role="group" aria-label={t('calendar.view')}>
              {(['month', 'agenda'] as const).map(view => (
                <Button key={view} aria-pressed={state.view === view} type={state.view === view ? 'primary' : 'default'} onClick={() => change({ view })}>{t(`calendar.${view}`)}</Button>
              ))}
            </span>
          )}
        </div>
        <CalendarFilters state={state} change={change} />
        <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
        {found.isPending && <Skeleton lines={10} />}
        {found.data && <Totals calendar={found.data} month={state.month} />}
        {found.data && isMonthView && <MonthGrid calendar={found.data} month={state.month} weeks={weeks} chosen={state.day} onChoose={day => change({ day })} />}
        {!found.isPending && <Agenda state={state} day={isMonthView ? state.day : ''} hidden={isMonthView && state.day === ''} />}
      </div>
    </>
  );
}

export const filterOf = ({ permitId, enterpriseId, status, kind, q }: CalendarState): Record<string, string> => ({ permitId, enterpriseId, status, kind, q });

/** How many, in words and colour; days of the neighbouring months are not counted. */
function Totals({ calendar, month }: { readonly calendar: DutyCalendar; readonly month: string }) {
  const { t } = useTranslation('duties');
  const days = calendar.days.filter(day => day.day.startsWith(month));
  const count = (status: (typeof STATUSES)[number]): number => days.reduce((sum, day) => sum + day.counts[status], 0);
  const shown = STATUSES.filter(status => count(status) > 0);
  return (
    <>
      {calendar.unpublishedYears.length > 0 && <Alert type="info" showIcon title={t('calendar.unpublished', { years: calendar.unpublishedYears.join('、') })} />}
      <p className="hb-row" role="status">
        {shown.length === 0 ? t('calendar.none') : shown.map(status => <StatusTag key={status} tone={STATUS_TONES[status]}>{t('calendar.count', { word: t(`status.${status}`), count: count(status) })}</StatusTag>)}
      </p>
    </>
  );
}
