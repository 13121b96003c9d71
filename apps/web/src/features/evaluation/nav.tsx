import { AuditOutlined, TeamOutlined } from '@ant-design/icons';
import type { NavEntry } from '@/app/navigation';

const COMPLAINTS = { label: { zh: '评标投诉', en: 'Tender complaints' }, icon: <AuditOutlined aria-hidden />, to: '/tender-complaints', action: 'tender-complaint.list' } as const;

export const nav: readonly NavEntry[] = [
  { area: 'b', group: 'supervise', order: 78, to: '/experts', label: { zh: '评标专家库', en: 'Experts' }, hint: { zh: '登记专家，供评标委员会随机抽取', en: 'Committees are drawn from here' }, icon: <TeamOutlined aria-hidden />, action: 'expert.list' },
  { ...COMPLAINTS, area: 'b', group: 'supervise', order: 87, hint: { zh: '受理和处理对评标结果的投诉', en: 'Take up and decide complaints about evaluations' } },
  { ...COMPLAINTS, area: 'e', group: 'market', order: 18, hint: { zh: '投标机构对评标结果的投诉，办到哪一步', en: 'Where complaints about your evaluations stand' } },
  { ...COMPLAINTS, area: 'f', group: 'market', order: 18, hint: { zh: '本机构对评标结果的投诉', en: 'Your complaints about evaluations' } },
];
