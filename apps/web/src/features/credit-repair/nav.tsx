import { FileProtectOutlined, FormOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import type { NavEntry } from '@/app/navigation';

const repair = { label: { zh: '信用修复', en: 'Credit repair' }, icon: <FormOutlined aria-hidden /> };
const appeal = { label: { zh: '信用异议', en: 'Credit appeals' }, icon: <QuestionCircleOutlined aria-hidden /> };

export const nav: readonly NavEntry[] = [
  { area: 'e', group: 'credit', order: 27, to: '/credit-repairs', ...repair, hint: { zh: '哪条信息、从哪天起、需要什么', en: 'Which events, from when, with what' }, action: 'credit-repair.list', waits: ['credit-repair', 'credit-appeal'] },
  { area: 'f', group: 'credit', order: 45, to: '/credit-repairs', ...repair, hint: { zh: '哪条信息、从哪天起、需要什么', en: 'Which events, from when, with what' }, action: 'credit-repair.list', waits: ['credit-repair', 'credit-appeal'] },
  { area: 'b', group: 'work', order: 42, to: '/credit-repairs', ...repair, hint: { zh: '受理、核实、决定', en: 'Accepted, verified, decided' }, icon: <FileProtectOutlined aria-hidden />, action: 'credit-repair.export', waits: ['credit-repair'] },
  { area: 'b', group: 'work', order: 43, to: '/credit-appeals', ...appeal, hint: { zh: '受理后暂停公示，核实后决定', en: 'Publication rests until decided' }, action: 'credit-appeal.export', waits: ['credit-appeal'] },
];
