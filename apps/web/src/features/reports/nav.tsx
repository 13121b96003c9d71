import { FileDoneOutlined } from '@ant-design/icons';
import type { NavEntry } from '@/app/navigation';

const REPORTS = { group: 'work', order: 15, to: '/reports', label: { zh: '执行报告', en: 'Execution reports' }, icon: <FileDoneOutlined aria-hidden />, action: 'execution-report.list' } as const;

export const nav: readonly NavEntry[] = [
  { ...REPORTS, area: 'e', hint: { zh: '按许可证填写年报、季报、月报', en: 'Yearly, quarterly and monthly reports of the permit' } },
  { ...REPORTS, area: 'f', hint: { zh: '为委托企业填写执行报告', en: 'Reports for clients' } },
  { ...REPORTS, area: 'b', group: 'supervise', order: 22, hint: { zh: '审核持证单位提交的执行报告', en: 'Check reports of permit holders' } },
];
