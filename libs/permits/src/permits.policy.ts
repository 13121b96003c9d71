import { CaseParties, caseRelations } from '@huanbao/casework';
import { Actor, coversRegion, definePolicy, delegatedSights, grant, Policy } from '@huanbao/platform';

const ENTERPRISE = ['enterprise.admin', 'enterprise.staff'];
const FIRM = ['firm.manager', 'firm.staff'];
const BUREAU = ['bureau.intake', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor', 'bureau.enforcer', 'bureau.admin'];

export type ApplicationAction = `permit-application.${
  | 'read' | 'list' | 'create' | 'edit' | 'run-review' | 'sign' | 'submit' | 'withdraw' | 'accept' | 'request-correction' | 'reject-intake'
  | 'start-review' | 'conditions' | 'opinions' | 'dispose-finding' | 'decide' | 'issue' | 'propose-refusal' | 'refuse' | 'countersign' | 'site-check' | 'extend' | 'close'}`;

/** Who may do what with an application; the relations are those of its case. */
export const applicationPolicy: Policy<ApplicationAction, CaseParties> = definePolicy({
  room: 'permits',
  read: 'permit-application.read',
  relations: caseRelations,
  table: {
    'permit-application.read': [grant('own', ...ENTERPRISE), grant('delegated', ...FIRM), grant('jurisdiction', ...BUREAU)],
    'permit-application.list': [grant('any', ...ENTERPRISE, ...FIRM, ...BUREAU)],
    'permit-application.create': [grant('any', ...ENTERPRISE, ...FIRM)],
    'permit-application.edit': [grant('own', ...ENTERPRISE), grant('delegated:prepare', ...FIRM)],
    'permit-application.run-review': [grant('own', ...ENTERPRISE), grant('delegated:prepare', ...FIRM), grant('jurisdiction', 'bureau.intake', 'bureau.reviewer', 'bureau.approver')],
    // 承诺书: the word of the enterprise, given by itself or by a firm entrusted with signing
    'permit-application.sign': [grant('own', 'enterprise.admin'), grant('delegated:sign', ...FIRM)],
    'permit-application.submit': [grant('own', 'enterprise.admin'), grant('delegated:submit', ...FIRM)],
    'permit-application.withdraw': [grant('own', 'enterprise.admin'), grant('delegated:submit', 'firm.manager')],
    'permit-application.accept': [grant('jurisdiction', 'bureau.intake')],
    'permit-application.request-correction': [grant('jurisdiction', 'bureau.intake')],
    'permit-application.reject-intake': [grant('jurisdiction', 'bureau.intake')],
    'permit-application.start-review': [grant('jurisdiction', 'bureau.reviewer')],
    'permit-application.opinions': [grant('jurisdiction', 'bureau.reviewer')],
    'permit-application.conditions': [grant('jurisdiction', 'bureau.reviewer', 'bureau.approver')],
    'permit-application.dispose-finding': [grant('jurisdiction', 'bureau.intake', 'bureau.reviewer')],
    'permit-application.decide': [grant('jurisdiction', 'bureau.approver')],
    'permit-application.countersign': [grant('jurisdiction', ...BUREAU.filter(role => role !== 'bureau.admin'))],
    'permit-application.site-check': [grant('jurisdiction', 'bureau.reviewer', 'bureau.supervisor', 'bureau.enforcer')],
    'permit-application.extend': [grant('jurisdiction', 'bureau.reviewer', 'bureau.supervisor')],
    // two persons: whoever proposes cannot decide
    'permit-application.propose-refusal': [grant('jurisdiction', 'bureau.approver', 'bureau.supervisor')],
    'permit-application.refuse': [grant('jurisdiction', 'bureau.approver', 'bureau.supervisor')],
    // nobody's to do: it follows from the end of the permit, or from a ruling that the signature does not hold
    'permit-application.close': [],
    'permit-application.issue': [grant('jurisdiction', 'bureau.approver')],
  },
});

/** An application as its policy sees it. */
export function partiesOf(application: { enterpriseId: string; siteId: string; regionCode: string; submittedAt: Date | null }): CaseParties {
  return { partyOrgId: application.enterpriseId, matter: 'permits', siteId: application.siteId, regionCode: application.regionCode, submittedAt: application.submittedAt };
}

/** What the engine asks before a step: 404 for an application that is not the actor's to see, 403 for a step that is not theirs. */
export function authorised(actor: Actor, action: ApplicationAction): (c: CaseParties) => void {
  return c => applicationPolicy.require(actor, action, c);
}

/** What a permit's policy looks at. Everyone may see the public face of it; this is the full record. */
export interface PermitParties {
  readonly enterpriseId: string;
  readonly siteId: string;
  readonly regionCode: string;
}

export const permitPolicy: Policy<'permit.read' | 'permit.list', PermitParties> = definePolicy({
  room: 'permit-records',
  read: 'permit.read',
  relations: permitRelations,
  table: {
    'permit.read': [grant('own', ...ENTERPRISE), grant('delegated', ...FIRM), grant('jurisdiction', ...BUREAU)],
    'permit.list': [grant('any', ...ENTERPRISE, ...FIRM, ...BUREAU)],
  },
});

function permitRelations(actor: Actor, record: PermitParties): string[] {
  return [
    ...(actor.orgId !== null && actor.orgId === record.enterpriseId ? ['own'] : []),
    ...(delegatedSights(actor, 'permits').some(one => one.principalOrgId === record.enterpriseId && (one.sites === null || one.sites.includes(record.siteId))) ? ['delegated'] : []),
    ...(actor.orgKind === 'bureau' && coversRegion(actor, record.regionCode) ? ['jurisdiction'] : []),
  ];
}
