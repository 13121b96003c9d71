import { AppstoreOutlined, AuditOutlined, BarChartOutlined, CarryOutOutlined, FileTextOutlined, SafetyOutlined } from '@ant-design/icons';
import type { NavEntry } from '@/app/navigation';

const RETAINERS = { group: 'market', order: 30, to: '/retainers', label: { zh: '环保管家', en: 'Stewardship' }, icon: <SafetyOutlined aria-hidden />, action: 'retainer.list' } as const;
const VISITS = { group: 'market', order: 31, to: '/steward-visits', label: { zh: '巡查', en: 'Visits' }, icon: <CarryOutOutlined aria-hidden />, action: 'stewardship.list' } as const;
const FINDINGS = { group: 'market', order: 32, to: '/steward-findings', label: { zh: '问题与整改', en: 'Findings' }, icon: <AuditOutlined aria-hidden />, action: 'stewardship.list' } as const;
const REPORTS = { group: 'market', order: 33, to: '/steward-reports', label: { zh: '管家月报', en: 'Monthly reports' }, icon: <FileTextOutlined aria-hidden />, action: 'stewardship.list' } as const;

export const nav: readonly NavEntry[] = [
  { ...RETAINERS, area: 'e', hint: { zh: '委托机构按年照管，查看服务情况', en: 'A firm cares for you by the year' } },
  { ...FINDINGS, area: 'e', hint: { zh: '答复管家发现的问题', en: 'Answer what your steward has found' } },
  { ...VISITS, area: 'e' },
  { ...REPORTS, area: 'e' },
  { ...RETAINERS, area: 'f', hint: { zh: '接受委托，照管企业和园区', en: 'Enterprises and parks in your care' } },
  { ...VISITS, area: 'f', hint: { zh: '按计划到现场检查', en: 'Check on site as planned' } },
  { ...FINDINGS, area: 'f' },
  { ...REPORTS, area: 'f' },
  { area: 'b', group: 'supervise', order: 90, to: '/steward-quality', label: { zh: '管家服务质量', en: 'Quality of stewards' }, hint: { zh: '各机构巡查、整改和月报的及时情况', en: 'Visits, findings and reports in time' }, icon: <BarChartOutlined aria-hidden />, action: 'steward-quality.list' },
  { area: 'b', group: 'supervise', order: 91, to: '/parks', label: { zh: '园区', en: 'Parks' }, icon: <AppstoreOutlined aria-hidden />, action: 'park.list' },
  { area: 'b', group: 'supervise', order: 92, to: '/retainers', label: { zh: '园区环保管家', en: 'Stewards of parks' }, icon: <SafetyOutlined aria-hidden />, action: 'retainer.list' },
];
