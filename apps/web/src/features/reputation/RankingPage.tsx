import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { useLanguage } from '@/i18n';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { AppLink } from '@/shared/ui/AppLink';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SERVICE_KINDS, type ServiceItem } from '../firms/model';
import { download } from '../market/download';
import { CONFIDENCE_TONE, rankingPath, type Parameter, type RankingItem } from './model';
import './reputation.css';

/** The list of firms by what clients and outcomes say. It has one order, and how it comes about stands below. */
export function RankingPage() {
  const { t } = useTranslation('reputation');
  const method = useQuery(readPath<readonly Parameter[]>(`${rankingPath}/method`));
  const least = method.data?.find(one => one.key === 'rank-least')?.value ?? '3';
  return (
    <div className="hb-container hb-stack">
      <PageHeader title={t('ranking.title')} lead={t('ranking.lead')} />
      <DataTable<RankingItem>
        caption={t('ranking.caption')}
        path={rankingPath}
        columns={useColumns()}
        rowKey={firm => firm.firmId}
        rowLink={firm => `/firms/${firm.firmId}`}
        searchHint={t('ranking.search')}
        filters={useFilters()}
        onExport={query => download(`${rankingPath}/export`, query, `${t('ranking.exportName')}.xlsx`)}
        empty={<EmptyState title={t('ranking.empty')} action={<ButtonLink to="/firms">{t('ranking.toRegister')}</ButtonLink>}>{t('ranking.emptyHint', { count: Number(least) })}</EmptyState>}
      />
      <Method values={method.data ?? []} />
    </div>
  );
}

function useColumns(): Column<RankingItem>[] {
  const { t } = useTranslation('reputation');
  return [
    { key: 'place', title: t('ranking.place'), width: '6em', render: firm => <span className="hb-num">{firm.place}</span> },
    { key: 'firm', title: t('ranking.firm'), lead: true, render: firm => firm.firmName },
    { key: 'score', title: t('ranking.score'), render: firm => <strong className="hb-num">{firm.score}</strong> },
    { key: 'basis', title: t('ranking.basis'), render: firm => <>{t('ratings', { count: firm.ratings })} <StatusTag tone={CONFIDENCE_TONE[firm.confidence]}>{t(`confidence.${firm.confidence}`)}</StatusTag> <span className="hb-small hb-muted">{t('firm.weight', { weight: firm.weight })}</span></> },
    { key: 'regions', title: t('ranking.regions'), wideOnly: true, render: firm => firm.regions.join(t('comma')) },
  ];
}

function useFilters() {
  const { t } = useTranslation('reputation');
  const english = useLanguage() === 'en';
  const services = useQuery(readPath<readonly ServiceItem[]>('/api/v1/public/services'));
  return [
    { name: 'scope', label: t('ranking.scope'), options: [...SERVICE_KINDS, ...(services.data ?? []).map(one => ({ value: one.code, label: english ? one.titleEn : one.titleZh }))] },
    { name: 'region', label: t('ranking.region'), type: 'text' as const },
    { name: 'confidence', label: t('ranking.confidence'), options: [{ value: 'medium', label: t('ranking.atLeastMedium') }, { value: 'high', label: t('ranking.high') }] },
  ];
}

/** In plain words, with the very values that are used today. */
function Method({ values }: { readonly values: readonly Parameter[] }) {
  const { t } = useTranslation('reputation');
  const value = (key: string): string => values.find(one => one.key === key)?.value ?? '—';
  if (values.length === 0) return null;
  return (
    <section className="hb-card hb-stack">
      <h2>{t('method.title')}</h2>
      <ul className="hb-lines">
        <li>{t('method.intro')}</li>
        <li>{t('method.few', { prior: value('prior-score'), weight: value('prior-weight') })}</li>
        <li>{t('method.age', { months: value('half-life'), share: value('repeat-share') })}</li>
        <li>{t('method.outcome')}</li>
        <li>{t('method.order', { least: value('rank-least') })}</li>
      </ul>
      {values.some(one => !one.verified) && <p className="hb-muted">{t('method.unverifiedNote')}</p>}
      <p><AppLink to="/conflict-rules">{t('method.conflicts')}</AppLink></p>
      <details>
        <summary>{t('method.values')}</summary>
        <div className="hb-reputation__scroll" role="region" aria-label={t('method.values')} tabIndex={0}>
          <table className="hb-reputation__values">
            <thead><tr><th scope="col">{t('method.what')}</th><th scope="col">{t('method.value')}</th><th scope="col">{t('method.basis')}</th></tr></thead>
            <tbody>
              {values.map(one => (
                <tr key={one.key}>
                  <th scope="row">{one.title}{one.note && <span className="hb-small hb-muted"> {one.note}</span>}</th>
                  <td className="hb-num">{one.value} {one.unit}</td>
                  <td>{one.legalBasis}{!one.verified && t('unverified')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}
