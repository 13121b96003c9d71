import { DatabaseOutlined } from '@ant-design/icons';
import type { NavEntry } from '@/app/navigation';

const icon = <DatabaseOutlined aria-hidden />;

export const nav: readonly NavEntry[] = [
  { area: 'b', group: 'supervise', order: 96, to: '/kept-facts', label: { zh: '环境数据登记', en: 'Kept data' }, hint: { zh: '绩效等级、在线小时数、碳排放，两人确认', en: 'Grades, online hours, carbon; two persons' }, icon, action: 'kept-fact.list' },
  { area: 'e', group: 'organisation', order: 72, to: '/kept-facts', label: { zh: '登记的数据', en: 'Kept data' }, hint: { zh: '主管部门登记了我们什么，可请求更正', en: 'What the bureau keeps of us' }, icon, action: 'kept-fact.list' },
];
