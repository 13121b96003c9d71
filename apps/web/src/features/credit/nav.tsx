import { AuditOutlined, FileDoneOutlined, SafetyCertificateOutlined, UnorderedListOutlined } from '@ant-design/icons';
import type { NavEntry } from '@/app/navigation';

const icon = <SafetyCertificateOutlined aria-hidden />;

export const nav: readonly NavEntry[] = [
  { area: 'e', group: 'credit', order: 26, to: '/credit', label: { zh: '我的环境信用', en: 'My credit' }, hint: { zh: '得分、等级、依据和修复日期', en: 'Score, grade, every line, next repair' }, icon, action: 'credit.read' },
  { area: 'f', group: 'credit', order: 44, to: '/credit', label: { zh: '我的环境信用', en: 'My credit' }, hint: { zh: '得分、等级、依据和修复日期', en: 'Score, grade, every line, next repair' }, icon, action: 'credit.read' },
  { area: 'b', group: 'supervise', order: 26, to: '/credit', label: { zh: '环境信用', en: 'Credit' }, hint: { zh: '企业和机构的得分、等级和事件', en: 'Scores, grades and events' }, icon, action: 'credit.list' },
  { area: 'b', group: 'supervise', order: 27, to: '/credit-entries', label: { zh: '信用事件登记', en: 'Credit entries' }, hint: { zh: '登记、两人确认、撤销', en: 'Entered, confirmed by two, revoked' }, icon: <FileDoneOutlined aria-hidden />, action: 'credit-entry.list' },
  { area: 'b', group: 'supervise', order: 28, to: '/credit-schemes', label: { zh: '信用评价方案', en: 'Credit schemes' }, hint: { zh: '起草、模拟影响、发布', en: 'Drafted, simulated, published' }, icon: <AuditOutlined aria-hidden />, action: 'credit-scheme.read' },
  { area: 'b', group: 'supervise', order: 29, to: '/credit-lists', label: { zh: '差别措施名单', en: 'Lists of measures' }, hint: { zh: '各等级的措施和名单，供部门使用', en: 'Who is under which measure' }, icon: <UnorderedListOutlined aria-hidden />, action: 'credit.export-lists' },
];
