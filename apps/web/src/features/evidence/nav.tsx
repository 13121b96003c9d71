import { AuditOutlined } from '@ant-design/icons';
import type { NavEntry } from '@/app/navigation';

const SIGNATURES = { to: '/signatures', label: { zh: '签署存证', en: 'Signatures' }, icon: <AuditOutlined aria-hidden />, action: 'signature.list' } as const;

export const nav: readonly NavEntry[] = [
  ...(['e', 'f'] as const).map((area): NavEntry => ({ ...SIGNATURES, area, group: 'organisation', order: 84, hint: { zh: '签过什么、下载存证，不是您签的可以否认', en: 'What was signed; download, or say it was not you' } })),
  { ...SIGNATURES, area: 'b', group: 'supervise', order: 64, hint: { zh: '核验签署，处理被否认的签署', en: 'Check signatures, decide on repudiations' } },
];
