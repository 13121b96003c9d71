import { useTranslation } from 'react-i18next';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { download } from '../market/download';
import { COLOURS, subjectsPath, type RegisterItem } from './model';
import { Grade } from './parts';

/** Everybody of the region with score, grade and the next change. */
export function RegisterPage() {
  const { t } = useTranslation('credit');
  const { base, can } = useSession();
  return (
    <>
      <PageHeader
        title={t('register.title')}
        lead={t('register.lead')}
        actions={<>
          <ButtonLink to={`${base}/credit-schemes`}>{t('register.schemes')}</ButtonLink>
          <ButtonLink to={`${base}/credit-entries`}>{t('register.entries')}</ButtonLink>
          {can('credit.record') && <ButtonLink to={`${base}/credit-entries/new`} kind="primary">{t('events.record')}</ButtonLink>}
        </>}
      />
      <DataTable<RegisterItem>
        caption={t('register.caption')}
        path={subjectsPath}
        columns={useColumns()}
        rowKey={row => row.id}
        rowLink={row => `${base}/credit/${row.id}`}
        searchHint={t('register.search')}
        defaultSort="score"
        filters={[
          { name: 'kind', label: t('register.kind'), options: (['enterprise', 'firm'] as const).map(value => ({ value, label: t(`register.${value}`) })) },
          { name: 'colour', label: t('register.colour'), options: COLOURS.map(value => ({ value, label: t(`colour.${value}`) })) },
          { name: 'vetoed', label: t('register.vetoed'), options: [{ value: 'true', label: t('register.onlyVetoed') }] },
          { name: 'withEvents', label: t('register.events'), options: [{ value: 'true', label: t('register.onlyWithEvents') }] },
        ]}
        onExport={query => download(`${subjectsPath}/export`, query, `${t('register.exportName')}.xlsx`)}
        empty={<EmptyState title={t('register.empty')}>{t('register.emptyHint')}</EmptyState>}
      />
    </>
  );
}

function useColumns(): Column<RegisterItem>[] {
  const { t } = useTranslation('credit');
  return [
    { key: 'name', title: t('register.name'), sortBy: 'name', lead: true, render: row => <>{row.subjectName}<div className="hb-small hb-muted">{t(`register.${row.subjectKind}`)}</div></> },
    { key: 'score', title: t('register.score'), sortBy: 'score', align: 'end', render: row => <strong className="hb-num">{row.score}</strong> },
    { key: 'grade', title: t('register.grade'), render: row => <><Grade title={row.gradeTitle} colour={row.colour} /> {row.vetoes.length > 0 && <StatusTag tone="danger">{t('register.veto')}</StatusTag>}</> },
    { key: 'since', title: t('register.since'), wideOnly: true, render: row => row.gradeSince },
    { key: 'events', title: t('register.events'), align: 'end', render: row => <span className="hb-num">{row.activeEvents}</span> },
    { key: 'next', title: t('register.next'), render: row => row.nextChangeOn ?? '—' },
  ];
}
