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
import { DateText, Money } from '@/shared/ui/values';
import { download } from '../market/download';
import { choices, CLUES, PENALTIES, PURSUITS, toneOf, type PenaltyItem } from './model';

const TABS = ['filing', 'investigating', 'deciding', 'performing', 'to-execute', 'to-publish', 'ended'] as const;

/** Penalty cases by their stage, those with the fewest days first. */
export function PenaltyListPage() {
  const { t } = useTranslation('penalties');
  const { base, can } = useSession();
  const english = useLanguage() === 'en';
  const { tab } = useSearch({ strict: false }) as { tab?: string };
  const shown = TABS.find(one => one === tab) ?? 'investigating';
  const isLate = ['performing', 'to-execute', 'to-publish', 'ended'].includes(shown);
  const columns: Column<PenaltyItem>[] = [
    { key: 'party', title: t('party'), lead: true, render: row => <>{row.partyName}<div className="hb-small hb-muted hb-num">{row.number}</div></> },
    { key: 'violation', title: t('violation'), render: row => row.violationTitle ?? textOf(CLUES[row.clueKind] ?? row.clueKind) },
    { key: 'state', title: t('state'), render: row => <><StatusTag tone={toneOf(row)}>{english ? row.stateEn : row.stateZh}</StatusTag> {row.pursuitEnded && <StatusTag tone="muted">{textOf(PURSUITS[row.pursuitEnded] ?? row.pursuitEnded)}</StatusTag>}</> },
    ...(shown === 'to-publish'
      ? [{ key: 'publish', title: t('publishDue'), render: (row: PenaltyItem) => <DateText value={row.publishDue} /> }]
      : [{ key: 'due', title: t('due'), sortBy: 'due', render: (row: PenaltyItem) => <>{row.dueOn && <DateText value={row.dueOn} />} {row.dueProvisional && <span className="hb-small hb-muted">{t('provisional')}</span>} {(row.remainingDays ?? 0) < 0 && <StatusTag tone="danger">{t('overdue')}</StatusTag>}</> }]),
    ...(isLate ? [{ key: 'decision', title: t('decisionNumber'), render: (row: PenaltyItem) => row.decisionNumber }, { key: 'fine', title: t('fine'), align: 'end' as const, render: (row: PenaltyItem) => <Money yuan={row.fineYuan} /> }] : []),
    { key: 'opened', title: t('opened'), sortBy: 'opened', wideOnly: true, render: row => <DateText value={row.openedAt} /> },
    { key: 'who', title: t('who'), wideOnly: true, render: row => row.claimedByName },
  ];
  return (
    <>
      <PageHeader title={t('list.title')} lead={t('list.lead')} actions={can('penalty.open') && <ButtonLink to={`${base}/penalties/new`} kind="primary">{t('new.title')}</ButtonLink>} />
      <TabLinks label={t('list.title')} active={shown} tabs={TABS.map(key => ({ key, label: t(`list.tabs.${key}`) }))} />
      <DataTable<PenaltyItem>
        key={shown}
        caption={t('list.title')}
        path={PENALTIES}
        query={{ tab: shown }}
        columns={columns}
        rowKey={row => row.id}
        rowLink={row => `${base}/penalties/${row.id}`}
        defaultSort={shown === 'ended' || shown === 'to-publish' ? '-opened' : 'due'}
        searchHint={t('list.search')}
        onExport={query => download(`${PENALTIES}/export`, query, `${t('list.title')}.xlsx`)}
        filters={[
          { name: 'clueKind', label: t('clueKind'), options: choices(CLUES) }, { name: 'mine', label: t('whose'), options: [{ value: 'true', label: t('mine') }] },
          ...(shown === 'performing' || shown === 'ended' ? [{ name: 'pursuit', label: t('pursuitFilter'), options: choices(PURSUITS) }] : []), ...(shown === 'ended' ? [] : [{ name: 'overdue', label: t('overdue'), options: [{ value: 'true', label: t('onlyOverdue') }] }]), { name: 'from', label: t('from'), type: 'date' }, { name: 'to', label: t('to'), type: 'date' },
        ]}
        empty={<EmptyState title={t(`list.empty.${shown}`)} />}
      />
    </>
  );
}
