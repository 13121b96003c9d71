import { Actor, coversRegion, definePolicy, grant, Policy } from '@huanbao/platform';

const FIRM = ['firm.manager', 'firm.staff'];
const BUREAU = ['bureau.intake', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor', 'bureau.enforcer', 'bureau.admin'];
const OFFICERS = ['bureau.reviewer', 'bureau.approver', 'bureau.supervisor', 'bureau.enforcer'];

export type FindingAction = `firm-finding.${'read' | 'list' | 'propose' | 'decide' | 'answer' | 'state' | 'object'}`;

/** Findings: the firm reads what is brought against it from the first day on, to be able to speak; other firms see nothing of it here. */
export const findingPolicy: Policy<FindingAction, { readonly firmId: string; readonly regionCode: string }> = definePolicy({
  room: 'firm-findings',
  read: 'firm-finding.read',
  relations: (actor: Actor, record) => [...(actor.orgId === record.firmId ? ['own'] : []), ...(actor.orgKind === 'bureau' && coversRegion(actor, record.regionCode) ? ['jurisdiction'] : [])],
  table: {
    'firm-finding.read': [grant('own', ...FIRM), grant('jurisdiction', ...BUREAU)],
    'firm-finding.list': [grant('any', ...FIRM, ...BUREAU)],
    'firm-finding.propose': [grant('jurisdiction', ...OFFICERS)],
    // two persons: the service and the database refuse who proposed it
    'firm-finding.decide': [grant('jurisdiction', ...OFFICERS)],
    'firm-finding.answer': [grant('jurisdiction', ...OFFICERS)],
    'firm-finding.state': [grant('own', 'firm.manager')],
    'firm-finding.object': [grant('own', 'firm.manager')],
  },
});
