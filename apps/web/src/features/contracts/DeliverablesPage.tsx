import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { AppLink } from '@/shared/ui/AppLink';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { DateText } from '@/shared/ui/values';
import { download } from '../market/download';
import './contracts.css';
import { DELIVERABLE_KINDS, deliverablesPath, type Deliverable } from './deliverables';
import { Place } from './FiledFiles';
import { PlaceDeliverable } from './PlaceDeliverable';

/** 成果资料: what was handed over and accepted, found again by kind, task and side. */
export function DeliverablesPage() {
  const { t } = useTranslation('contracts');
  const { base, organisation } = useSession();
  const english = useLanguage() === 'en';
  const [placing, setPlacing] = useState<Deliverable | null>(null);
  const firm = organisation?.orgKind === 'firm';
  const columns: Column<Deliverable>[] = [
    { key: 'name', title: t('deliverables.file'), lead: true, render: row => <a href={`/api/v1/files/${row.fileId}/content`}>{row.name}</a> },
    { key: 'kind', title: t('deliverables.kind'), render: row => (english ? row.kindEn : row.kindZh) },
    {
      key: 'from', title: t('deliverables.from'),
      render: row => (
        <>
          <AppLink to={`${base}/tasks/${row.taskId}`}>{row.taskTitle}</AppLink>
          <span className="hb-small hb-muted"> {firm ? row.enterpriseName : row.firmName}</span>
          {row.contractId && <span className="hb-small"> <AppLink to={`${base}/contracts/${row.contractId}`}>{row.contractNumber ?? t('page.task')}</AppLink>{row.milestoneName && ` · ${row.milestoneName}`}</span>}
        </>
      ),
    },
    { key: 'accepted', title: t('deliverables.accepted'), sortBy: 'accepted', render: row => <DateText value={row.acceptedAt} /> },
    { key: 'place', title: t('deliverables.where'), render: row => <Place deliverable={row} linked={!firm} /> },
  ];
  return (
    <>
      <PageHeader title={t('deliverables.title')} lead={t(firm ? 'deliverables.leadFirm' : 'deliverables.leadEnterprise')} />
      <DataTable<Deliverable>
        caption={t('deliverables.title')}
        path={deliverablesPath}
        columns={columns}
        rowKey={row => row.id}
        rowActions={row => (row.actions.includes('place') ? <Button aria-label={`${t('deliverables.place')} ${row.name}`} onClick={() => setPlacing(row)}>{t('deliverables.place')}</Button> : null)}
        defaultSort="-accepted"
        searchHint={t('deliverables.search')}
        onExport={query => download(`${deliverablesPath}/export`, query, `${t('deliverables.title')}.xlsx`)}
        filters={[
          { name: 'kind', label: t('deliverables.kind'), options: DELIVERABLE_KINDS.map(value => ({ value, label: t(`deliverables.kinds.${value}`) })) },
          { name: 'state', label: t('deliverables.where'), options: (['kept', 'waiting', 'placed'] as const).map(value => ({ value, label: t(`deliverables.state.${value}`) })) },
        ]}
        empty={<EmptyState title={t('deliverables.empty')}>{t('deliverables.emptyHint')}</EmptyState>}
      />
      <PlaceDeliverable deliverable={placing} onClose={() => setPlacing(null)} />
    </>
  );
}
