import { SolutionOutlined } from '@ant-design/icons';
import type { NavEntry } from '@/app/navigation';

const REGISTRATIONS = { group: 'work', order: 12, to: '/registrations', label: { zh: '排污登记', en: 'Registrations' }, icon: <SolutionOutlined aria-hidden />, action: 'permit-registration.list' } as const;

export const nav: readonly NavEntry[] = [
  { ...REGISTRATIONS, area: 'e', hint: { zh: '排放很少的单位填登记表，马上得到回执', en: 'Small dischargers register and get a receipt at once' } },
  { ...REGISTRATIONS, area: 'f', hint: { zh: '代委托企业登记', en: 'Register for clients' } },
  { ...REGISTRATIONS, area: 'b', group: 'supervise', order: 20, hint: { zh: '本辖区登记管理的单位', en: 'Registered units of the region' } },
];
