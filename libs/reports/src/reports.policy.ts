import { Actor, coversRegion, definePolicy, Delegation, delegatedSights, grant, Policy } from '@huanbao/platform';

const ENTERPRISE = ['enterprise.admin', 'enterprise.staff'];
const FIRM = ['firm.manager', 'firm.staff'];
const BUREAU = ['bureau.intake', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor', 'bureau.enforcer', 'bureau.admin'];
const CHECKERS = ['bureau.reviewer', 'bureau.supervisor', 'bureau.enforcer'];

/** What decides who sees a report. */
export interface ReportParties {
  readonly enterpriseId: string;
  readonly siteId: string;
  readonly regionCode: string;
  /** null while it was never handed in: then it is the holder's alone. */
  readonly submittedAt: Date | null;
}

/** Reports, duties and stopping are one matter of a mandate. */
export const MATTER = 'reports';

function relations(actor: Actor, record: ReportParties): string[] {
  const covers = (one: { principalOrgId: string; sites: Delegation['sites'] }): boolean => one.principalOrgId === record.enterpriseId && (one.sites === null || one.sites.includes(record.siteId));
  const verbs = actor.delegations.filter(one => one.matters.includes(MATTER) && covers(one)).flatMap(one => one.verbs);
  return [
    ...(actor.orgId !== null && actor.orgId === record.enterpriseId ? ['own'] : []),
    ...(delegatedSights(actor, MATTER).some(covers) ? ['delegated'] : []),
    ...new Set(verbs.map(verb => `delegated:${verb}`)),
    ...(record.submittedAt !== null && actor.orgKind === 'bureau' && coversRegion(actor, record.regionCode) ? ['jurisdiction'] : []),
  ];
}

const writers = [grant('own', ...ENTERPRISE), grant('delegated:prepare', ...FIRM)];

export type ReportAction = `execution-report.${'read' | 'list' | 'create' | 'edit' | 'discard' | 'sign' | 'submit' | 'amend' | 'withdraw-amendment' | 'decide'}`;

/** Who may do what with execution reports. A firm prepares; whoever may sign for the enterprise signs; the bureau checks what was handed in. */
export const reportPolicy: Policy<ReportAction, ReportParties> = definePolicy({
  room: 'reports',
  read: 'execution-report.read',
  relations,
  table: {
    'execution-report.read': [grant('own', ...ENTERPRISE), grant('delegated', ...FIRM), grant('jurisdiction', ...BUREAU)],
    'execution-report.list': [grant('any', ...ENTERPRISE, ...FIRM, ...BUREAU)],
    'execution-report.create': [grant('any', ...ENTERPRISE, ...FIRM)],
    'execution-report.edit': writers,
    // the draft is the holder's: a firm that prepares does not throw away what the enterprise wrote
    'execution-report.discard': [grant('own', ...ENTERPRISE)],
    'execution-report.sign': [grant('own', 'enterprise.admin'), grant('delegated:sign', ...FIRM)],
    'execution-report.submit': [grant('own', 'enterprise.admin'), grant('delegated:submit', ...FIRM)],
    'execution-report.amend': [grant('own', 'enterprise.admin'), grant('delegated:submit', ...FIRM)],
    'execution-report.withdraw-amendment': [grant('own', 'enterprise.admin'), grant('delegated:submit', ...FIRM)],
    'execution-report.decide': [grant('jurisdiction', ...CHECKERS)],
  },
});
