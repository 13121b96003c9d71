import { Actor, coversRegion, definePolicy, grant, Policy } from '@huanbao/platform';

const ENTERPRISE = ['enterprise.admin', 'enterprise.staff'];
const FIRM = ['firm.manager', 'firm.staff'];
const BUREAU = ['bureau.intake', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor', 'bureau.enforcer', 'bureau.admin'];
const OFFICERS = ['bureau.supervisor', 'bureau.approver'];

export interface ComplaintParties {
  readonly firmId: string;
  readonly enterpriseId: string;
  readonly regionCode: string;
}

export type ComplaintAction = `tender-complaint.${'read' | 'list' | 'withdraw' | 'handle'}`;

/** Who may do what with a complaint; other bidders do not read it. */
export const complaintPolicy: Policy<ComplaintAction, ComplaintParties> = definePolicy({
  room: 'tender-complaints',
  read: 'tender-complaint.read',
  relations: (actor: Actor, { firmId, enterpriseId, regionCode }) => [
    ...(actor.orgId !== null && actor.orgId === firmId ? ['complainant'] : []),
    ...(actor.orgId !== null && actor.orgId === enterpriseId ? ['client'] : []),
    ...(actor.orgKind === 'bureau' && coversRegion(actor, regionCode) ? ['jurisdiction'] : []),
  ],
  table: {
    'tender-complaint.read': [grant('complainant', ...FIRM), grant('client', ...ENTERPRISE), grant('jurisdiction', ...BUREAU)],
    'tender-complaint.list': [grant('any', ...ENTERPRISE, ...FIRM, ...BUREAU)],
    'tender-complaint.withdraw': [grant('complainant', 'firm.manager')],
    'tender-complaint.handle': [grant('jurisdiction', ...OFFICERS)],
  },
});
