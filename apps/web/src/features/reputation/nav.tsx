import { AlertOutlined } from '@ant-design/icons';
import type { NavEntry } from '@/app/navigation';

export const nav: readonly NavEntry[] = [
  { area: 'f', group: 'market', order: 42, to: '/findings', label: { zh: '认定与申辩', en: 'Findings' }, hint: { zh: '造假、失责认定，陈述和异议', en: 'What is brought against you, and your word' }, icon: <AlertOutlined aria-hidden />, action: 'firm-finding.list' },
  { area: 'b', group: 'supervise', order: 75, to: '/firm-findings', label: { zh: '造假与失责认定', en: 'Fraud and fault' }, hint: { zh: '两人认定，退出排名，记入信用', en: 'Two-person findings against firms' }, icon: <AlertOutlined aria-hidden />, action: 'firm-finding.list' },
];
