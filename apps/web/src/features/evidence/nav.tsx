import { AuditOutlined, DiffOutlined } from '@ant-design/icons';
import type { NavEntry } from '@/app/navigation';

const SIGNATURES = { to: '/signatures', label: { zh: '签署存证', en: 'Signatures' }, icon: <AuditOutlined aria-hidden />, action: 'signature.list' } as const;

export const nav: readonly NavEntry[] = [
  ...(['e', 'f'] as const).map((area): NavEntry => ({ ...SIGNATURES, area, group: 'organisation', order: 84, hint: { zh: '签过什么、下载存证，不是您签的可以否认', en: 'What was signed; download, or say it was not you' } })),
  { ...SIGNATURES, area: 'b', group: 'supervise', order: 64, hint: { zh: '核验签署，处理被否认的签署', en: 'Check signatures, decide on repudiations' } },
  { area: 'b', group: 'supervise', order: 62, to: '/suspicions', label: { zh: '材料比对', en: 'Documents compared' }, hint: { zh: '不同企业材料雷同、时间地点异常的提示', en: 'Papers of different applicants that are alike, or cannot be' }, icon: <DiffOutlined aria-hidden />, action: 'suspicion.list' },
];
