import { AuditOutlined, KeyOutlined, ShopOutlined, SolutionOutlined, TrophyOutlined } from '@ant-design/icons';
import type { NavEntry } from '@/app/navigation';

const TASKS = { label: { zh: '服务任务', en: 'Service tasks' }, icon: <SolutionOutlined aria-hidden />, to: '/tasks' } as const;

export const nav: readonly NavEntry[] = [
  { ...TASKS, area: 'e', group: 'market', order: 10, hint: { zh: '发布需求，密封比选服务机构', en: 'Publish needs and choose firms by sealed bids' }, action: 'task.create' },
  { ...TASKS, area: 'f', group: 'market', order: 10, hint: { zh: '查看任务，密封报价，提交成果', en: 'Find tasks, bid sealed, deliver' }, action: 'task.list' },
  { ...TASKS, area: 'b', group: 'market', order: 10, hint: { zh: '查看服务任务，见证开标', en: 'See tasks, witness openings' }, action: 'task.list' },
  { area: 'f', group: 'market', order: 20, to: '/profile', label: { zh: '服务信息', en: 'Firm profile' }, hint: { zh: '公开名录里的介绍与服务范围', en: 'What the public register shows' }, icon: <ShopOutlined aria-hidden />, action: 'firm-profile.edit' },
  { area: 'f', group: 'market', order: 30, to: '/qualifications', label: { zh: '资质证书', en: 'Qualifications' }, hint: { zh: '登记资质，查看核验结果', en: 'Register and follow verification' }, icon: <TrophyOutlined aria-hidden />, action: 'firm-profile.edit' },
  { area: 'b', group: 'supervise', order: 70, to: '/qualifications', label: { zh: '资质核验', en: 'Qualifications' }, hint: { zh: '核验服务机构的资质', en: 'Verify firms’ qualifications' }, icon: <AuditOutlined aria-hidden />, action: 'qualification.queue' },
  { area: 'b', group: 'supervise', order: 90, to: '/witness-keys', label: { zh: '见证钥匙', en: 'Witness keys' }, hint: { zh: '企业遗失钥匙时用于开标', en: 'Opens bids when a key is lost' }, icon: <KeyOutlined aria-hidden />, action: 'witness-key.set' },
];
