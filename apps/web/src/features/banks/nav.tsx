import { ApiOutlined, BankOutlined, EyeOutlined, FileSearchOutlined, FundOutlined, KeyOutlined, SendOutlined, UnorderedListOutlined } from '@ant-design/icons';
import type { NavEntry } from '@/app/navigation';

const key = <KeyOutlined aria-hidden />;

export const nav: readonly NavEntry[] = [
  { area: 'e', group: 'organisation', order: 70, to: '/bank-authorizations', label: { zh: '银行查询授权', en: 'Banks' }, hint: { zh: '同意、缩小、拒绝或撤销银行查询', en: 'Let a bank know, or take it back' }, icon: <BankOutlined aria-hidden />, action: 'bank-authorization.list' },
  { area: 'e', group: 'organisation', order: 71, to: '/bank-looks', label: { zh: '谁查过我们', en: 'Who looked' }, hint: { zh: '银行每次查询的时间、用途和内容', en: 'Each query of a bank' }, icon: <EyeOutlined aria-hidden />, action: 'bank-query.list' },
  { area: 'k', group: 'work', order: 10, to: '/bank-authorizations', label: { zh: '企业授权', en: 'Authorisations' }, hint: { zh: '申请授权，查看范围和期限', en: 'Ask for them, see scope and term' }, icon: key, action: 'bank-authorization.list' },
  { area: 'k', group: 'work', order: 12, to: '/bank-query', label: { zh: '查询企业', en: 'Look up' }, hint: { zh: '信用、处罚、许可证和绿色融资评分', en: 'Credit, penalties, permit and score' }, icon: <FileSearchOutlined aria-hidden />, action: 'bank-query.ask' },
  { area: 'k', group: 'work', order: 14, to: '/bank-batches', label: { zh: '批量查询', en: 'Batches' }, hint: { zh: '一次查多家，结果可下载', en: 'Many at once' }, icon: <UnorderedListOutlined aria-hidden />, action: 'bank-query.batch' },
  { area: 'k', group: 'work', order: 16, to: '/bank-looks', label: { zh: '查询记录', en: 'Queries' }, hint: { zh: '本行查过谁，企业也看得到', en: 'What we asked; enterprises see it too' }, icon: <EyeOutlined aria-hidden />, action: 'bank-query.list' },
  { area: 'k', group: 'supervise', order: 60, to: '/bank-clients', label: { zh: '接口应用', en: 'API clients' }, hint: { zh: '登记应用，生成和更换密钥', en: 'Clients and their secrets' }, icon: <ApiOutlined aria-hidden />, action: 'bank-client.list' },
  { area: 'k', group: 'supervise', order: 62, to: '/bank-webhooks', label: { zh: '变化推送', en: 'Webhooks' }, hint: { zh: '信用等级变化时通知本行系统', en: 'Told when a grade changes' }, icon: <SendOutlined aria-hidden />, action: 'bank-webhook.list' },
  { area: 'b', group: 'supervise', order: 97, to: '/bank-clients', label: { zh: '银行接口', en: 'Bank clients' }, hint: { zh: '批准或停用银行的接口应用', en: 'Approve or revoke programs of banks' }, icon: <ApiOutlined aria-hidden />, action: 'bank-client.decide' },
  { area: 'b', group: 'supervise', order: 98, to: '/bank-figures', label: { zh: '绿色金融统计', en: 'Green finance' }, hint: { zh: '授权和查询的数量', en: 'Authorisations and queries in numbers' }, icon: <FundOutlined aria-hidden />, action: 'bank-query.figures' },
];
