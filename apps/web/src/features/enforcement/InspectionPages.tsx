import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { AppLink } from '@/shared/ui/AppLink';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { SummaryList } from '@/shared/ui/SummaryList';
import { DateText } from '@/shared/ui/values';
import { download } from '../market/download';
import { INSPECTION_TONE, INSPECTIONS, useEnforcementChanged, type Inspection, type InspectionItem } from './model';

/** Visits, the next ones first. */
export function InspectionListPage() {
  const { t } = useTranslation('enforcement');
  const { base } = useSession();
  const columns: Column<InspectionItem>[] = [
    { key: 'name', title: t('enterprise'), lead: true, render: row => <>{row.enterpriseName}<div className="hb-small hb-muted">{row.number}</div></> },
    { key: 'kind', title: t('inspections.kind'), render: row => t(`inspections.kinds.${row.kind}`) },
    { key: 'due', title: t('inspections.due'), sortBy: 'due', render: row => t('span', { from: row.plannedFrom, to: row.plannedTo }) },
    { key: 'officers', title: t('inspections.officers'), render: row => row.officers.map(one => one.name).join(t('comma')) },
    { key: 'state', title: t('state'), render: row => <State row={row} /> },
  ];
  return (
    <>
      <PageHeader title={t('inspections.title')} lead={t('inspections.lead')} />
      <DataTable<InspectionItem>
        caption={t('inspections.title')}
        path={INSPECTIONS}
        columns={columns}
        rowKey={row => row.id}
        rowLink={row => `${base}/inspections/${row.id}`}
        searchHint={t('inspections.search')}
        defaultSort="due"
        filters={[
          { name: 'state', label: t('state'), options: (['planned', 'held', 'cancelled'] as const).map(value => ({ value, label: t(`inspections.states.${value}`) })) },
          { name: 'kind', label: t('inspections.kind'), options: (['random', 'special', 'complaint', 'offsite'] as const).map(value => ({ value, label: t(`inspections.kinds.${value}`) })) },
          { name: 'mine', label: t('inspections.whose'), options: [{ value: 'true', label: t('inspections.mine') }] },
        ]}
        onExport={query => download(`${INSPECTIONS}/export`, query, `${t('inspections.title')}.xlsx`)}
        empty={<EmptyState title={t('inspections.empty')} />}
      />
    </>
  );
}

function State({ row }: { readonly row: InspectionItem }) {
  const { t } = useTranslation('enforcement');
  return row.late ? <StatusTag tone="danger">{t('inspections.late')}</StatusTag> : <StatusTag tone={INSPECTION_TONE[row.state]}>{t(`inspections.states.${row.state}`)}</StatusTag>;
}

/** One visit. */
export function InspectionPage() {
  const { inspectionId = '' } = useParams({ strict: false }) as { inspectionId?: string };
  const inspection = useQuery(readPath<Inspection>(`${INSPECTIONS}/${inspectionId}`));
  if (inspection.isPending) return <PageSkeleton />;
  if (inspection.error) return <RouteErrorPage error={inspection.error} onRetry={() => void inspection.refetch()} />;
  return <Whole inspection={inspection.data} />;
}

function Whole({ inspection }: { readonly inspection: Inspection }) {
  const { t } = useTranslation('enforcement');
  const { base } = useSession();
  const changed = useEnforcementChanged();
  const [cancelling, setCancelling] = useState(false);
  const rows = [
    { label: t('inspections.kind'), value: <>{t(`inspections.kinds.${inspection.kind}`)}{inspection.drawId && <> · <AppLink to={`${base}/inspection-draws/${inspection.drawId}`}>{inspection.drawNumber}</AppLink></>}</> },
    { label: t('inspections.due'), value: t('span', { from: inspection.plannedFrom, to: inspection.plannedTo }) },
    { label: t('inspections.officers'), value: inspection.officers.map(one => `${one.name}（${one.certificateNo}）`).join(t('comma')) },
    { label: t('inspections.cap'), value: t(inspection.countsToCap ? 'inspections.counts' : 'inspections.countsNot') },
    { label: t('inspections.createdBy'), value: <>{inspection.createdByName} <DateText value={inspection.createdAt} /></> },
    ...(inspection.cancelledReason ? [{ label: t('inspections.cancelledWhy'), value: inspection.cancelledReason }] : []),
  ];
  return (
    <>
      <PageHeader title={inspection.enterpriseName} lead={inspection.number} back={{ to: `${base}/inspections`, label: t('inspections.title') }} tags={<State row={inspection} />} actions={inspection.actions.includes('cancel') && <Button onClick={() => setCancelling(true)}>{t('inspections.cancel')}</Button>} />
      <SummaryList groups={[{ title: t('inspections.plan'), rows }]} />
      <ConfirmAct
        open={cancelling}
        title={t('inspections.cancelTitle')}
        act={t('inspections.cancel')}
        danger
        reason={{ label: t('reason'), required: true }}
        onConfirm={async reason => {
          await rest('POST', `${INSPECTIONS}/${inspection.id}/cancel`, { body: { reason }, version: inspection.version });
          await changed();
        }}
        onClose={() => setCancelling(false)}
      >
        {t('inspections.cancelMeans')}
      </ConfirmAct>
    </>
  );
}
