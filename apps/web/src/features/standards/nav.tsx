import { FileProtectOutlined, SafetyCertificateOutlined } from '@ant-design/icons';
import type { NavEntry } from '@/app/navigation';

export const nav: readonly NavEntry[] = [
  { area: 'b', group: 'supervise', order: 70, to: '/limits', label: { zh: '标准与限值', en: 'Standards and limits' }, hint: { zh: '排放标准、限值和它们的改动', en: 'Emission standards, limits and their changes' }, icon: <FileProtectOutlined aria-hidden />, action: 'limit.read' },
  { area: 'b', group: 'operate', order: 80, to: '/reference-data', label: { zh: '参考数据核对', en: 'Reference data' }, hint: { zh: '哪些数值还没有人对照原文核实', en: 'What nobody has compared with the text yet' }, icon: <SafetyCertificateOutlined aria-hidden />, action: 'reference.read' },
];
