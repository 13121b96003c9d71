import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { textOf, useLanguage } from '@/i18n';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { TabLinks } from '@/shared/ui/TabLinks';
import { DateText } from '@/shared/ui/values';
import { download } from '../market/download';
import { FiguresLine } from './FiguresLine';
import { choices, RECTIFICATIONS, SOURCES, toneOf, type Figures, type RectificationItem } from './model';

const TABS = ['verifying', 'draft', 'serving', 'running', 'extension', 'overdue', 'supervised', 'ended'] as const;

/** Rectifications by what waits, the earliest deadline first. */
export function RectificationListPage() {
  const { t } = useTranslation('rectification');
  const { base, can } = useSession();
  const english = useLanguage() === 'en';
  const { tab } = useSearch({ strict: false }) as { tab?: string };
  const shown = TABS.find(one => one === tab) ?? 'verifying';
  const figures = useQuery(readPath<Figures>(`${RECTIFICATIONS}/figures`));
  const columns: Column<RectificationItem>[] = [
    { key: 'enterprise', title: t('enterprise'), lead: true, render: row => <>{row.enterpriseName}<div className="hb-small hb-muted hb-num">{row.number}</div></> },
    { key: 'summary', title: t('problem'), render: row => <>{row.summary || row.place}<div className="hb-small hb-muted">{row.place}</div></> },
    { key: 'source', title: t('source'), wideOnly: true, render: row => textOf(SOURCES[row.source] ?? row.source) },
    { key: 'state', title: t('state'), render: row => <><StatusTag tone={toneOf(row)}>{english ? row.stateEn : row.stateZh}</StatusTag> {row.isSupervised && <StatusTag tone="danger">{t('supervised')}</StatusTag>}</> },
    { key: 'due', title: t('due'), sortBy: 'due', render: row => <><DateText value={row.dueOn} /> {row.overdueOn && <StatusTag tone="danger">{t('overdue')}</StatusTag>}</> },
    { key: 'opened', title: t('opened'), sortBy: 'opened', wideOnly: true, render: row => <DateText value={row.openedAt} /> },
    { key: 'who', title: t('who'), wideOnly: true, render: row => row.claimedByName },
  ];
  return (
    <>
      <PageHeader title={t('list.title')} lead={t('list.lead')} actions={can('rectification.open') && <ButtonLink to={`${base}/rectifications/new`} kind="primary">{t('new.title')}</ButtonLink>} />
      {figures.data && <FiguresLine figures={figures.data} names={['draft', 'open', 'verifying', 'overdue', 'supervised']} />}
      <TabLinks label={t('list.title')} active={shown} tabs={TABS.map(key => ({ key, label: t(`list.tabs.${key}`) }))} />
      <DataTable<RectificationItem>
        key={shown} caption={t('list.title')} path={RECTIFICATIONS} query={{ tab: shown }} columns={columns} rowKey={row => row.id} rowLink={row => `${base}/rectifications/${row.id}`} defaultSort={shown === 'ended' || shown === 'draft' ? '-opened' : 'due'} searchHint={t('list.search')}
        onExport={query => download(`${RECTIFICATIONS}/export`, query, `${t('list.title')}.xlsx`)}
        filters={[{ name: 'source', label: t('source'), options: choices(SOURCES) }, { name: 'from', label: t('dueFrom'), type: 'date' }, { name: 'to', label: t('dueTo'), type: 'date' }]}
        empty={<EmptyState title={t(`list.empty.${shown}`)} />}
      />
    </>
  );
}
