import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { textOf } from '@/i18n';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { CopyText } from '@/shared/ui/values';
import { KINDS } from '../market/model';
import { FigureFilters, useFigureQuery } from './FigureFilters';
import { Figures } from './Figures';
import './market-data.css';
import { feedPath, monthsPath, PUBLIC_GROUPS, publicStatisticsPath, type MarketStatistics, type OcdsMonth } from './model';

/** 开放数据: what anybody may take of the market, and how. */
export function OpenDataPage() {
  const { t } = useTranslation('market-data');
  return (
    <div className="hb-container">
      <PageHeader title={t('open.title')} lead={t('open.lead')} />
      <div className="hb-stack">
        <PublicFigures />
        <Downloads />
        <Feeds />
      </div>
    </div>
  );
}

function PublicFigures() {
  const { t } = useTranslation('market-data');
  const figures = useQuery({ ...readPath<MarketStatistics>(publicStatisticsPath, { ...useFigureQuery() }), placeholderData: keepPreviousData });
  return (
    <section className="hb-card hb-stack">
      <h2>{t('statistics.title')}</h2>
      <FigureFilters groups={PUBLIC_GROUPS} />
      {figures.error && <ProblemAlert error={figures.error} onRetry={() => void figures.refetch()} />}
      {figures.isPending && <Skeleton lines={5} />}
      {figures.data && (figures.data.groups.length === 0 ? <p>{t('statistics.empty')}</p> : <Figures statistics={figures.data} caption={t('statistics.title')} />)}
      <p className="hb-small hb-muted">{t('open.small', { count: figures.data?.leastAwards ?? 5 })}</p>
    </section>
  );
}

function Downloads() {
  const { t } = useTranslation('market-data');
  const months = useQuery(readPath<readonly OcdsMonth[]>(monthsPath));
  return (
    <section className="hb-card hb-stack">
      <h2>{t('open.ocds')}</h2>
      <p>{t('open.ocdsText')}</p>
      {months.error && <ProblemAlert error={months.error} onRetry={() => void months.refetch()} />}
      {months.data?.length === 0 && <p className="hb-muted">{t('open.noMonths')}</p>}
      {months.data && months.data.length > 0 && (
        <ul className="hb-open-data__list">
          {months.data.map(({ month, releases }) => <li key={month}><a href={`${monthsPath}/${month}`} download={`ocds-${month}.json`}>{t('open.month', { month, count: releases })}</a></li>)}
        </ul>
      )}
      <h3>{t('open.api')}</h3>
      <dl className="hb-open-data__addresses">
        {(['releases', 'records'] as const).map(name => (
          <div key={name}>
            <dt>{t(`open.${name}`)}</dt>
            <dd><CopyText text={`${location.origin}/api/v1/public/ocds/${name}`} label={t(`open.${name}`)} /></dd>
          </div>
        ))}
      </dl>
      <p className="hb-small hb-muted">{t('open.apiText')}</p>
    </section>
  );
}

function Feeds() {
  const { t } = useTranslation('market-data');
  return (
    <section className="hb-card hb-stack">
      <h2>{t('open.feed')}</h2>
      <p>{t('open.feedText')}</p>
      <ul className="hb-open-data__list">
        <li><a href={feedPath}>{t('open.allTasks')}</a></li>
        {KINDS.map(kind => <li key={kind.value}><a href={`${feedPath}?kind=${kind.value}`}>{textOf(kind.label)}</a></li>)}
      </ul>
    </section>
  );
}
