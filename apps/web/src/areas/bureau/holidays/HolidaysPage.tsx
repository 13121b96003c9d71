import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { read } from '@/api/client';
import { useSession } from '@/session/session';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { StatusTag } from '@/shared/ui/StatusTag';
import { TabLinks } from '@/shared/ui/TabLinks';
import { DateText } from '@/shared/ui/values';
import { EditYear } from './EditYear';
import type { HolidayYear } from './model';
import { Recomputation } from './Recomputation';
import { YearCalendar } from './YearCalendar';
import { YearHistory } from './YearHistory';
import '@/areas/organisation/organisation.css';


/** 节假日: the calendar on which every working day of the house is counted, year by year. */
export function HolidaysPage() {
  const { t } = useTranslation('bureau');
  const { can } = useSession();
  const { tab } = useSearch({ strict: false }) as { tab?: string };
  const [editing, setEditing] = useState<number | 'new' | null>(null);
  const found = useQuery(read('/api/v1/holiday-years'));
  const years = found.data ?? [];
  const shown = years.find(each => String(each.year) === String(tab)) ?? years.find(each => each.year === new Date().getFullYear()) ?? years[0];
  const mayEdit = can('holiday.import');
  return (
    <>
      <PageHeader title={t('holidays.title')} lead={t('holidays.lead')} actions={mayEdit && <Button onClick={() => setEditing('new')}>{t('holidays.add')}</Button>} />
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Skeleton lines={8} />}
      {shown && (
        <div className="hb-stack">
          <TabLinks label={t('holidays.years')} active={String(shown.year)} tabs={years.map(each => ({ key: String(each.year), label: t(`holidays.tab.${each.state}`, { year: each.year }) }))} />
          <Recomputation />
          <Year year={shown} onEdit={mayEdit ? () => setEditing(shown.year) : undefined} />
          <YearHistory key={shown.year} year={shown.year} />
        </div>
      )}
      {editing !== null && <EditYear years={years} year={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </>
  );
}

function Year({ year, onEdit }: { readonly year: HolidayYear; readonly onEdit?: () => void }) {
  const { t } = useTranslation('bureau');
  if (year.state === 'provisional') return <ProvisionalYear year={year} onEdit={onEdit} />;
  return (
    <section className="hb-card hb-stack">
      <div className="hb-mandate__head">
        <h2 className="hb-row">
          {t('holidays.year', { year: year.year })} <StatusTag tone="success">{t('holidays.state.published')}</StatusTag>
        </h2>
        {onEdit && <Button onClick={onEdit}>{t('holidays.replace')}</Button>}
      </div>
      <dl className="hb-facts">
        <div>
          <dt>{t('holidays.source')}</dt>
          <dd>{year.source}</dd>
        </div>
        <div>
          <dt>{t('holidays.counts')}</dt>
          <dd>{t('holidays.countsText', { holidays: year.holidays.length, makeup: year.makeupDays.length })}</dd>
        </div>
        <div>
          <dt>{t('holidays.importedAt')}</dt>
          <dd>
            <DateText value={year.importedAt} time />
          </dd>
        </div>
        <div>
          <dt>{t('holidays.running')}</dt>
          <dd>{t('holidays.runningText', { count: year.runningClocks })}</dd>
        </div>
      </dl>
      <YearCalendar year={year.year} days={year} />
    </section>
  );
}

/** Nothing entered: what that means for those who wait for a date, and what to do. */
function ProvisionalYear({ year, onEdit }: { readonly year: HolidayYear; readonly onEdit?: () => void }) {
  const { t } = useTranslation('bureau');
  return (
    <section className="hb-card hb-stack">
      <h2 className="hb-row">
        {t('holidays.year', { year: year.year })} <StatusTag tone="warning">{t('holidays.state.provisional')}</StatusTag>
      </h2>
      {year.provisionalClocks > 0 && <Alert type="warning" showIcon title={t('holidays.leaning', { count: year.provisionalClocks, year: year.year })} />}
      <EmptyState
        title={t('holidays.emptyTitle', { year: year.year })}
        action={
          onEdit && (
            <Button type="primary" onClick={onEdit}>
              {t('holidays.enter', { year: year.year })}
            </Button>
          )
        }
      >
        {t('holidays.emptyText')}
        {!onEdit && <br />}
        {!onEdit && t('holidays.emptyWho')}
      </EmptyState>
    </section>
  );
}
