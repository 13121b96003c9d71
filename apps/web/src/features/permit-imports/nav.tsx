import { ImportOutlined } from '@ant-design/icons';
import type { NavEntry } from '@/app/navigation';

export const nav: readonly NavEntry[] = [
  {
    area: 'b', group: 'supervise', order: 62, to: '/permit-imports', label: { zh: '许可证名单导入', en: 'Lists of permits' },
    hint: { zh: '把国家平台的许可证名单导入本平台', en: 'Take over lists of the national platform' }, icon: <ImportOutlined aria-hidden />, action: 'permit-import.list',
  },
];
