import { BankOutlined, BellOutlined, HomeOutlined, SolutionOutlined, TeamOutlined } from '@ant-design/icons';
import type { Area, NavEntry } from '@/app/navigation';

const everywhere = (entry: Omit<NavEntry, 'area'>): NavEntry[] => (['e', 'f', 'b', 'k'] as const).map((area: Area) => ({ area, ...entry }));

export const nav: readonly NavEntry[] = [
  ...everywhere({ group: 'work', order: 0, to: '', label: { zh: '工作台', en: 'Desk' }, icon: <HomeOutlined aria-hidden /> }),
  ...(['e', 'f'] as const).map(
    (area): NavEntry => ({
      area,
      group: 'organisation',
      order: 80,
      to: '/mandates',
      label: { zh: '授权委托', en: 'Mandates' },
      hint: { zh: '谁可以代谁办理哪些事，到什么时候', en: 'Who may act for whom, in what, until when' },
      icon: <SolutionOutlined aria-hidden />,
    }),
  ),
  ...everywhere({
    group: 'organisation',
    order: 82,
    to: '/members',
    label: { zh: '成员与邀请', en: 'Members' },
    hint: { zh: '邀请同事，分配角色', en: 'Invite colleagues and give them roles' },
    icon: <TeamOutlined aria-hidden />,
  }),
  ...everywhere({
    group: 'organisation',
    order: 84,
    to: '/organisation',
    label: { zh: '单位信息', en: 'Organisation' },
    hint: { zh: '登记信息和核验情况', en: 'Registered details and verification' },
    icon: <BankOutlined aria-hidden />,
  }),
  ...everywhere({
    group: 'organisation',
    order: 86,
    to: '/notifications',
    label: { zh: '通知', en: 'Notifications' },
    hint: { zh: '与您有关的消息，都在这里', en: 'Everything that concerns you' },
    icon: <BellOutlined aria-hidden />,
  }),
];
