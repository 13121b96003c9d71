import { CompassOutlined, FileProtectOutlined, ProfileOutlined, TeamOutlined, UserSwitchOutlined } from '@ant-design/icons';
import type { NavEntry } from '@/app/navigation';

export const nav: readonly NavEntry[] = [
  { area: 'e', group: 'market', order: 5, to: '/service-needs', label: { zh: '我需要什么服务', en: 'What do I need?' }, hint: { zh: '按许可证和待办事项列出需要的服务', en: 'Services your permits and duties call for' }, icon: <CompassOutlined aria-hidden />, action: 'service-need.read' },
  { area: 'f', group: 'market', order: 35, to: '/people', label: { zh: '人员与负责人', en: 'People' }, hint: { zh: '持证人员、项目负责人和在办任务', en: 'Certified people, engineers, tasks in hand' }, icon: <TeamOutlined aria-hidden />, action: 'firm-person.own' },
  { area: 'f', group: 'market', order: 40, to: '/integrity', label: { zh: '失信记分', en: 'Integrity points' }, hint: { zh: '目前记分、影响和异议', en: 'Points, what they mean, objections' }, icon: <FileProtectOutlined aria-hidden />, action: 'integrity-point.list' },
  { area: 'b', group: 'supervise', order: 72, to: '/person-flags', label: { zh: '人员重复登记', en: 'People in two firms' }, hint: { zh: '核实兼职、挂证和未登记的离职', en: 'Part-time work and lent certificates' }, icon: <UserSwitchOutlined aria-hidden />, action: 'person-flag.list' },
  { area: 'b', group: 'supervise', order: 74, to: '/integrity-points', label: { zh: '失信记分', en: 'Integrity points' }, hint: { zh: '两人记分，答复异议', en: 'Two-person points and objections' }, icon: <FileProtectOutlined aria-hidden />, action: 'integrity-point.list' },
  { area: 'b', group: 'supervise', order: 76, to: '/services', label: { zh: '服务目录维护', en: 'Catalogue of services' }, hint: { zh: '服务内容、资质要求和依据', en: 'What services are and ask for' }, icon: <ProfileOutlined aria-hidden />, action: 'catalogue.read' },
];
