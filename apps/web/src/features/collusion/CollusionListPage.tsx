import { useTranslation } from 'react-i18next';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { download } from '../market/download';
import { CODES, collusionPath, STATE_TONE, STATES, STRENGTH_TONE, STRENGTHS, type CollusionItem } from './model';

/** Opened tasks whose bids have something in common, for officers. */
export function CollusionListPage() {
  const { t } = useTranslation('collusion');
  const { base } = useSession();
  const columns: Column<CollusionItem>[] = [
    { key: 'task', title: t('column.task'), lead: true, render: row => <>{row.taskTitle}<span className="hb-small hb-muted hb-num"> {row.taskNumber}</span></> },
    { key: 'firms', title: t('column.firms'), render: row => row.firmNames.join(t('comma')) },
    { key: 'what', title: t('column.what'), render: row => row.codes.map(code => textOf(code)).join(t('comma')) },
    { key: 'strength', title: t('column.strength'), sortBy: 'strength', render: row => <StatusTag tone={STRENGTH_TONE[row.strength]}>{t(`strength.${row.strength}`)}</StatusTag> },
    { key: 'state', title: t('column.state'), render: row => <StatusTag tone={STATE_TONE[row.state]}>{t(`state.${row.state}`)}</StatusTag> },
    { key: 'at', title: t('column.at'), sortBy: 'at', render: row => <DateText value={row.foundAt} time /> },
  ];
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <DataTable<CollusionItem>
        caption={t('title')}
        path={collusionPath}
        columns={columns}
        rowKey={row => row.id}
        rowLink={row => `${base}/collusion/${row.id}`}
        defaultSort="-at"
        searchHint={t('search')}
        onExport={query => download(`${collusionPath}/export`, query, `${t('title')}.xlsx`)}
        filters={[
          { name: 'state', label: t('column.state'), options: STATES.map(value => ({ value, label: t(`state.${value}`) })) },
          { name: 'strength', label: t('column.strength'), options: STRENGTHS.map(value => ({ value, label: t(`strength.${value}`) })) },
          { name: 'code', label: t('column.what'), options: CODES.map(value => ({ value, label: t(`code.${value}`) })) },
        ]}
        empty={<EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>}
      />
    </>
  );
}
