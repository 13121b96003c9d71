import type { OrgKind } from '@/api/contract';
import type { Text } from '@/i18n';

interface OpenRecord {
  readonly to: string;
  readonly label: Text;
  readonly hint: Text;
}

const PERMITS: OpenRecord = {
  to: '/permits',
  label: { zh: '排污许可证公开查询', en: 'Public register of permits' },
  hint: { zh: '核对一家企业有没有许可证、是否在有效期内、许可排放什么', en: 'Whether an enterprise holds a permit, until when, and for what' },
};
const FIRMS: OpenRecord = {
  to: '/firms',
  label: { zh: '环境服务机构', en: 'Service firms' },
  hint: { zh: '已核验的机构、资质和服务评价', en: 'Verified firms, their qualifications and ratings' },
};

/** What is open to everybody and of use to bodies that keep no cases of their own here. */
export const OPEN_RECORDS: Partial<Record<OrgKind, readonly OpenRecord[]>> = { bank: [PERMITS, FIRMS], department: [PERMITS, FIRMS] };
