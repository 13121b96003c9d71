import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { textOf } from '@/i18n';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { Forecast } from './Forecast';
import { dutiesPath, type EndingPreview } from './model';

/** What 注销 ends and what stays, before anybody confirms. */
export function EndingEffects({ permitId }: { readonly permitId: string }) {
  const { t } = useTranslation('duties');
  const found = useQuery(readPath<EndingPreview>(`${dutiesPath}/ending-preview`, { permitId }));
  if (found.error) return <ProblemAlert error={found.error} />;
  if (!found.data) return <Skeleton lines={4} />;
  const { ended, endedCount, stays, limits, conditions, openStoppages, openApplication, keepRecordsUntil, keepRecordsBasis, endsOn } = found.data;
  return (
    <div className="hb-stack" style={{ gap: 14 }}>
      <p>{t('ending.lead', { day: endsOn })}</p>
      <ul>
        <li>{t('ending.public')}</li>
        <li>{t('ending.limits', { limits, conditions })}</li>
        {openApplication && <li><strong>{t('ending.application', { what: textOf(openApplication.label) })}</strong></li>}
        {openStoppages > 0 && <li>{t('ending.stoppages', { count: openStoppages })}</li>}
        {keepRecordsUntil && <li><strong>{t('ending.keep', { day: keepRecordsUntil })}</strong> <span className="hb-muted">{keepRecordsBasis}</span></li>}
      </ul>
      <Forecast title={t('ending.ended', { count: endedCount })} lines={ended} none={t('ending.noneEnded')} />
      <Forecast title={t('ending.stays', { count: stays.length })} lines={stays} none={t('ending.noneStays')} />
    </div>
  );
}
