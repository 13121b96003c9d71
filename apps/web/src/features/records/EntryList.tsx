import { useTranslation } from 'react-i18next';
import { withQuery } from '@/api/rest';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column, Filter } from '@/shared/data/data-table.types';
import { EmptyState } from '@/shared/ui/EmptyState';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { ledgerPath, saidBy, type Entry, type Ledger } from './model';

const KINDS = ['basic', 'facility-operation', 'treatment-operation', 'monitoring', 'other'] as const;

/** The ledger as it was written: what was corrected stays in its place. */
export function EntryList({ ledger }: { readonly ledger: Ledger }) {
  const { t } = useTranslation('records');
  const { base } = useSession();
  const path = `${ledgerPath(ledger.id)}/entries`;
  const fields = (row: Entry) => ledger.items.find(item => item.key === row.itemKey)?.fields ?? [];
  const columns: Column<Entry>[] = [
    { key: 'day', title: t('entry.day'), lead: true, sortBy: 'day', render: row => <>{row.businessDate}{row.shift === null ? '' : ` ${t('entry.shift', { shift: row.shift })}`} {row.itemTitle}</> },
    { key: 'said', title: t('entry.content'), render: row => <span className={row.correctedById || row.voided ? 'hb-muted' : undefined}>{row.voided ? t('entry.voided') : saidBy(fields(row), row.data as Record<string, unknown>, textOf).map(one => `${one.label} ${one.value}`).join('；')}</span> },
    { key: 'entered', title: t('entry.entered'), sortBy: 'entered', render: row => <><DateText value={row.enteredAt} time /> <div className="hb-small hb-muted">{row.enteredByName}</div></> },
    { key: 'marks', title: t('entry.marks'), render: row => <Marks entry={row} /> },
  ];
  const filters: Filter[] = [
    { name: 'kind', label: t('entry.kind'), options: KINDS.map(value => ({ value, label: t(`kind.${value}`) })) },
    { name: 'source', label: t('entry.way'), options: (['form', 'excel', 'api'] as const).map(value => ({ value, label: t(`entry.source.${value}`) })) },
    { name: 'only', label: t('entry.only'), options: (['late', 'corrected'] as const).map(value => ({ value, label: t(`entry.${value}Only`) })) },
    { name: 'from', label: t('entry.from'), type: 'date' },
    { name: 'to', label: t('entry.to'), type: 'date' },
  ];
  return (
    <DataTable<Entry>
      caption={t('tab.entries')} path={path} columns={columns} filters={filters} rowKey={row => row.id} rowLink={row => `${base}/records/${ledger.id}/entries/${row.id}`}
      searchHint={t('entry.search')} defaultSort="-day" onExport={async query => location.assign(withQuery(`${path}/export`, query))} empty={<EmptyState title={t('entry.empty')}>{t('entry.emptyHint')}</EmptyState>}
    />
  );
}

function Marks({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation('records');
  return (
    <div className="hb-row">
      {entry.lateDays > 1 && <StatusTag tone="warning">{t('entry.late', { count: entry.lateDays })}</StatusTag>}
      {entry.correctedById && <StatusTag tone="muted">{t('entry.replaced')}</StatusTag>}
      {entry.correctsId && <StatusTag tone="info">{t('entry.correction')}</StatusTag>}
      {entry.source !== 'form' && <StatusTag tone="neutral">{t(`entry.source.${entry.source}`)}</StatusTag>}
    </div>
  );
}
