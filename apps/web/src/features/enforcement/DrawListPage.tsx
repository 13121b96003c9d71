import { useTranslation } from 'react-i18next';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { download } from '../market/download';
import { DRAW_TONE, DRAWS, type DrawItem } from './model';

/** Draws: announced, made, cancelled; none of them disappears. */
export function DrawListPage() {
  const { t } = useTranslation('enforcement');
  const { base, can } = useSession();
  const columns: Column<DrawItem>[] = [
    { key: 'title', title: t('draws.name'), lead: true, render: row => <>{row.title}<div className="hb-small hb-muted">{row.number}</div></> },
    { key: 'period', title: t('draws.period'), render: row => t('span', { from: row.periodFrom, to: row.periodTo }) },
    { key: 'pool', title: t('draws.pool'), render: row => t('draws.poolOf', { pool: row.poolSize, out: row.leftOut }) },
    { key: 'drawn', title: t('draws.drawn'), align: 'end', render: row => <span className="hb-num">{row.state === 'drawn' ? row.drawnCount : t('none')}</span> },
    { key: 'at', title: t('draws.announced'), sortBy: 'at', wideOnly: true, render: row => <DateText value={row.announcedAt} /> },
    { key: 'state', title: t('state'), render: row => <StatusTag tone={DRAW_TONE[row.state]}>{t(`draws.states.${row.state}`)}</StatusTag> },
  ];
  return (
    <>
      <PageHeader title={t('draws.title')} lead={t('draws.lead')} actions={can('inspection-draw.announce') && <ButtonLink to={`${base}/inspection-draws/new`} kind="primary">{t('draws.new')}</ButtonLink>} />
      <DataTable<DrawItem>
        caption={t('draws.title')}
        path={DRAWS}
        columns={columns}
        rowKey={row => row.id}
        rowLink={row => `${base}/inspection-draws/${row.id}`}
        searchHint={t('draws.search')}
        defaultSort="-at"
        filters={[{ name: 'state', label: t('state'), options: (['announced', 'drawn', 'cancelled'] as const).map(value => ({ value, label: t(`draws.states.${value}`) })) }]}
        onExport={query => download(`${DRAWS}/export`, query, `${t('draws.title')}.xlsx`)}
        empty={<EmptyState title={t('draws.empty')} />}
      />
    </>
  );
}
