import { FileDoneOutlined, FolderOpenOutlined, MessageOutlined, StopOutlined } from '@ant-design/icons';
import type { NavEntry } from '@/app/navigation';

const CONTRACTS = { label: { zh: '服务合同', en: 'Contracts' }, icon: <FileDoneOutlined aria-hidden />, to: '/contracts', group: 'market', order: 15, action: 'contract.list' } as const;

const DELIVERABLES = { label: { zh: '成果资料', en: 'Deliverables' }, icon: <FolderOpenOutlined aria-hidden />, to: '/deliverables', group: 'market', order: 16, action: 'deliverable.list' } as const;

const UNSIGNED = { label: { zh: '取消中选', en: 'Unsigned awards' }, icon: <StopOutlined aria-hidden />, to: '/award-cancellations', action: 'award-cancellation.list' } as const;

export const nav: readonly NavEntry[] = [
  { ...CONTRACTS, area: 'e', hint: { zh: '起草、签署合同，按里程碑验收付款', en: 'Draft, sign, accept and pay by milestones' } },
  { ...CONTRACTS, area: 'f', hint: { zh: '确认、签署合同，按里程碑交付收款', en: 'Agree, sign, deliver and be paid by milestones' } },
  { ...DELIVERABLES, area: 'e', hint: { zh: '验收通过的报告和文件，按类别归档', en: 'Accepted reports and papers by kind' } },
  { ...DELIVERABLES, area: 'f', hint: { zh: '已验收的成果归到了哪里', en: 'Where accepted work went' } },
  { ...UNSIGNED, area: 'e', group: 'market', order: 17, hint: { zh: '中选后没有签合同的任务，办到哪一步', en: 'Where awards without a contract stand' } },
  { ...UNSIGNED, area: 'f', group: 'market', order: 17, hint: { zh: '本机构被取消中选和投诉委托方不签合同的事项', en: 'Your cancelled awards, and complaints that a client will not sign' } },
  { ...UNSIGNED, area: 'b', group: 'supervise', order: 86, hint: { zh: '裁定取消中选的异议和不签合同的投诉', en: 'Rule on contested cancellations and unsigned awards' } },
  { area: 'b', group: 'supervise', order: 85, to: '/disputes', label: { zh: '合同争议', en: 'Contract disputes' }, hint: { zh: '受理并调解服务合同争议', en: 'Mediate disputes of service contracts' }, icon: <MessageOutlined aria-hidden />, action: 'contract-dispute.list' },
];
