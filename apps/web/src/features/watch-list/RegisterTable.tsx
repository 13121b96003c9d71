import { useTranslation } from 'react-i18next';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { EmptyState } from '@/shared/ui/EmptyState';
import { DateText } from '@/shared/ui/values';
import { download } from '../market/download';
import { choices } from '../penalties/model';
import { SUBJECT_KINDS, type PublicWatch } from './model';

/** Who is on the list, for the public and for officers. */
export function RegisterTable({ path, caption, linkTo }: { readonly path: string; readonly caption: string; readonly linkTo: (row: PublicWatch) => string }) {
  const { t } = useTranslation('watch-list');
  const columns: Column<PublicWatch>[] = [
    { key: 'subject', title: t('subject'), lead: true, render: row => <>{row.subjectName}<div className="hb-small hb-muted hb-num">{row.subjectCode ?? row.decisionNumber}</div></> },
    { key: 'reason', title: t('reason'), render: row => row.reason },
    { key: 'listed', title: t('listedOn'), sortBy: 'listed', render: row => <DateText value={row.listedOn} /> },
    { key: 'until', title: t('listedUntil'), render: row => <DateText value={row.listedUntil} /> },
    { key: 'number', title: t('decisionNumber'), wideOnly: true, render: row => row.decisionNumber },
  ];
  return (
    <DataTable<PublicWatch>
      caption={caption} path={path} columns={columns} rowKey={row => row.id} rowLink={linkTo} defaultSort="-listed" searchHint={t('public.search')} onExport={query => download(`${path}/export`, query, `${caption}.xlsx`)}
      filters={[{ name: 'subjectKind', label: t('subjectKind'), options: choices(SUBJECT_KINDS) }, { name: 'from', label: t('from'), type: 'date' }, { name: 'to', label: t('to'), type: 'date' }]} empty={<EmptyState title={t('public.empty')} />}
    />
  );
}
