import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { TabLinks } from '@/shared/ui/TabLinks';
import { DateText } from '@/shared/ui/values';
import { download } from '../market/download';
import { RETAINERS, toneOf, type RetainerItem } from './model';

const TABS = ['open', 'ended'] as const;

/** Which area the page stands in. */
export function useArea(): 'e' | 'f' | 'b' {
  const { organisation } = useSession();
  return organisation?.orgKind === 'firm' ? 'f' : organisation?.orgKind === 'bureau' ? 'b' : 'e';
}

/** Retainers of the own side, the next to end first. */
export function RetainerListPage() {
  const { t } = useTranslation('stewardship');
  const { base, can } = useSession();
  const english = useLanguage() === 'en';
  const area = useArea();
  const { tab = 'open' } = useSearch({ strict: false }) as { tab?: string };
  const shown = tab === 'ended' ? 'ended' : 'open';
  const columns: Column<RetainerItem>[] = [
    { key: 'client', title: t('retainers.column.client'), lead: true, render: row => <>{row.clientName} <span className="hb-small hb-muted hb-num">{row.number}</span></> },
    { key: 'firm', title: t('retainers.column.firm'), render: row => row.firmName },
    { key: 'kind', title: t('retainers.column.kind'), render: row => t(`retainers.kind.${row.kind}`) },
    { key: 'period', title: t('retainers.column.period'), sortBy: 'ends', render: row => <><DateText value={row.startsOn} /> – <DateText value={row.endsOn} /></> },
    { key: 'visits', title: t('retainers.column.visits'), wideOnly: true, render: row => t('retainers.times', { count: row.visitsPerMonth }) },
    { key: 'state', title: t('retainers.column.state'), render: row => <StatusTag tone={toneOf(row)}>{english ? row.stateEn : row.stateZh}</StatusTag> },
  ];
  const mayOffer = area !== 'f' && can('retainer.offer');
  return (
    <>
      <PageHeader title={t('retainers.title')} lead={t(`retainers.lead.${area}`)} actions={mayOffer && <ButtonLink to={`${base}/retainers/new`} kind="primary">{t('retainers.offer')}</ButtonLink>} />
      <TabLinks label={t('retainers.title')} active={shown} tabs={TABS.map(key => ({ key, label: t(`retainers.tabs.${key}`) }))} />
      <DataTable<RetainerItem>
        key={shown}
        caption={t('retainers.caption')}
        path={RETAINERS}
        query={{ tab: shown }}
        columns={columns}
        rowKey={row => row.id}
        rowLink={row => `${base}/retainers/${row.id}`}
        defaultSort={shown === 'open' ? 'ends' : '-ends'}
        searchHint={t('retainers.search')}
        onExport={query => download(`${RETAINERS}/export`, query, `${t('retainers.title')}.xlsx`)}
        filters={[{ name: 'kind', label: t('retainers.column.kind'), options: (['enterprise', 'park'] as const).map(value => ({ value, label: t(`retainers.kind.${value}`) })) }]}
        empty={<EmptyState title={t(`retainers.empty.${shown}`)}>{shown === 'open' && t(`retainers.emptyHint.${area}`)}</EmptyState>}
      />
    </>
  );
}
