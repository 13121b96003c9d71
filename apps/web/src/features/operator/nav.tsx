import { DashboardOutlined, HistoryOutlined } from '@ant-design/icons';
import type { NavEntry } from '@/app/navigation';

export const nav: readonly NavEntry[] = [
  { area: 'b', group: 'operate', order: 92, to: '/audit-log', label: { zh: '操作日志', en: 'Audit log' }, hint: { zh: '谁在何时对哪条记录做了什么', en: 'Who did what when on which record' }, icon: <HistoryOutlined />, action: 'platform.audit.read' },
  { area: 'b', group: 'operate', order: 94, to: '/system', label: { zh: '系统运行', en: 'System' }, hint: { zh: '后台任务、数据库、审计链的情况', en: 'Background jobs, database, audit chain' }, icon: <DashboardOutlined />, action: 'platform.system.read' },
];
