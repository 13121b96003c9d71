import { AimOutlined, IdcardOutlined, LikeOutlined, UnorderedListOutlined } from '@ant-design/icons';
import type { NavEntry } from '@/app/navigation';

export const nav: readonly NavEntry[] = [
  { area: 'b', group: 'supervise', order: 11, to: '/inspection-draws', label: { zh: '双随机抽取', en: 'Draws' }, hint: { zh: '抽取检查对象和执法人员，可核验', en: 'Whom to visit, by lot, verifiable' }, icon: <AimOutlined aria-hidden />, action: 'inspection-draw.list' },
  { area: 'b', group: 'supervise', order: 12, to: '/draw-targets', label: { zh: '检查对象名录', en: 'Inspected units' }, icon: <UnorderedListOutlined aria-hidden />, action: 'draw-target.list' },
  { area: 'b', group: 'supervise', order: 13, to: '/enforcement-officers', label: { zh: '执法人员名录', en: 'Officers' }, icon: <IdcardOutlined aria-hidden />, action: 'enforcement-officer.list' },
  { area: 'b', group: 'supervise', order: 14, to: '/positive-list', label: { zh: '监督执法正面清单', en: 'Positive list' }, icon: <LikeOutlined aria-hidden />, action: 'positive-entry.list' },
  { area: 'e', group: 'credit', order: 28, to: '/positive-list', label: { zh: '监督执法正面清单', en: 'Positive list' }, hint: { zh: '非必要不现场检查的单位', en: 'Who is not visited without need' }, icon: <LikeOutlined aria-hidden />, action: 'positive-entry.list' },
];
