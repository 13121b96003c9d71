import { ApiOutlined, BookOutlined } from '@ant-design/icons';
import type { NavEntry } from '@/app/navigation';

const RECORDS = { to: '/records', label: { zh: '台账与监测', en: 'Ledgers and monitoring' }, icon: <BookOutlined aria-hidden />, action: 'ledger.list' } as const;

export const nav: readonly NavEntry[] = [
  { ...RECORDS, area: 'e', group: 'work', order: 14, hint: { zh: '每天记台账，录监测结果，看排放量', en: 'Daily entries, monitoring results, amounts' } },
  { ...RECORDS, area: 'f', group: 'work', order: 14, hint: { zh: '代委托企业记台账、录监测结果', en: 'Enter ledgers and results for clients' } },
  { ...RECORDS, area: 'b', group: 'supervise', order: 24, hint: { zh: '企业的台账、自行监测和超标情况', en: 'Ledgers, self-monitoring and exceedances' } },
  { area: 'e', group: 'organisation', order: 88, to: '/api-tokens', label: { zh: '接口密钥', en: 'API keys' }, hint: { zh: '让生产系统自动上报台账和监测数据', en: 'Let your own systems send records' }, icon: <ApiOutlined aria-hidden />, action: 'api-token.manage' },
];
