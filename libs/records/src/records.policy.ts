import { Actor, coversRegion, definePolicy, Delegation, delegatedSights, grant, Policy } from '@huanbao/platform';

const ENTERPRISE = ['enterprise.admin', 'enterprise.staff'];
const FIRM = ['firm.manager', 'firm.staff'];
const BUREAU = ['bureau.intake', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor', 'bureau.enforcer', 'bureau.admin'];

/** Records belong to a permit: whose, of which site and region decides who sees them. */
export interface RecordParties {
  readonly enterpriseId: string;
  readonly siteId: string;
  readonly regionCode: string;
}

/** 台账, 自行监测 and amounts are one matter of a mandate. */
export const MATTER = 'monitoring';

function relations(actor: Actor, record: RecordParties): string[] {
  const covers = (one: { principalOrgId: string; sites: Delegation['sites'] }): boolean => one.principalOrgId === record.enterpriseId && (one.sites === null || one.sites.includes(record.siteId));
  const verbs = actor.delegations.filter(one => one.matters.includes(MATTER) && covers(one)).flatMap(one => one.verbs);
  return [
    ...(actor.orgId !== null && actor.orgId === record.enterpriseId ? ['own'] : []),
    ...(delegatedSights(actor, MATTER).some(covers) ? ['delegated'] : []),
    ...new Set(verbs.map(verb => `delegated:${verb}`)),
    ...(actor.orgKind === 'bureau' && coversRegion(actor, record.regionCode) ? ['jurisdiction'] : []),
  ];
}

const readers = (...programs: string[]) => [grant('own', ...ENTERPRISE, ...programs), grant('delegated', ...FIRM), grant('jurisdiction', ...BUREAU)];
const writers = (...programs: string[]) => [grant('own', ...ENTERPRISE, ...programs), grant('delegated:prepare', ...FIRM)];
const listers = [grant('any', ...ENTERPRISE, ...FIRM, ...BUREAU)];

/** Programs of the enterprise write with a token of the scope `ledger`. Nobody changes an entry; the bureau only reads. */
export const ledgerPolicy: Policy<'ledger.read' | 'ledger.list' | 'ledger.write', RecordParties> = definePolicy({
  room: 'ledgers',
  read: 'ledger.read',
  relations,
  table: { 'ledger.read': readers('api.ledger'), 'ledger.list': listers, 'ledger.write': writers('api.ledger') },
});

type MonitoringAction = 'monitoring.read' | 'monitoring.list' | 'monitoring.write' | 'monitoring.explain';

/** Results and what follows from them. The cause of an exceedance is the enterprise's to say, not a program's. */
export const monitoringPolicy: Policy<MonitoringAction, RecordParties> = definePolicy({
  room: 'monitoring',
  read: 'monitoring.read',
  relations,
  table: { 'monitoring.read': readers('api.monitoring'), 'monitoring.list': listers, 'monitoring.write': writers('api.monitoring'), 'monitoring.explain': writers() },
});

/** Actual amounts and what they are reckoned from. */
export const emissionsPolicy: Policy<'emissions.read' | 'emissions.edit', RecordParties> = definePolicy({
  room: 'emissions',
  read: 'emissions.read',
  relations,
  table: { 'emissions.read': readers('api.monitoring'), 'emissions.edit': writers('api.monitoring') },
});
