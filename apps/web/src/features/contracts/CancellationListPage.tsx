import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { TabLinks } from '@/shared/ui/TabLinks';
import { DateText, Money } from '@/shared/ui/values';
import { download } from '../market/download';
import { CANCELLATION_TONES, cancellationsPath, type CancellationRow, type PublicCancellation } from './unsigned';

const TABS = ['open', 'ended'] as const;

/** Awards that are not signed: cancelled ones, and complaints that a client will not sign. */
export function CancellationListPage() {
  const { t } = useTranslation('contracts');
  const { base } = useSession();
  const english = useLanguage() === 'en';
  const { tab = 'open' } = useSearch({ strict: false }) as { tab?: string };
  const columns: Column<CancellationRow>[] = [
    { key: 'title', title: t('list.column.title'), lead: true, render: row => <>{row.taskTitle}<div className="hb-small hb-muted hb-num">{row.taskNumber}</div></> },
    { key: 'enterprise', title: t('side.enterprise'), render: row => row.enterpriseName },
    { key: 'firm', title: t('side.firm'), render: row => row.firmName },
    { key: 'kind', title: t('unsigned.kindOf'), render: row => <>{t(`unsigned.kind.${row.kind}`)}<div className="hb-small hb-muted">{english ? row.groundEn : row.groundZh}</div></> },
    { key: 'noticed', title: t('unsigned.noticed'), sortBy: 'noticed', render: row => <DateText value={row.noticedAt} /> },
    { key: 'due', title: t('unsigned.until'), render: row => (row.late ? <StatusTag tone="danger"><DateText value={row.due} /></StatusTag> : <DateText value={row.due} />) },
    { key: 'state', title: t('list.column.state'), render: row => <StatusTag tone={CANCELLATION_TONES[row.state]}>{english ? row.stateEn : row.stateZh}</StatusTag> },
  ];
  return (
    <>
      <PageHeader title={t('unsigned.title')} lead={t('unsigned.lead')} />
      <TabLinks label={t('unsigned.title')} active={tab} tabs={TABS.map(key => ({ key, label: t(`list.tabs.${key}`) }))} />
      <DataTable<CancellationRow>
        key={tab}
        caption={t('unsigned.title')}
        path={cancellationsPath}
        query={{ tab }}
        columns={columns}
        rowKey={row => row.id}
        rowLink={row => `${base}/award-cancellations/${row.id}`}
        defaultSort="-noticed"
        searchHint={t('unsigned.search')}
        filters={[{ name: 'kind', label: t('unsigned.kindOf'), options: (['cancellation', 'complaint'] as const).map(value => ({ value, label: t(`unsigned.kind.${value}`) })) }]}
        onExport={query => download(`${cancellationsPath}/export`, query, `${t('unsigned.title')}.xlsx`)}
        empty={<EmptyState title={t(tab === 'ended' ? 'unsigned.emptyEnded' : 'unsigned.empty')} />}
      />
    </>
  );
}

/** The public notice of cancelled awards. */
export function CancellationNoticesPage() {
  const { t } = useTranslation('contracts');
  const english = useLanguage() === 'en';
  return (
    <div className="hb-container">
      <PageHeader title={t('unsigned.publicTitle')} lead={t('unsigned.publicLead')} />
      <DataTable<PublicCancellation>
        caption={t('unsigned.publicTitle')}
        path="/api/v1/public/award-cancellations"
        columns={[
          { key: 'title', title: t('list.column.title'), lead: true, render: row => <>{row.taskTitle}<div className="hb-small hb-muted hb-num">{row.taskNumber}</div></> },
          { key: 'enterprise', title: t('side.enterprise'), render: row => row.enterpriseName },
          { key: 'firm', title: t('unsigned.formerly'), render: row => <>{row.firmName}<div className="hb-small"><Money yuan={row.priceYuan} /></div></> },
          { key: 'ground', title: t('unsigned.ground'), render: row => <>{english ? row.groundEn : row.groundZh}<div className="hb-small hb-muted">{row.basis}</div></> },
          { key: 'cancelled', title: t('unsigned.cancelledOn'), render: row => <DateText value={row.cancelledAt} /> },
          { key: 'state', title: t('list.column.state'), render: row => <StatusTag tone={CANCELLATION_TONES[row.state]}>{english ? row.stateEn : row.stateZh}</StatusTag> },
        ]}
        rowKey={row => row.id}
        rowLink={row => `/tasks/${row.taskId}`}
        searchHint={t('unsigned.search')}
        empty={<EmptyState title={t('unsigned.publicEmpty')} />}
      />
    </div>
  );
}
