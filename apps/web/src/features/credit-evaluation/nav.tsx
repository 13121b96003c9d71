import { CalendarOutlined, SolutionOutlined } from '@ant-design/icons';
import type { NavEntry } from '@/app/navigation';

export const nav: readonly NavEntry[] = [
  { area: 'e', group: 'credit', order: 28, to: '/credit-evaluations', label: { zh: '年度信用评价', en: 'Annual evaluation' }, hint: { zh: '自查自报、初评结果和反馈书', en: 'Self-report, result and letter' }, icon: <SolutionOutlined aria-hidden />, action: 'credit-evaluation.list', waits: ['credit-evaluation'] },
  { area: 'f', group: 'credit', order: 17, to: '/credit-evaluations', label: { zh: '年度信用评价', en: 'Annual evaluation' }, hint: { zh: '代委托企业自查自报、看结果', en: 'Self-reports and results of clients' }, icon: <SolutionOutlined aria-hidden />, action: 'credit-evaluation.list', waits: ['credit-evaluation'] },
  { area: 'b', group: 'supervise', order: 30, to: '/evaluation-years', label: { zh: '年度信用评价', en: 'Annual evaluation' }, hint: { zh: '名单、进度、公示、审定和公布', en: 'Lists, progress, publicity, publication' }, icon: <CalendarOutlined aria-hidden />, action: 'evaluation-year.read' },
  { area: 'b', group: 'work', order: 44, to: '/credit-evaluations', label: { zh: '年度评价办件', en: 'Evaluations' }, hint: { zh: '初核、复核、异议', en: 'Checks, reviews, objections' }, icon: <SolutionOutlined aria-hidden />, action: 'credit-evaluation.export', waits: ['credit-evaluation'] },
];
