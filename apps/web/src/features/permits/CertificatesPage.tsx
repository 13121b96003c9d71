import { useTranslation } from 'react-i18next';
import { withQuery } from '@/api/rest';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import type { PermitRow } from './model';
import { permitsPath, usePermitColumns, usePermitFilters, useRegisterFilters } from './permit-list';

/** Every permit of the officer's region: what holds, what ends soon, what was ended. */
export function CertificatesPage() {
  const { t } = useTranslation('permits');
  const { base } = useSession();
  const filters = [...usePermitFilters(), ...useRegisterFilters()];
  return (
    <>
      <PageHeader title={t('list.permits')} lead={t('list.leadBureau')} />
      <DataTable<PermitRow>
        caption={t('list.permitsCaption')}
        path={permitsPath}
        columns={usePermitColumns()}
        rowKey={row => row.id}
        rowLink={row => `${base}/certificates/${row.id}`}
        searchHint={t('list.searchPermits')}
        filters={filters}
        empty={<EmptyState title={t('list.noPermits')} />}
        onExport={async query => location.assign(withQuery(`${permitsPath}/export`, query))}
      />
    </>
  );
}
