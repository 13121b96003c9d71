import { useTranslation } from 'react-i18next';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import type { Report } from './model';

/** The day for mending of a returned report, and how late a copy would be today: what its duty counts by. */
export function Lateness({ report }: { readonly report: Report }) {
  const { t } = useTranslation('reports');
  const isLate = report.lateNow !== null && report.lateNow > 0;
  if (report.mendBy === null && !isLate) return null;
  return (
    <div>
      <dt>{report.mendBy === null ? t('timeliness.late') : t('facts.mendBy')}</dt>
      <dd className="hb-row">
        {report.mendBy !== null && <DateText value={report.mendBy} />}
        {isLate ? <StatusTag tone="danger">{t('facts.lateNow', { days: report.lateNow })}</StatusTag> : <span className="hb-muted">{t('facts.mendByHint')}</span>}
      </dd>
    </div>
  );
}
