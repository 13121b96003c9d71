import { CaseParties, caseRelations } from '@huanbao/casework';
import { definePolicy, grant, Policy } from '@huanbao/platform';

const ENTERPRISE = ['enterprise.admin', 'enterprise.staff'];
const FIRM = ['firm.manager', 'firm.staff'];
const BUREAU = ['bureau.intake', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor', 'bureau.enforcer', 'bureau.admin'];

export type EndingAction = 'permit-case.read' | 'permit-measure.propose' | 'permit-measure.decide' | 'permit-request.submit' | 'permit-request.decide';

/** Who may do what about the end or the loss of a permit; the relations are those of a case. */
export const endingPolicy: Policy<EndingAction, CaseParties> = definePolicy({
  room: 'permit-cases',
  read: 'permit-case.read',
  relations: caseRelations,
  table: {
    'permit-case.read': [grant('own', ...ENTERPRISE), grant('delegated', ...FIRM), grant('jurisdiction', ...BUREAU)],
    'permit-measure.propose': [grant('jurisdiction', 'bureau.reviewer', 'bureau.enforcer', 'bureau.supervisor')],
    'permit-measure.decide': [grant('jurisdiction', 'bureau.approver')],
    'permit-request.submit': [grant('own', 'enterprise.admin'), grant('delegated:submit', ...FIRM)],
    // a refusal takes two of them
    'permit-request.decide': [grant('jurisdiction', 'bureau.approver', 'bureau.supervisor')],
  },
});

/** A permit as this policy sees it. */
export const partiesOfPermit = (permit: { enterpriseId: string; siteId: string; regionCode: string; createdAt: Date }): CaseParties => ({
  partyOrgId: permit.enterpriseId, matter: 'permits', siteId: permit.siteId, regionCode: permit.regionCode, submittedAt: permit.createdAt,
});
