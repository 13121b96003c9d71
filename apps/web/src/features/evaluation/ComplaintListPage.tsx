import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { TabLinks } from '@/shared/ui/TabLinks';
import { DateText } from '@/shared/ui/values';
import { download } from '../market/download';
import { COMPLAINT_STATES, COMPLAINT_TONES, COMPLAINTS, type ComplaintRow } from './complaints';

const TABS = ['open', 'ended'] as const;

/** Complaints about evaluations: the own ones, or those of the bureau's region. */
export function ComplaintListPage() {
  const { t } = useTranslation('evaluation');
  const { base } = useSession();
  const english = useLanguage() === 'en';
  const { tab = 'open' } = useSearch({ strict: false }) as { tab?: string };
  return (
    <>
      <PageHeader title={t('complaint.title')} lead={t('complaint.lead')} />
      <TabLinks label={t('complaint.title')} active={tab} tabs={TABS.map(key => ({ key, label: t(`complaint.tab.${key}`) }))} />
      <DataTable<ComplaintRow>
        key={tab}
        caption={t('complaint.title')}
        path={COMPLAINTS}
        query={{ tab }}
        columns={[
          { key: 'task', title: t('public.task'), lead: true, render: row => <>{row.taskTitle}<div className="hb-small hb-muted hb-num">{row.taskNumber}</div></> },
          { key: 'firm', title: t('complaint.firm'), render: row => row.firmName },
          { key: 'enterprise', title: t('public.enterprise'), render: row => row.enterpriseName },
          { key: 'lodged', title: t('complaint.lodged'), sortBy: 'lodged', render: row => <DateText value={row.lodgedAt} /> },
          { key: 'due', title: t('complaint.due'), render: row => (row.due === null ? '—' : row.late ? <StatusTag tone="danger"><DateText value={row.due} /></StatusTag> : <DateText value={row.due} />) },
          { key: 'state', title: t('public.state'), render: row => <><StatusTag tone={COMPLAINT_TONES[row.state]}>{english ? row.stateEn : row.stateZh}</StatusTag>{row.suspended && <StatusTag tone="warning">{t('complaint.suspended')}</StatusTag>}</> },
        ]}
        rowKey={row => row.id}
        rowLink={row => `${base}/tender-complaints/${row.id}`}
        defaultSort="-lodged"
        searchHint={t('complaint.search')}
        filters={[{ name: 'state', label: t('public.state'), options: COMPLAINT_STATES.filter(one => one.tab === tab) }]}
        onExport={query => download(`${COMPLAINTS}/export`, query, `${t('complaint.title')}.xlsx`)}
        empty={<EmptyState title={t(tab === 'ended' ? 'complaint.emptyEnded' : 'complaint.empty')} />}
      />
    </>
  );
}
