import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { readPath } from '@/api/rest';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { download } from '../market/download';
import { FigureFilters, useFigureQuery } from './FigureFilters';
import { Figures } from './Figures';
import { GROUPS, statisticsPath, type MarketStatistics } from './model';

/** Number, savings, competition and time of the market in the officer's region. */
export function StatisticsPage() {
  const { t } = useTranslation('market-data');
  const { message } = App.useApp();
  const query = useFigureQuery();
  const figures = useQuery({ ...readPath<MarketStatistics>(statisticsPath, { ...query }), placeholderData: keepPreviousData });
  const save = async (): Promise<void> => {
    try {
      await download(`${statisticsPath}/export`, { ...query } as Record<string, string>, `${t('statistics.title')}.xlsx`);
    } catch (error) {
      void message.error(asProblem(error).sentence);
    }
  };
  return (
    <>
      <PageHeader title={t('statistics.title')} lead={t('statistics.lead')} actions={<Button onClick={() => void save()}>{t('statistics.export')}</Button>} />
      <div className="hb-stack">
        <FigureFilters groups={GROUPS} />
        {figures.error && <ProblemAlert error={figures.error} onRetry={() => void figures.refetch()} />}
        {figures.isPending && <Skeleton lines={8} />}
        {figures.data && (figures.data.groups.length === 0 ? <EmptyState title={t('statistics.empty')}>{t('statistics.emptyHint')}</EmptyState> : <Figures statistics={figures.data} caption={t('statistics.title')} />)}
        <p className="hb-small hb-muted">{t(query.by === 'firm' ? 'statistics.howFirm' : 'statistics.how')}</p>
      </div>
    </>
  );
}
