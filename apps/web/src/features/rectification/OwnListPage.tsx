import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { useLanguage } from '@/i18n';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { TabLinks } from '@/shared/ui/TabLinks';
import { DateText } from '@/shared/ui/values';
import { download } from '../market/download';
import { FiguresLine } from './FiguresLine';
import { OWN, toneOf, type OwnFigures, type RectificationItem } from './model';

const TABS = ['open', 'overdue', 'ended'] as const;

/** What one's own enterprise, or those that entrusted the firm, have to mend, the newest notice first. */
export function OwnRectificationListPage() {
  const { t } = useTranslation('rectification');
  const { base, organisation } = useSession();
  const isFirm = organisation?.orgKind === 'firm';
  const english = useLanguage() === 'en';
  const { tab } = useSearch({ strict: false }) as { tab?: string };
  const shown = TABS.find(one => one === tab) ?? 'open';
  const figures = useQuery(readPath<OwnFigures>(`${OWN}/figures`));
  const columns: Column<RectificationItem>[] = [
    { key: 'summary', title: t('problem'), lead: true, render: row => <>{row.summary || row.place}<div className="hb-small hb-muted hb-num">{row.number}</div></> },
    ...(isFirm ? [{ key: 'enterprise', title: t('own.enterprise'), render: (row: RectificationItem) => row.enterpriseName }] : []),
    { key: 'place', title: t('place'), render: row => row.place },
    { key: 'state', title: t('state'), render: row => <><StatusTag tone={toneOf(row)}>{english ? row.stateEn : row.stateZh}</StatusTag> {row.isSupervised && <StatusTag tone="danger">{t('supervised')}</StatusTag>}</> },
    { key: 'due', title: t('due'), render: row => <><DateText value={row.dueOn} /> {row.overdueOn && <StatusTag tone="danger">{t('overdue')}</StatusTag>}</> },
    { key: 'issued', title: t('issued'), sortBy: 'issued', wideOnly: true, render: row => <DateText value={row.issuedAt} /> },
  ];
  return (
    <>
      <PageHeader title={t('own.title')} lead={t(isFirm ? 'own.leadFirm' : 'own.lead')} />
      {figures.data && <FiguresLine figures={figures.data} names={['open', 'overdue']} hasRate={!isFirm} />}
      <TabLinks label={t('own.title')} active={shown} tabs={TABS.map(key => ({ key, label: t(`own.tabs.${key}`) }))} />
      <DataTable<RectificationItem> key={shown} caption={t('own.title')} path={OWN} query={{ tab: shown }} columns={columns} rowKey={row => row.id} rowLink={row => `${base}/rectifications/${row.id}`} defaultSort="-issued" searchHint={t('own.search')} onExport={query => download(`${OWN}/export`, query, `${t('own.title')}.xlsx`)} empty={<EmptyState title={t(`own.empty.${shown}`)} />} />
    </>
  );
}
