import { useTranslation } from 'react-i18next';
import { withQuery } from '@/api/rest';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { EmptyState } from '@/shared/ui/EmptyState';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { OUTAGE_TONE, outagesPath, textOrNull, type Outage } from './model';

/** Failures of automatic monitoring, of all permits one sees or of one. */
export function OutageList({ permitId }: { readonly permitId?: string }) {
  const { t } = useTranslation('records');
  const { base } = useSession();
  const columns: Column<Outage>[] = [
    { key: 'what', title: t('outage.what'), lead: true, render: row => `${row.place} ${row.pollutantTitles.map(textOf).join('、')}` },
    ...(permitId ? [] : [{ key: 'name', title: t('list.name'), render: (row: Outage) => `${row.enterpriseName} · ${row.siteName}` }]),
    { key: 'from', title: t('outage.from'), sortBy: 'started', render: row => <DateText value={row.startedAt} time /> },
    { key: 'reported', title: t('outage.reported'), sortBy: 'reported', wideOnly: true, render: row => <DateText value={row.reportedAt} time /> },
    { key: 'to', title: t('outage.to'), render: row => (row.endedAt ? <DateText value={textOrNull(row.endedAt)} time /> : <span className="hb-muted">{t('outage.lasts')}</span>) },
    { key: 'state', title: t('exceedance.state'), render: row => <OutageTag outage={row} /> },
  ];
  return (
    <DataTable<Outage>
      caption={t('outage.title')} path={outagesPath} query={permitId ? { permitId } : {}} columns={columns} rowKey={row => row.id} rowLink={row => `${base}/outages/${row.id}`} searchHint={t('outage.search')} defaultSort="-reported"
      filters={[
        { name: 'state', label: t('exceedance.state'), options: (['running', 'over', 'withdrawn'] as const).map(value => ({ value, label: t(`outage.states.${value}`) })) },
        { name: 'repair', label: t('outage.repair'), options: [{ value: 'late', label: t('outage.late') }] },
        { name: 'from', label: t('outage.began'), type: 'date' }, { name: 'to', label: t('entry.to'), type: 'date' },
      ]}
      onExport={async query => location.assign(withQuery(`${outagesPath}/export`, { ...query, ...(permitId ? { permitId } : {}) }))}
      empty={<EmptyState title={t('outage.empty')}>{t('outage.emptyHint')}</EmptyState>}
    />
  );
}

export function OutageTag({ outage }: { readonly outage: Outage }) {
  const { t } = useTranslation('records');
  return (
    <>
      <StatusTag tone={OUTAGE_TONE[outage.state]}>{t(`outage.states.${outage.state}`)}</StatusTag>
      {outage.repairLate && <> <StatusTag tone="danger">{t('outage.late')}</StatusTag></>}
    </>
  );
}
