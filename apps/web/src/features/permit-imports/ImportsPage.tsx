import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withQuery } from '@/api/rest';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { importsPath, STATES, toneOf, type PermitImport } from './model';
import { UploadDialog } from './UploadDialog';

/** Lists of permits from the national platform: what was handed in, by whom, and what came of it. */
export function ImportsPage() {
  const { t } = useTranslation('permit-imports');
  const { base, can } = useSession();
  const [open, setOpen] = useState(false);
  const mayUpload = can('permit-import.upload');
  const template = (
    <Button href={`${importsPath}/template`} icon={<DownloadOutlined aria-hidden />}>
      {t('template')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            {template}
            {mayUpload && <Button type="primary" icon={<UploadOutlined aria-hidden />} onClick={() => setOpen(true)}>{t('upload')}</Button>}
          </>
        }
      />
      <DataTable<PermitImport>
        caption={t('caption')}
        path={importsPath}
        columns={useColumns()}
        rowKey={row => row.id}
        rowLink={row => `${base}/permit-imports/${row.id}`}
        searchHint={t('search')}
        filters={[{ name: 'state', label: t('filter.state'), options: STATES.map(value => ({ value, label: t(`state.${value}`) })) }]}
        refetchMs={10_000}
        onExport={async query => location.assign(withQuery(`${importsPath}/export`, query))}
        empty={<EmptyState title={t('empty')} action={template}>{t('emptyHint')}</EmptyState>}
      />
      {open && <UploadDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function useColumns(): Column<PermitImport>[] {
  const { t } = useTranslation('permit-imports');
  const count = (key: 'created' | 'changed' | 'refused'): Column<PermitImport> => ({ key, title: t(`column.${key}`), align: 'end', ...(key === 'refused' ? { sortBy: key } : {}), render: row => <span className="hb-num">{row[key]}</span> });
  return [
    { key: 'name', title: t('column.name'), lead: true, sortBy: 'name', render: row => row.name },
    { key: 'state', title: t('column.state'), render: row => <StatusTag tone={toneOf(row.state)}>{t(`state.${row.state}`)}</StatusTag> },
    { key: 'sourceOn', title: t('column.sourceOn'), sortBy: 'sourceOn', render: row => <DateText value={row.sourceOn} /> },
    { key: 'rows', title: t('column.rows'), align: 'end', sortBy: 'rowsTotal', render: row => <span className="hb-num">{row.rowsTotal}</span> },
    count('created'), count('changed'), count('refused'),
    { key: 'by', title: t('column.by'), render: row => row.createdByName },
    { key: 'at', title: t('column.at'), wideOnly: true, sortBy: 'createdAt', render: row => <DateText value={row.createdAt} time /> },
  ];
}
