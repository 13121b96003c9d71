import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { useLanguage } from '@/i18n';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { Grade } from '../credit/parts';
import { download } from '../market/download';
import { COLOURS, EVALUATIONS, STAGE_TONE, STAGES, YEARS, type Item, type YearItem } from './model';

/** Evaluations of the region, by stage, grade, industry, town and what is late. */
export function EvaluationListPage() {
  const { t } = useTranslation('credit-evaluation');
  const { base } = useSession();
  const years = useQuery(readPath<{ items: YearItem[] }>(YEARS));
  return (
    <>
      <PageHeader title={t('list.title')} lead={t('list.lead')} />
      <DataTable<Item>
        caption={t('list.title')}
        path={EVALUATIONS}
        columns={useColumns()}
        rowKey={row => row.id}
        rowLink={row => `${base}/credit-evaluations/${row.id}`}
        defaultSort="name"
        searchHint={t('list.search')}
        onExport={query => download(`${EVALUATIONS}/export`, query, `${t('list.title')}.xlsx`)}
        filters={[
          { name: 'yearId', label: t('year.year'), options: (years.data?.items ?? []).map(one => ({ value: one.id, label: t('year.name', { year: one.year }) })) },
          { name: 'stage', label: t('list.stage'), options: STAGES.map(value => ({ value, label: t(`stage.${value}`) })) },
          { name: 'colour', label: t('list.grade'), options: COLOURS.map(value => ({ value, label: t(`colour.${value}`) })) },
          { name: 'overdue', label: t('list.overdue'), options: [{ value: 'true', label: t('list.onlyOverdue') }] },
          { name: 'reported', label: t('list.reported'), options: [{ value: 'late', label: t('figures.late') }, { value: 'not-reported', label: t('figures.notReported') }] },
          { name: 'town', label: t('list.town'), type: 'text' }, { name: 'industry', label: t('list.industryCode'), type: 'text' },
        ]}
        empty={<EmptyState title={t('list.empty')}>{t('list.emptyHint')}</EmptyState>}
      />
    </>
  );
}

function useColumns(): Column<Item>[] {
  const { t } = useTranslation('credit-evaluation');
  const english = useLanguage() === 'en';
  return [
    { key: 'name', title: t('list.name'), sortBy: 'name', lead: true, render: row => row.subjectName },
    { key: 'year', title: t('year.year'), render: row => row.year },
    { key: 'number', title: t('list.number'), wideOnly: true, render: row => <span className="hb-num">{row.number}</span> },
    { key: 'town', title: t('list.town'), wideOnly: true, render: row => row.town ?? '—' },
    { key: 'stage', title: t('list.stage'), render: row => <><StatusTag tone={STAGE_TONE[row.stage]}>{english ? row.stageEn : row.stageZh}</StatusTag>{row.notReported ? ` ${t('figures.notReported')}` : row.late ? ` ${t('figures.late')}` : ''}</> },
    { key: 'due', title: t('list.due'), render: row => <>{row.dueOn ? <DateText value={row.dueOn} /> : '—'} {row.overdue && <StatusTag tone="danger">{t('list.overdue')}</StatusTag>}</> },
    { key: 'grade', title: t('list.grade'), sortBy: 'score', render: row => (row.gradeTitle ? <Grade title={row.gradeTitle} colour={row.colour ?? 'grey'} /> : '—') },
  ];
}
