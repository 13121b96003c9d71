import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { EmptyState } from '@/shared/ui/EmptyState';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { download } from '../market/download';
import { DELIVERIES, DELIVERY_TONE, useBanksChanged, type Delivery } from './model';

const STATES = ['waiting', 'sending', 'delivered', 'dead', 'cancelled'] as const;

/** What was sent, of one address or of all; what failed for good can be sent again. */
export function Deliveries({ webhookId }: { readonly webhookId?: string }) {
  const { t } = useTranslation('banks');
  const changed = useBanksChanged();
  const [problem, setProblem] = useState<unknown>(null);
  const resend = async (row: Delivery): Promise<void> => {
    setProblem(null);
    await rest('POST', `${DELIVERIES}/${row.id}/resend`, {}).then(changed, setProblem);
  };
  const columns: Column<Delivery>[] = [
    { key: 'what', title: t('delivery.what'), lead: true, render: row => row.enterpriseName ?? t('delivery.test') },
    { key: 'event', title: t('delivery.event'), render: row => <>{t(`event.${row.event.replace('.', '-')}`)}{row.sequence > 0 && <span className="hb-small hb-muted"> #{row.sequence}</span>}</> },
    { key: 'state', title: t('field.status'), render: row => <StatusTag tone={DELIVERY_TONE[row.state]}>{t(`delivery.state.${row.state}`)}</StatusTag> },
    { key: 'outcome', title: t('delivery.outcome'), render: row => <>{row.problem ? t(`problem.${row.problem}`) : ''} {row.status !== null && <span className="hb-num">HTTP {row.status}</span>}</> },
    { key: 'attempts', title: t('delivery.attempts'), render: row => <>{t('delivery.times', { count: row.attempts })}{row.nextAt && <> · {t('delivery.next')} <DateText value={row.nextAt} time /></>}</> },
    { key: 'created', title: t('delivery.created'), sortBy: 'created', render: row => <DateText value={row.createdAt} time /> },
  ];
  return (
    <>
      <ProblemAlert error={problem} />
      <DataTable<Delivery>
        caption={t('delivery.title')}
        path={DELIVERIES}
        query={webhookId ? { webhookId } : {}}
        columns={columns}
        rowKey={row => row.id}
        defaultSort="-created"
        searchHint={t('delivery.search')}
        rowActions={row => row.state === 'dead' && <Button size="small" onClick={() => void resend(row)} aria-label={`${t('delivery.resend')} ${row.enterpriseName ?? ''} #${row.sequence}`}>{t('delivery.resend')}</Button>}
        onExport={query => download(`${DELIVERIES}/export`, query, `${t('delivery.title')}.xlsx`)}
        filters={[
          { name: 'state', label: t('field.status'), options: STATES.map(value => ({ value, label: t(`delivery.state.${value}`) })) },
          { name: 'event', label: t('delivery.event'), options: (['credit.grade-changed', 'blacklist.changed', 'ping'] as const).map(value => ({ value, label: t(`event.${value.replace('.', '-')}`) })) },
        ]}
        empty={<EmptyState title={t('delivery.empty')}>{t('delivery.emptyHint')}</EmptyState>}
      />
    </>
  );
}
