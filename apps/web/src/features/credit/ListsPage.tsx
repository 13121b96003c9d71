import { useTranslation } from 'react-i18next';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { download } from '../market/download';
import { listsPath, type ListItem } from './model';
import { Grade } from './parts';

const MEASURES = ['electricity-price', 'water-price', 'subsidy', 'bidding', 'permit-scrutiny', 'weather-exemption', 'draw-weight'] as const;
const VALUES = ['stop', 'strict', 'list'] as const;

/** Who is under which measure today, with the rule: what the departments are given. */
export function ListsPage() {
  const { t } = useTranslation('credit');
  const { base, can } = useSession();
  return (
    <>
      <PageHeader title={t('lists.title')} lead={t('lists.lead')} />
      <DataTable<ListItem>
        caption={t('lists.caption')}
        path={listsPath}
        columns={useColumns()}
        rowKey={row => `${row.id}${row.measure}`}
        rowLink={can('credit.list') ? row => `${base}/credit/${row.id}` : undefined}
        searchHint={t('lists.search')}
        defaultSort="name"
        filters={[
          { name: 'measure', label: t('lists.measure'), options: MEASURES.map(value => ({ value, label: t(`lists.measures.${value}`) })) },
          { name: 'value', label: t('lists.value'), options: VALUES.map(value => ({ value, label: t(`mine.value.${value}`) })) },
        ]}
        onExport={query => download(`${listsPath}/export`, query, `${t('lists.exportName')}.xlsx`)}
        empty={<EmptyState title={t('lists.empty')} />}
      />
    </>
  );
}

function useColumns(): Column<ListItem>[] {
  const { t } = useTranslation('credit');
  const said = ({ value, unit }: ListItem): string => (VALUES.some(one => one === value) ? t(`mine.value.${value as 'stop'}`) : `${value} ${unit}`);
  return [
    { key: 'name', title: t('lists.name'), sortBy: 'name', lead: true, render: row => <>{row.name}<div className="hb-small hb-muted">{row.uscc}</div></> },
    { key: 'grade', title: t('grade'), render: row => <Grade title={row.gradeTitle} colour={row.colour} /> },
    { key: 'measure', title: t('lists.measure'), render: row => row.measureTitle },
    { key: 'value', title: t('lists.value'), render: said },
    { key: 'basis', title: t('lists.basis'), wideOnly: true, render: row => <span className="hb-small">{row.legalBasis}{!row.verified && t('unverified')}</span> },
  ];
}
