import { CalendarOutlined, SafetyCertificateOutlined } from '@ant-design/icons';
import type { NavEntry } from '@/app/navigation';

export const nav: readonly NavEntry[] = [
  {
    area: 'b',
    group: 'supervise',
    order: 60,
    to: '/organisations',
    label: { zh: '单位核验', en: 'Organisations' },
    hint: { zh: '核验注册单位，暂停和恢复', en: 'Verify, suspend and reinstate organisations' },
    icon: <SafetyCertificateOutlined aria-hidden />,
    action: 'organisation.verify',
  },
  {
    area: 'b',
    group: 'supervise',
    order: 64,
    to: '/holidays',
    label: { zh: '节假日', en: 'Holidays' },
    hint: { zh: '放假和调休安排，期限按它计算', en: 'The calendar by which periods are counted' },
    icon: <CalendarOutlined aria-hidden />,
    action: 'holiday.read',
  },
];
