import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { download } from '../market/download';
import { useRetainerFilter } from './list-filters';
import { REPORTS, toneOf, type ReportItem } from './model';
import { useArea } from './RetainerListPage';

const STATES = [
  { value: 'draft', label: { zh: '待签发', en: 'To be signed' } }, { value: 'signed', label: { zh: '待企业确认', en: 'To be acknowledged' } },
  { value: 'acknowledged', label: { zh: '企业已确认', en: 'Acknowledged' } }, { value: 'superseded', label: { zh: '已有新版本', en: 'Superseded' } },
];

/** Monthly reports of the own side, the newest first. */
export function ReportListPage() {
  const { t } = useTranslation('stewardship');
  const { base } = useSession();
  const english = useLanguage() === 'en';
  const area = useArea() === 'f' ? 'f' : 'e';
  const retainers = useRetainerFilter();
  const columns: Column<ReportItem>[] = [
    { key: 'month', title: t('reports.column.month'), sortBy: 'month', lead: true, render: row => `${row.month} · ${row.enterpriseName}` },
    ...(area === 'e' ? [{ key: 'firm', title: t('reports.column.firm'), render: (row: ReportItem) => row.firmName }] : []),
    { key: 'revision', title: t('reports.column.revision'), render: row => t('reports.nth', { count: row.revision }) },
    { key: 'due', title: t('reports.column.due'), wideOnly: true, render: row => <DateText value={row.dueOn} /> },
    { key: 'signed', title: t('reports.column.signed'), render: row => <><DateText value={row.signedOn} /> {row.late && <StatusTag tone="danger">{t('reports.late')}</StatusTag>}</> },
    { key: 'state', title: t('reports.column.state'), render: row => <StatusTag tone={toneOf(row)}>{english ? row.stateEn : row.stateZh}</StatusTag> },
  ];
  return (
    <>
      <PageHeader title={t('reports.title')} lead={t(`reports.lead.${area}`)} />
      <DataTable<ReportItem>
        caption={t('reports.caption')}
        path={REPORTS}
        columns={columns}
        rowKey={row => row.id}
        rowLink={row => `${base}/steward-reports/${row.id}`}
        defaultSort="-month"
        searchHint={t('reports.search')}
        onExport={query => download(`${REPORTS}/export`, query, `${t('reports.title')}.xlsx`)}
        filters={[...retainers, { name: 'state', label: t('reports.state'), options: area === 'f' ? STATES : STATES.slice(1) }]}
        empty={<EmptyState title={t('reports.empty')}>{t(`reports.emptyHint.${area}`)}</EmptyState>}
      />
    </>
  );
}
