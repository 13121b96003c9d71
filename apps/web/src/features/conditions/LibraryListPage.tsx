import { useTranslation } from 'react-i18next';
import { withQuery } from '@/api/rest';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { KINDS, libraryPath, STATE_TONES, SUBJECTS, type LibraryCondition } from './model';

/** The bureau's library of permit conditions. */
export function LibraryListPage() {
  const { t } = useTranslation('conditions');
  const { base, can } = useSession();
  const columns: Column<LibraryCondition>[] = [
    { key: 'title', title: t('column.title'), lead: true, render: row => row.title },
    { key: 'code', title: t('column.code'), sortBy: 'code', render: row => <span className="hb-num">{row.code} · {t('version', { number: row.version })}</span> },
    { key: 'kind', title: t('column.kind'), render: row => t(`kind.${row.kind}`) },
    { key: 'subject', title: t('column.subject'), wideOnly: true, render: row => t(`subject.${row.subject}`) },
    { key: 'duty', title: t('column.duty'), render: row => (row.duty ? t(`period.${row.duty.period}`) : t('noDuty')) },
    { key: 'from', title: t('column.from'), sortBy: 'effectiveFrom', render: row => <DateText value={row.effectiveFrom} /> },
    { key: 'state', title: t('column.state'), render: row => <><StatusTag tone={STATE_TONES[row.state]}>{t(`state.${row.state}`)}</StatusTag> {!row.verified && <StatusTag tone="warning">{t('unverified')}</StatusTag>}</> },
  ];
  return (
    <>
      <PageHeader title={t('library.title')} lead={t('library.lead')} actions={can('condition.edit') && <ButtonLink to={`${base}/conditions/new`} kind="primary">{t('library.add')}</ButtonLink>} />
      <DataTable<LibraryCondition>
        caption={t('library.title')}
        path={libraryPath}
        columns={columns}
        rowKey={row => row.id}
        rowLink={row => `${base}/conditions/${row.code}`}
        searchHint={t('library.search')}
        defaultSort="code"
        filters={[
          { name: 'kind', label: t('column.kind'), options: KINDS.map(value => ({ value, label: t(`kind.${value}`) })) },
          { name: 'subject', label: t('column.subject'), options: SUBJECTS.map(value => ({ value, label: t(`subject.${value}`) })) },
          { name: 'state', label: t('column.state'), options: (['in-force', 'to-come', 'retired'] as const).map(value => ({ value, label: t(`state.${value}`) })) },
          { name: 'verified', label: t('column.verified'), options: [{ value: 'true', label: t('verified') }, { value: 'false', label: t('unverified') }] },
          { name: 'recurring', label: t('column.duty'), options: [{ value: 'true', label: t('withDuty') }, { value: 'false', label: t('noDuty') }] },
        ]}
        onExport={async query => location.assign(withQuery(`${libraryPath}/export`, query))}
        empty={<EmptyState title={t('library.empty')}>{t('library.emptyHint')}</EmptyState>}
      />
    </>
  );
}
