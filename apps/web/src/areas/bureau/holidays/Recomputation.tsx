import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { read } from '@/api/client';
import { DateText } from '@/shared/ui/values';

const WATCH_MS = 2_000;

/** How far the clocks have been counted anew since the last change; nothing before the first. */
export function Recomputation() {
  const { t } = useTranslation('bureau');
  const found = useQuery({
    ...read('/api/v1/holiday-years/recomputations'),
    refetchInterval: query => (query.state.data?.[0]?.finishedAt === null ? WATCH_MS : false),
  });
  const run = found.data?.[0];
  if (!run) return null;
  if (run.finishedAt === null) return <Alert type="info" showIcon title={t('holidays.recomputing', { done: run.done, total: run.total ?? '…' })} />;
  return (
    <p className="hb-muted hb-small" role="status">
      <DateText value={run.finishedAt} time /> {t('holidays.recomputed', { total: run.total ?? 0, changed: run.changed })}
    </p>
  );
}
