import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { TabLinks } from '@/shared/ui/TabLinks';
import { DateText } from '@/shared/ui/values';
import { download } from '../market/download';
import { OWN, STAGE_TONES, TRIGGERS, type OwnWatchItem } from './model';
import { RulesNote } from './parts';

const TABS = ['open', 'ended'] as const;

/** Cases of listing in which one's own organisation was told something. */
export function OwnWatchListPage() {
  const { t } = useTranslation('watch-list');
  const { base } = useSession();
  const { tab } = useSearch({ strict: false }) as { tab?: string };
  const shown = TABS.find(one => one === tab) ?? 'open';
  const columns: Column<OwnWatchItem>[] = [
    { key: 'trigger', title: t('trigger'), lead: true, render: row => <>{textOf(TRIGGERS[row.trigger] ?? row.trigger)}<div className="hb-small hb-muted hb-num">{row.number}</div></> },
    { key: 'stage', title: t('state'), render: row => <StatusTag tone={STAGE_TONES[row.stage] ?? 'neutral'}>{t(`own.stages.${row.stage}`)}</StatusTag> },
    { key: 'statement', title: t('notice.statementUntil'), render: row => <DateText value={row.statementUntil} /> },
    { key: 'decision', title: t('decisionNumber'), render: row => row.decisionNumber },
    { key: 'until', title: t('listedUntil'), render: row => <DateText value={row.listedUntil} /> },
    { key: 'removal', title: t('removalFrom'), render: row => <DateText value={row.removalFrom} /> },
    { key: 'told', title: t('own.told'), sortBy: 'told', wideOnly: true, render: row => <DateText value={row.toldAt} /> },
  ];
  return (
    <>
      <PageHeader title={t('own.title')} lead={t('own.lead')} />
      <RulesNote />
      <TabLinks label={t('own.title')} active={shown} tabs={TABS.map(key => ({ key, label: t(`own.tabs.${key}`) }))} />
      <DataTable<OwnWatchItem> key={shown} caption={t('own.title')} path={OWN} query={{ tab: shown }} columns={columns} rowKey={row => row.id} rowLink={row => `${base}/watch-list/${row.id}`} defaultSort="-told" searchHint={t('own.search')} onExport={query => download(`${OWN}/export`, query, `${t('own.title')}.xlsx`)} empty={<EmptyState title={t(`own.empty.${shown}`)} />} />
    </>
  );
}
