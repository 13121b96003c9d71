import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
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
import { choices } from '../penalties/model';
import { LIST, SUBJECT_KINDS, toneOf, TRIGGERS, type WatchItem } from './model';
import { RulesNote } from './parts';

const TABS = ['clues', 'telling', 'deciding', 'listed', 'removals', 'ended'] as const;

/** Cases of listing by their stage, those with the fewest days first. */
export function WatchListPage() {
  const { t } = useTranslation('watch-list');
  const { base, can } = useSession();
  const english = useLanguage() === 'en';
  const { tab } = useSearch({ strict: false }) as { tab?: string };
  const shown = TABS.find(one => one === tab) ?? 'clues';
  const isLate = ['listed', 'removals', 'ended'].includes(shown);
  const columns: Column<WatchItem>[] = [
    { key: 'subject', title: t('subject'), lead: true, render: row => <>{row.subjectName}<div className="hb-small hb-muted hb-num">{row.number}</div></> },
    { key: 'trigger', title: t('trigger'), render: row => textOf(TRIGGERS[row.trigger] ?? row.trigger) },
    { key: 'state', title: t('state'), render: row => <StatusTag tone={toneOf(row)}>{english ? row.stateEn : row.stateZh}</StatusTag> },
    { key: 'due', title: t('due'), sortBy: 'due', render: row => <>{row.dueOn && <DateText value={row.dueOn} />} {row.dueProvisional && <span className="hb-small hb-muted">{t('provisional')}</span>} {(row.remainingDays ?? 0) < 0 && <StatusTag tone="danger">{t('overdue')}</StatusTag>}</> },
    ...(isLate ? [{ key: 'decision', title: t('decisionNumber'), render: (row: WatchItem) => row.decisionNumber }, { key: 'until', title: t('listedUntil'), render: (row: WatchItem) => <DateText value={row.listedUntil} /> }] : []),
    { key: 'opened', title: t('opened'), sortBy: 'opened', wideOnly: true, render: row => <DateText value={row.openedAt} /> },
    { key: 'who', title: t('who'), wideOnly: true, render: row => row.claimedByName },
  ];
  return (
    <>
      <PageHeader title={t('list.title')} lead={t('list.lead')} actions={can('watch-list.open') && <ButtonLink to={`${base}/watch-list/new`} kind="primary">{t('new.title')}</ButtonLink>} />
      <RulesNote />
      <TabLinks label={t('list.title')} active={shown} tabs={TABS.map(key => ({ key, label: t(`list.tabs.${key}`) }))} />
      <DataTable<WatchItem>
        key={shown} caption={t('list.title')} path={LIST} query={{ tab: shown }} columns={columns} rowKey={row => row.id} rowLink={row => `${base}/watch-list/${row.id}`} defaultSort={shown === 'ended' || shown === 'listed' ? '-opened' : 'due'} searchHint={t('list.search')}
        onExport={query => download(`${LIST}/export`, query, `${t('list.title')}.xlsx`)}
        filters={[
          { name: 'trigger', label: t('trigger'), options: choices(TRIGGERS) }, { name: 'subjectKind', label: t('subjectKind'), options: choices(SUBJECT_KINDS) }, { name: 'mine', label: t('whose'), options: [{ value: 'true', label: t('mine') }] },
          ...(isLate ? [] : [{ name: 'overdue', label: t('overdue'), options: [{ value: 'true', label: t('onlyOverdue') }] }]), { name: 'from', label: t('from'), type: 'date' }, { name: 'to', label: t('to'), type: 'date' },
        ]}
        empty={<EmptyState title={t(`list.empty.${shown}`)} />}
      />
    </>
  );
}
