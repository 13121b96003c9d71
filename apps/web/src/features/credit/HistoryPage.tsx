import { useTranslation } from 'react-i18next';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { DateText } from '@/shared/ui/values';
import { subjectsPath, useWhose, type Snapshot } from './model';
import { Grade } from './parts';

/** How score and grade moved; each row leads to the explanation of its day. */
export function HistoryPage() {
  const { t } = useTranslation('credit');
  const { id, here } = useWhose();
  return (
    <>
      <PageHeader title={t('history.title')} lead={t('history.lead')} back={{ to: here, label: t('back') }} />
      <DataTable<Snapshot>
        caption={t('history.caption')}
        path={`${subjectsPath}/${id}/snapshots`}
        columns={useColumns()}
        rowKey={row => row.id}
        rowLink={row => `${here}/lines?day=${row.asOf}`}
        empty={<EmptyState title={t('history.empty')} />}
      />
    </>
  );
}

function useColumns(): Column<Snapshot>[] {
  const { t } = useTranslation('credit');
  return [
    { key: 'at', title: t('history.at'), lead: true, render: row => <DateText value={row.computedAt} time /> },
    { key: 'grade', title: t('grade'), render: row => <Grade title={row.gradeTitle} colour={row.colour} /> },
    { key: 'change', title: t('history.change'), render: row => <span className="hb-num">{row.beforeScore === null || row.beforeScore === row.score ? t('score', { score: row.score }) : t('history.moved', { before: row.beforeScore, after: row.score })}</span> },
    { key: 'cause', title: t('history.cause'), render: row => t(`history.causes.${row.cause}`) },
  ];
}
