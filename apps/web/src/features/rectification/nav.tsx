import { CarryOutOutlined } from '@ant-design/icons';
import type { NavEntry } from '@/app/navigation';

const icon = <CarryOutOutlined aria-hidden />;

export const nav: readonly NavEntry[] = [
  { area: 'b', group: 'supervise', order: 14, to: '/rectifications', label: { zh: '整改', en: 'Rectifications' }, hint: { zh: '责令改正、方案、核查、延期和督办', en: 'Orders, plans, verification, extensions, supervision' }, icon, action: 'rectification.list', waits: ['rectification'] },
  { area: 'e', group: 'credit', order: 28, to: '/rectifications', label: { zh: '整改', en: 'Rectifications' }, hint: { zh: '责令改正通知、整改方案和前后照片', en: 'Orders, plans and photos' }, icon, action: 'own-rectification.list', waits: ['rectification'] },
  { area: 'f', group: 'credit', order: 16, to: '/rectifications', label: { zh: '整改', en: 'Rectifications' }, hint: { zh: '代委托企业报方案、传整改照片', en: 'Plans and evidence for clients' }, icon, action: 'own-rectification.list', waits: ['rectification'] },
];
