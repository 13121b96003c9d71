import { FileDoneOutlined, InboxOutlined, SafetyCertificateOutlined } from '@ant-design/icons';
import type { NavEntry } from '@/app/navigation';

const PERMITS = { group: 'work', order: 10, to: '/permits', label: { zh: '排污许可', en: 'Permits' }, icon: <FileDoneOutlined aria-hidden />, action: 'permit-application.list' } as const;

export const nav: readonly NavEntry[] = [
  { ...PERMITS, area: 'e', hint: { zh: '申请许可证，查看进度和证书', en: 'Apply, follow, find certificates' }, waits: ['permit-application', 'permit-request'] },
  { ...PERMITS, area: 'f', hint: { zh: '代委托企业填报和办理', en: 'Fill in and follow for clients' }, waits: ['permit-application', 'permit-request'] },
  { area: 'b', group: 'work', order: 10, to: '/permits', label: { zh: '办件队列', en: 'Queue' }, hint: { zh: '认领、受理、审查、决定', en: 'Claim, accept, review, decide' }, icon: <InboxOutlined aria-hidden />, action: 'case.read', waits: ['permit-application'] },
  { area: 'b', group: 'work', order: 11, to: '/certificates', label: { zh: '许可证', en: 'Permits' }, hint: { zh: '有效、临期和已终止的许可证，处理和比较', en: 'What holds, ends soon or has ended' }, icon: <SafetyCertificateOutlined aria-hidden />, action: 'permit.list' },
];
