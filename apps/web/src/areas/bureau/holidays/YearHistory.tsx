import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { read } from '@/api/client';
import type { components } from '@/api/schema';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { DateText } from '@/shared/ui/values';
import { short } from './notice';

type Version = components['schemas']['HolidayYearVersionView'];

/** Every version of a year: when, by whom, after which paper, and what differs from the one before. */
export function YearHistory({ year }: { readonly year: number }) {
  const { t } = useTranslation('bureau');
  const found = useQuery(read('/api/v1/holiday-years/{year}/history', { params: { path: { year } } }));
  if (found.data?.length === 0) return null;
  return (
    <section className="hb-card">
      <h2>{t('holidays.history')}</h2>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Skeleton lines={2} />}
      <ol className="hb-standing hb-plain-list">
        {found.data?.map((version, index) => (
          <li key={version.id}>
            <span className="hb-standing__when hb-num">
              <DateText value={version.importedAt} time />
            </span>
            <span className="hb-standing__what">
              <strong>{version.source}</strong>
              <Difference now={version} before={found.data[index + 1]} />
              <span className="hb-small hb-muted">{version.importedByName ?? t('holidays.withPlatform')}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Difference({ now, before }: { readonly now: Version; readonly before: Version | undefined }) {
  const { t } = useTranslation('bureau');
  if (!before) return <span>{t('holidays.countsText', { holidays: now.holidays.length, makeup: now.makeupDays.length })}</span>;
  const parts = (['holidays', 'makeupDays'] as const).flatMap(list => [
    ...(now[list].some(day => !before[list].includes(day)) ? [t(`holidays.added.${list}`, { days: now[list].filter(day => !before[list].includes(day)).map(short).join('、') })] : []),
    ...(before[list].some(day => !now[list].includes(day)) ? [t(`holidays.removed.${list}`, { days: before[list].filter(day => !now[list].includes(day)).map(short).join('、') })] : []),
  ]);
  return <span>{parts.length > 0 ? parts.join(t('holidays.and')) : t('holidays.sameDays')}</span>;
}
