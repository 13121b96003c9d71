import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { TabLinks } from '@/shared/ui/TabLinks';
import { DeadlineBadge } from '@/shared/ui/DeadlineBadge';
import { DateText } from '@/shared/ui/values';
import { download } from '../market/download';
import { CHANNELS, COMPLAINTS, SATISFACTION_TONES, SATISFACTIONS, SUBJECTS, toneOf, type ComplaintItem } from './model';

const TABS = ['received', 'handling', 'answered', 'disputed', 'ended'] as const;

/** Complaints of the region, by who is to act. */
export function ComplaintListPage() {
  const { t } = useTranslation('complaints');
  const { base, can } = useSession();
  const english = useLanguage() === 'en';
  const { tab } = useSearch({ strict: false }) as { tab?: string };
  const shown = TABS.find(one => one === tab) ?? (can('complaint.judge') ? 'received' : 'handling');
  const ended = shown === 'ended';
  const state: Column<ComplaintItem> = { key: 'state', title: t('list.state'), render: row => <><StatusTag tone={toneOf(row)}>{english ? row.stateEn : row.stateZh}</StatusTag> {row.round > 1 && <span className="hb-small">{t('list.nth', { round: row.round })}</span>}</> };
  const columns: Column<ComplaintItem>[] = [
    { key: 'place', title: t('list.place'), lead: true, render: row => <>{t(`subject.${row.subject}`)} · {row.place}</> },
    ...(shown === 'disputed' ? [] : [{ key: 'what', title: t('page.what'), wideOnly: true, render: (row: ComplaintItem) => row.what }]),
    { key: 'number', title: t('list.number'), render: row => <span className="hb-num">{row.number}</span> },
    { key: 'received', title: t('list.received'), sortBy: 'received', render: row => <DateText value={row.receivedAt} /> },
    ...(ended
      ? [state]
      : [
          state,
          { key: 'due', title: t('list.due'), sortBy: 'due', render: (row: ComplaintItem) => (row.dueOn ? <span>{english ? row.clockEn : row.clockZh} <DateText value={row.dueOn} /> <DeadlineBadge remaining={row.remainingDays} due={row.dueOn} provisional={row.dueProvisional} unit={row.clockUnit ?? 'day'} /></span> : '—') },
        ]),
    { key: 'who', title: t('list.who'), render: row => row.claimedByName ?? row.unit ?? t('list.unclaimed') },
    ...(shown === 'answered' || shown === 'disputed' || ended ? [{ key: 'satisfaction', title: t('list.satisfaction'), render: (row: ComplaintItem) => row.satisfaction && <StatusTag tone={SATISFACTION_TONES[row.satisfaction as keyof typeof SATISFACTION_TONES]}>{t(`satisfaction.${row.satisfaction}`)}</StatusTag> }] : []),
  ];
  return (
    <>
      <PageHeader title={t('list.title')} lead={t('list.lead')} actions={<>{can('complaint.import') && <ButtonLink to={`${base}/complaints/import`}>{t('import.title')}</ButtonLink>}{can('complaint.enter') && <ButtonLink to={`${base}/complaints/new`} kind="primary">{t('list.enter')}</ButtonLink>}</>} />
      <TabLinks label={t('list.title')} active={shown} tabs={TABS.map(key => ({ key, label: t(`list.tabs.${key}`) }))} />
      <DataTable<ComplaintItem>
        key={shown}
        caption={t('list.caption')}
        path={COMPLAINTS}
        query={{ tab: shown }}
        columns={columns}
        rowKey={row => row.id}
        rowLink={row => `${base}/complaints/${row.id}`}
        defaultSort={ended ? '-received' : 'due'}
        searchHint={t('list.search')}
        onExport={can('complaint.export') ? query => download(`${COMPLAINTS}/export`, query, `${t('list.title')}.xlsx`) : undefined}
        filters={[
          { name: 'subject', label: t('field.subject'), options: SUBJECTS.map(value => ({ value, label: t(`subject.${value}`) })) },
          { name: 'channel', label: t('field.channel'), options: CHANNELS.map(value => ({ value, label: t(`channel.${value}`) })) },
          { name: 'round', label: t('list.round'), options: (['first', 'again'] as const).map(value => ({ value, label: t(`list.rounds.${value}`) })) },
          { name: 'dispute', label: t('list.dispute'), options: (['open', 'any', 'review'] as const).map(value => ({ value, label: t(`list.disputes.${value}`) })) },
          ...(ended ? [{ name: 'satisfaction', label: t('list.satisfaction'), options: SATISFACTIONS.map(value => ({ value, label: t(`satisfaction.${value}`) })) }] : [
            { name: 'claimed', label: t('list.claimed'), options: (['mine', 'nobody'] as const).map(value => ({ value, label: t(`list.${value}`) })) },
            { name: 'overdue', label: t('list.overdue'), options: [{ value: 'true', label: t('list.onlyOverdue') }] },
          ]),
          { name: 'from', label: t('list.from'), type: 'date' }, { name: 'to', label: t('list.to'), type: 'date' },
        ]}
        empty={<EmptyState title={t(`list.empty.${shown}`)}>{shown === 'received' && t('list.emptyHint')}</EmptyState>}
      />
    </>
  );
}
