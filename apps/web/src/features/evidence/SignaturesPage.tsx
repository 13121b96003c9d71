import { useTranslation } from 'react-i18next';
import { withQuery } from '@/api/rest';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { download, signaturesPath, STATUS_TONE, STATUSES, type SignatureRow } from './model';

/** What I or my organisation signed; for the bureau, what was signed towards it. */
export function SignaturesPage() {
  const { t } = useTranslation('evidence');
  const { base, organisation } = useSession();
  const isBureau = organisation?.orgKind === 'bureau';
  const columns: Column<SignatureRow>[] = [
    { key: 'what', title: t('list.column.what'), lead: true, render: row => textOf(row.what) },
    ...(isBureau || organisation?.orgKind === 'firm' ? [{ key: 'owner', title: t('list.column.owner'), render: (row: SignatureRow) => row.ownerName }] : []),
    { key: 'signer', title: t('list.column.signer'), render: row => <>{row.signerName}{row.signerOrgName && row.signerOrgName !== row.ownerName && <span className="hb-small hb-muted"> {row.signerOrgName}</span>}</> },
    { key: 'at', title: t('list.column.at'), render: row => <DateText value={row.signedAt} time /> },
    { key: 'status', title: t('list.column.status'), render: row => <StatusTag tone={STATUS_TONE[row.status]}>{t(`status.${row.status}`)}</StatusTag> },
  ];
  return (
    <>
      <PageHeader title={t('list.title')} lead={t(isBureau ? 'list.leadBureau' : 'list.lead')} />
      <DataTable<SignatureRow>
        caption={t('list.title')}
        path={signaturesPath}
        columns={columns}
        rowKey={row => row.id}
        rowLink={row => `${base}/signatures/${row.id}`}
        searchHint={t('list.search')}
        filters={[
          { name: 'status', label: t('list.column.status'), options: STATUSES.map(value => ({ value, label: t(`status.${value}`) })) },
          ...(isBureau ? [] : [{ name: 'mine', label: t('list.whose'), options: [{ value: 'true', label: t('list.mine') }] }]),
        ]}
        onExport={query => download(withQuery(`${signaturesPath}/export`, query), `${t('list.title')}.xlsx`)}
        empty={<EmptyState title={t('list.empty')}>{t('list.emptyHint')}</EmptyState>}
      />
    </>
  );
}
