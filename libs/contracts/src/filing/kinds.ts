import type { ServiceTask } from '@huanbao/marketplace';

/** What an accepted deliverable is: by it an enterprise finds it again, and it is known where it belongs. */
export const DELIVERABLE_KINDS = {
  eia: { zh: '环评文件', en: 'Environmental impact assessment' },
  permit: { zh: '排污许可材料', en: 'Permit papers' },
  monitoring: { zh: '自行监测报告', en: 'Self-monitoring report' },
  survey: { zh: '调查与验收监测', en: 'Surveys and acceptance monitoring' },
  plan: { zh: '预案与管理方案', en: 'Plans' },
  report: { zh: '执行报告与核算', en: 'Reports and accounting' },
  engineering: { zh: '工程资料', en: 'Engineering' },
  disposal: { zh: '处置凭证', en: 'Proof of disposal' },
  other: { zh: '其他成果', en: 'Other' },
} as const;

export type DeliverableKind = keyof typeof DELIVERABLE_KINDS;

const BY_SERVICE: Readonly<Record<string, DeliverableKind>> = {
  'eia-report': 'eia', 'eia-form': 'eia',
  'permit-application': 'permit', 'permit-change': 'permit', 'permit-renewal': 'permit', 'permit-cancellation': 'permit',
  'self-monitoring': 'monitoring', 'noise-testing': 'monitoring', 'soil-groundwater': 'monitoring', 'cems-comparison': 'monitoring', ldar: 'monitoring',
  'baseline-monitoring': 'survey', 'acceptance-monitoring': 'survey', 'site-sampling': 'survey', 'soil-report': 'survey', 'remediation-assessment': 'survey', 'radiation-testing': 'survey',
  'emergency-plan': 'plan', 'hazardous-plan': 'plan', 'dismantling-plan': 'plan', 'cleaner-production': 'plan', 'rating-a': 'plan',
  'execution-report': 'report', 'ledger-service': 'report', 'carbon-accounting': 'report', steward: 'report',
};

/** Without a service of the catalogue the kind of the task says it: testing of a running plant is its self-monitoring. */
export function deliverableKind({ serviceCode, kind, stage }: Pick<ServiceTask, 'serviceCode' | 'kind' | 'stage'>): DeliverableKind {
  const known = serviceCode === null ? undefined : BY_SERVICE[serviceCode];
  if (known) return known;
  if (kind === 'engineering' || kind === 'disposal') return kind;
  if (kind === 'testing') return serviceCode === null && stage === 'operation' ? 'monitoring' : 'survey';
  return 'other';
}
