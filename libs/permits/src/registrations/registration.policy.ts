import { Actor, coversRegion, definePolicy, delegatedSights, delegatedTo, grant, Policy } from '@huanbao/platform';

export interface RegistrationParties {
  readonly enterpriseId: string;
  readonly siteId: string;
  readonly regionCode: string;
}

const FIRM = ['firm.manager', 'firm.staff'];
const BUREAU = ['bureau.intake', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor', 'bureau.enforcer', 'bureau.admin'];

export type RegistrationAction = `permit-registration.${'read' | 'list' | 'file' | 'change'}`;

/** A registration is the enterprise's own statement: it files, the bureau reads and supervises. */
export const registrationPolicy: Policy<RegistrationAction, RegistrationParties> = definePolicy({
  room: 'permit-registrations',
  read: 'permit-registration.read',
  relations: registrationRelations,
  table: {
    'permit-registration.read': [grant('own', 'enterprise.admin', 'enterprise.staff'), grant('delegated', ...FIRM), grant('jurisdiction', ...BUREAU)],
    'permit-registration.list': [grant('any', 'enterprise.admin', 'enterprise.staff', ...FIRM, ...BUREAU)],
    'permit-registration.file': [grant('any', 'enterprise.admin', ...FIRM)],
    'permit-registration.change': [grant('own', 'enterprise.admin'), grant('delegated:submit', ...FIRM)],
  },
});

function registrationRelations(actor: Actor, { enterpriseId, siteId, regionCode }: RegistrationParties): string[] {
  const given = delegatedSights(actor, 'permits').some(one => one.principalOrgId === enterpriseId && (one.sites === null || one.sites.includes(siteId)));
  return [
    ...(actor.orgId !== null && actor.orgId === enterpriseId ? ['own'] : []),
    ...(given ? ['delegated'] : []),
    ...(delegatedTo(actor, enterpriseId, { matter: 'permits', verb: 'submit', site: siteId }) ? ['delegated:submit'] : []),
    ...(actor.orgKind === 'bureau' && coversRegion(actor, regionCode) ? ['jurisdiction'] : []),
  ];
}
