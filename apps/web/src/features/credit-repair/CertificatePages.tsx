import { useTranslation } from 'react-i18next';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { download } from '../market/download';
import { CERTIFICATES, SUBJECTS, useSubject, type Certificate } from './model';

/** What stayed of events that have ended. */
export function CertificateListPage() {
  const { t } = useTranslation('credit-repair');
  const { base } = useSession();
  const path = `${SUBJECTS}/${useSubject()}/certificates`;
  const columns: Column<Certificate>[] = [
    { key: 'event', title: t('field.event'), lead: true, render: row => <>{row.eventTitle}{row.documentNo && <div className="hb-small hb-muted">{row.documentNo}</div>}</> },
    { key: 'kind', title: t('certificates.kind'), render: row => <>{t(`certificates.kinds.${row.kind}`)} {row.revokedOn && <StatusTag tone="danger">{t('certificates.void', { day: row.revokedOn })}</StatusTag>}</> },
    { key: 'number', title: t('field.number'), render: row => <span className="hb-num">{row.number}</span> },
    { key: 'ended', title: t('certificates.ended'), render: row => <DateText value={row.endedOn} /> },
    { key: 'issued', title: t('certificates.issued'), sortBy: 'at', render: row => <DateText value={row.issuedOn} /> },
  ];
  return (
    <>
      <PageHeader title={t('certificates.title')} lead={t('certificates.lead')} back={{ to: `${base}/credit-repairs`, label: t('options.title') }} />
      <DataTable<Certificate>
        caption={t('certificates.title')}
        path={path}
        columns={columns}
        rowKey={row => row.id}
        rowActions={row => (row.fileId ? <a href={`/api/v1/files/${row.fileId}/content`}>{t('certificates.download')}</a> : <span className="hb-muted">{t('page.drawing')}</span>)}
        defaultSort="-at"
        searchHint={t('certificates.search')}
        filters={[{ name: 'kind', label: t('certificates.kind'), options: CERTIFICATES.map(value => ({ value, label: t(`certificates.kinds.${value}`) })) }]}
        onExport={query => download(`${path}/export`, query, `${t('certificates.title')}.xlsx`)}
        empty={<EmptyState title={t('certificates.empty')} />}
      />
    </>
  );
}
