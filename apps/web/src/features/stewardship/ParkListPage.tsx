import { useTranslation } from 'react-i18next';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { DateText } from '@/shared/ui/values';
import { download } from '../market/download';
import { PARKS, type ParkItem } from './model';

/** Parks of the own region. */
export function ParkListPage() {
  const { t } = useTranslation('stewardship');
  const { base } = useSession();
  const columns: Column<ParkItem>[] = [
    { key: 'name', title: t('parks.column.name'), sortBy: 'name', lead: true, render: row => row.name },
    { key: 'count', title: t('parks.column.count'), align: 'end', render: row => row.enterpriseCount },
    { key: 'keeper', title: t('parks.column.keeper'), render: row => row.keptByName },
    { key: 'updated', title: t('parks.column.updated'), render: row => <DateText value={row.updatedAt} /> },
  ];
  return (
    <>
      <PageHeader title={t('parks.title')} lead={t('parks.lead')} actions={<ButtonLink to={`${base}/parks/new`} kind="primary">{t('parks.add')}</ButtonLink>} />
      <DataTable<ParkItem>
        caption={t('parks.caption')}
        path={PARKS}
        columns={columns}
        rowKey={row => row.id}
        rowLink={row => `${base}/parks/${row.id}`}
        defaultSort="name"
        searchHint={t('parks.search')}
        onExport={query => download(`${PARKS}/export`, query, `${t('parks.title')}.xlsx`)}
        empty={<EmptyState title={t('parks.empty')}>{t('parks.emptyHint')}</EmptyState>}
      />
    </>
  );
}
