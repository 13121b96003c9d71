import { useTranslation } from 'react-i18next';
import type { OrganisationItem } from '@/api/contract';
import { STANDING_TONE } from '@/areas/organisation/standing';
import { DataTable } from '@/shared/data/DataTable';
import type { Column, Filter } from '@/shared/data/data-table.types';
import { useSession } from '@/session/session';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';

const FILTERS: readonly Filter[] = [
  {
    name: 'status',
    label: { zh: '核验情况', en: 'Verification' },
    options: [
      { value: 'known', label: { zh: '已知，未注册', en: 'Known, not registered' } },
      { value: 'pending', label: { zh: '待核验', en: 'Awaiting verification' } },
      { value: 'active', label: { zh: '已核验', en: 'Verified' } },
      { value: 'rejected', label: { zh: '未通过', en: 'Not approved' } },
      { value: 'suspended', label: { zh: '已暂停', en: 'Suspended' } },
    ],
  },
  { name: 'change', label: { zh: '信息变更', en: 'Change of facts' }, options: [{ value: 'requested', label: { zh: '申请变更，待确认', en: 'Asked for, to be answered' } }] },
  {
    name: 'kind',
    label: { zh: '类别', en: 'Kind' },
    options: [
      { value: 'enterprise', label: { zh: '企业', en: 'Enterprise' } },
      { value: 'firm', label: { zh: '环境服务机构', en: 'Service firm' } },
    ],
  },
];

/** Organisations of the area, those waiting for verification first. */
export function OrganisationsPage() {
  const { t } = useTranslation('bureau');
  const { base } = useSession();
  const columns: readonly Column<OrganisationItem>[] = [
    { key: 'name', title: { zh: '单位名称', en: 'Name' }, render: row => row.name, lead: true },
    { key: 'kind', title: { zh: '类别', en: 'Kind' }, render: row => t(`common:orgKind.${row.kind}`) },
    { key: 'uscc', title: { zh: '统一社会信用代码', en: 'Credit code' }, render: row => <span className="hb-num">{row.uscc}</span>, wideOnly: true },
    {
      key: 'status',
      title: { zh: '核验情况', en: 'Verification' },
      render: row => <StatusTag tone={STANDING_TONE[row.status]}>{t(`common:organisation.status.${row.status}`)}</StatusTag>,
    },
    { key: 'createdAt', title: { zh: '注册日期', en: 'Registered' }, render: row => <DateText value={row.createdAt} /> },
  ];
  return (
    <>
      <PageHeader title={t('organisations.title')} lead={t('organisations.lead')} />
      <DataTable<OrganisationItem>
        caption={t('organisations.title')}
        path="/api/v1/organisations"
        columns={columns}
        filters={FILTERS}
        searchHint={{ zh: '单位名称或信用代码', en: 'Name or credit code' }}
        rowKey={row => row.id}
        rowLink={row => `${base}/organisations/${row.id}`}
      />
    </>
  );
}
