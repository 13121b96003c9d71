import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { TabLinks } from '@/shared/ui/TabLinks';
import { DateText } from '@/shared/ui/values';
import { download } from '../market/download';
import { PAGE_OF, PATH_OF, SEVERITIES, SEVERITY_TONE, STATE_TONE, type CaseItem, type Kind } from './model';

const BUREAU_TABS = ['accepting', 'verifying', 'deciding', 'mine', 'ended'] as const;
const OWN_TABS = ['mine', 'accepting', 'verifying', 'deciding', 'ended'] as const;

export const RepairListPage = () => <CaseListPage kind="repair" />;
export const AppealListPage = () => <CaseListPage kind="appeal" />;

/** Applications or appeals: at the bureau those of the region by who is to act, otherwise the own ones. */
function CaseListPage({ kind }: { readonly kind: Kind }) {
  const { t } = useTranslation('credit-repair');
  const { base, organisation, can } = useSession();
  const isBureau = organisation?.orgKind === 'bureau';
  const { tab } = useSearch({ strict: false }) as { tab?: string };
  const tabs = isBureau ? BUREAU_TABS : OWN_TABS;
  const usual = !isBureau ? 'mine' : can(`credit-${kind}.accept`) ? 'accepting' : can(`credit-${kind}.decide`) ? 'deciding' : 'verifying';
  const shown = tabs.find(one => one === tab) ?? usual;
  const ended = shown === 'ended';
  return (
    <>
      <PageHeader title={t(isBureau ? `list.${kind}` : `list.own.${kind}`)} lead={t(`list.lead.${kind}`)} back={isBureau ? undefined : { to: `${base}/credit-repairs`, label: t('options.title') }} />
      <TabLinks label={t(`list.${kind}`)} active={shown} tabs={tabs.map(key => ({ key, label: t(isBureau && key === 'mine' ? 'list.tabs.correcting' : `list.tabs.${key}`) }))} />
      <DataTable<CaseItem>
        key={shown}
        caption={t(`list.${kind}`)}
        path={PATH_OF[kind]}
        query={{ tab: shown }}
        columns={useColumns(isBureau, ended)}
        rowKey={row => row.id}
        rowLink={row => `${base}/${PAGE_OF[kind]}/${row.id}`}
        defaultSort={ended || !isBureau ? '-at' : 'due'}
        searchHint={t('list.search')}
        onExport={isBureau ? query => download(`${PATH_OF[kind]}/export`, query, `${t(`list.${kind}`)}.xlsx`) : undefined}
        filters={[
          { name: 'severity', label: t('field.severity'), options: SEVERITIES.map(value => ({ value, label: t(`severity.${value}`) })) },
          ...(isBureau && !ended ? [
            { name: 'claimed', label: t('list.claimed'), options: (['mine', 'nobody'] as const).map(value => ({ value, label: t(`list.by.${value}`) })) },
            { name: 'overdue', label: t('list.overdue'), options: [{ value: 'true', label: t('list.onlyOverdue') }] },
          ] : []),
        ]}
        empty={<EmptyState title={t(`list.empty.${kind}`)} />}
      />
    </>
  );
}

function useColumns(isBureau: boolean, ended: boolean): Column<CaseItem>[] {
  const { t } = useTranslation('credit-repair');
  const english = useLanguage() === 'en';
  return [
    { key: 'event', title: t('field.event'), lead: true, render: row => <>{row.eventTitle}{row.documentNo && <div className="hb-small hb-muted">{row.documentNo}</div>}</> },
    ...(isBureau ? [{ key: 'subject', title: t('field.subject'), render: (row: CaseItem) => row.subjectName }] : []),
    { key: 'number', title: t('field.number'), render: row => <span className="hb-num">{row.number ?? t('list.notYet')}</span> },
    { key: 'severity', title: t('field.severity'), render: row => <StatusTag tone={SEVERITY_TONE[row.severity]}>{t(`severity.${row.severity}`)}</StatusTag> },
    { key: 'at', title: t('field.begun'), sortBy: 'at', render: row => <DateText value={row.submittedAt ?? row.createdAt} /> },
    { key: 'state', title: t('field.state'), render: row => <StatusTag tone={STATE_TONE[row.state]}>{english ? row.stateEn : row.stateZh}</StatusTag> },
    ...(ended ? [] : [{ key: 'due', title: t('field.due'), sortBy: 'due', render: (row: CaseItem) => (row.clockPaused ? t('list.paused') : row.dueOn ? <><DateText value={row.dueOn} /> {(row.remainingDays ?? 0) < 0 && <StatusTag tone="danger">{t('list.overdue')}</StatusTag>}</> : '—') }]),
    ...(isBureau && !ended ? [{ key: 'who', title: t('list.claimed'), wideOnly: true, render: (row: CaseItem) => row.claimedByName ?? t('list.unclaimed') }] : []),
  ];
}
