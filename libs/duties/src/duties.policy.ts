import { Actor, coversRegion, definePolicy, Delegation, delegatedSights, grant, Policy } from '@huanbao/platform';

const ENTERPRISE = ['enterprise.admin', 'enterprise.staff'];
const FIRM = ['firm.manager', 'firm.staff'];
const BUREAU = ['bureau.intake', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor', 'bureau.enforcer', 'bureau.admin'];

/** Duties belong to a permit: whose, of which site and region decides who sees them. */
export interface DutyParties {
  readonly enterpriseId: string;
  readonly siteId: string;
  readonly regionCode: string;
}

/** Duties, execution reports and stopping are one matter of a mandate. */
export const MATTER = 'reports';

function relations(actor: Actor, record: DutyParties): string[] {
  const covers = (one: { principalOrgId: string; sites: Delegation['sites'] }): boolean => one.principalOrgId === record.enterpriseId && (one.sites === null || one.sites.includes(record.siteId));
  const verbs = actor.delegations.filter(one => one.matters.includes(MATTER) && covers(one)).flatMap(one => one.verbs);
  return [
    ...(actor.orgId !== null && actor.orgId === record.enterpriseId ? ['own'] : []),
    ...(delegatedSights(actor, MATTER).some(covers) ? ['delegated'] : []),
    ...new Set(verbs.map(verb => `delegated:${verb}`)),
    ...(actor.orgKind === 'bureau' && coversRegion(actor, record.regionCode) ? ['jurisdiction'] : []),
  ];
}

const readers = [grant('own', ...ENTERPRISE), grant('delegated', ...FIRM), grant('jurisdiction', ...BUREAU)];
const writers = [grant('own', ...ENTERPRISE), grant('delegated:prepare', ...FIRM)];

type DutyAction = 'duty.read' | 'duty.list' | 'duty.do' | 'duty.enforce' | 'duty.enforcement' | 'duty.question' | 'duty.stop' | 'duty.feed';

/** Who may do what with duties. Nobody of the bureau does an enterprise's duty; only enforcement closes what is overdue. */
export const dutyPolicy: Policy<DutyAction, DutyParties> = definePolicy({
  room: 'duties',
  read: 'duty.read',
  relations,
  table: {
    'duty.read': readers,
    'duty.list': [grant('any', ...ENTERPRISE, ...FIRM, ...BUREAU)],
    'duty.do': writers,
    'duty.stop': writers,
    'duty.feed': [grant('own', ...ENTERPRISE)],
    'duty.enforcement': [grant('jurisdiction', 'bureau.enforcer', 'bureau.supervisor', 'bureau.admin')],
    // whoever looks after the permit may ask why production stands
    'duty.question': [grant('jurisdiction', 'bureau.enforcer', 'bureau.reviewer', 'bureau.supervisor')],
    'duty.enforce': [grant('jurisdiction', 'bureau.enforcer')],
  },
});
