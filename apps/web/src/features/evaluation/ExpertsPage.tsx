import { useTranslation } from 'react-i18next';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { download } from '../market/download';
import { EXPERT_KINDS, EXPERT_STATUS, EXPERTS, SPECIALTIES, STATUS_TONE, type Expert } from './model';

const labelOf = (options: readonly { readonly value: string; readonly label: { readonly zh: string; readonly en: string } }[], value: string): string => textOf(options.find(one => one.value === value)?.label ?? value);

/** The bureau's pool of experts. */
export function ExpertsPage() {
  const { t } = useTranslation('evaluation');
  const { base, can } = useSession();
  return (
    <>
      <PageHeader title={t('experts.title')} lead={t('experts.lead')} actions={can('expert.add') && <ButtonLink to={`${base}/experts/new`} kind="primary">{t('experts.add')}</ButtonLink>} />
      <DataTable<Expert>
        caption={t('experts.caption')}
        path={EXPERTS}
        columns={[
          { key: 'name', title: t('experts.name'), lead: true, render: row => row.name },
          { key: 'unit', title: t('experts.unit'), render: row => <>{row.unit}<div className="hb-small hb-muted">{row.title}</div></> },
          { key: 'kind', title: t('experts.kind'), render: row => labelOf(EXPERT_KINDS, row.kind) },
          { key: 'specialties', title: t('experts.specialties'), render: row => row.specialties.map(one => labelOf(SPECIALTIES, one)).join('、') },
          { key: 'times', title: t('experts.times'), align: 'end', render: row => <span className="hb-num">{t('experts.timesOf', { count: row.evaluations })}</span> },
          { key: 'status', title: t('experts.status'), render: row => <StatusTag tone={STATUS_TONE[row.status]}>{labelOf(EXPERT_STATUS, row.status)}</StatusTag> },
        ]}
        rowKey={row => row.id}
        rowLink={row => `${base}/experts/${row.id}`}
        searchHint={t('experts.search')}
        filters={[
          { name: 'kind', label: t('experts.kind'), options: EXPERT_KINDS },
          { name: 'specialty', label: t('experts.specialties'), options: SPECIALTIES },
          { name: 'status', label: t('experts.status'), options: EXPERT_STATUS },
          { name: 'sort', label: t('experts.sort'), options: [{ value: 'newest', label: t('experts.byNew') }, { value: 'name', label: t('experts.byName') }] },
        ]}
        onExport={query => download(`${EXPERTS}/export`, query, `${t('experts.exportName')}.xlsx`)}
        empty={<EmptyState title={t('experts.empty')}>{t('experts.emptyHint')}</EmptyState>}
      />
    </>
  );
}
