import { Actor, coversRegion, definePolicy, grant, Policy } from '@huanbao/platform';
import { BUREAU_ROLES, KEEPERS, ROLES } from './roles';

export interface OrganisationRecord {
  readonly id: string;
  readonly kind: string;
  readonly regionCode: string;
}

const FIRM_AND_ENTERPRISE = ['enterprise.admin', 'firm.manager'];
const VERIFIERS = ['bureau.intake', 'bureau.supervisor', 'bureau.admin'];

type OrganisationAction =
  | 'organisation.read'
  | 'organisation.list'
  | 'organisation.find'
  | 'organisation.edit'
  | 'organisation.verify'
  | 'organisation.suspend'
  | 'organisation.unmask'
  | 'membership.read'
  | 'membership.manage'
  | 'api-token.manage';

/** Who may do what with an organisation and its members. */
export const organisationPolicy: Policy<OrganisationAction, OrganisationRecord> = definePolicy({
  room: 'organisations',
  read: 'organisation.read',
  // a bureau is never under its own (or another's) supervision: one click would leave nobody to undo it
  relations: (actor: Actor, org: OrganisationRecord) => [
    ...(actor.orgId === org.id ? ['own'] : []),
    ...(actor.orgKind === 'bureau' && org.kind !== 'bureau' && coversRegion(actor, org.regionCode) ? ['jurisdiction'] : []),
  ],
  table: {
    'organisation.read': [grant('own', ...ROLES), grant('jurisdiction', ...BUREAU_ROLES)],
    'organisation.list': [grant('any', ...BUREAU_ROLES)],
    'organisation.find': [grant('any', ...ROLES)],
    'organisation.edit': [grant('own', ...KEEPERS)],
    'organisation.verify': [grant('jurisdiction', ...VERIFIERS)],
    'organisation.suspend': [grant('jurisdiction', 'bureau.supervisor', 'bureau.admin')],
    'organisation.unmask': [grant('jurisdiction', ...VERIFIERS)],
    'membership.read': [grant('own', ...ROLES)],
    'membership.manage': [grant('own', ...KEEPERS)],
    'api-token.manage': [grant('own', 'enterprise.admin')],
  },
});

interface SiteOwner extends OrganisationRecord {
  readonly status: string;
}

/** Who sees and keeps the sites of an enterprise. Firms see those of verified ones, to agree a mandate for some of them. */
export const sitePolicy: Policy<'site.read' | 'site.manage', SiteOwner> = definePolicy({
  room: 'sites',
  read: 'site.read',
  relations: (actor: Actor, org: SiteOwner) => [
    ...(actor.orgId === org.id ? ['own'] : []),
    ...(actor.orgKind === 'bureau' && coversRegion(actor, org.regionCode) ? ['jurisdiction'] : []),
    ...(org.kind === 'enterprise' && org.status === 'active' ? ['verified'] : []),
    ...(actor.delegations.some(each => each.principalOrgId === org.id) ? ['delegated'] : []),
  ],
  table: {
    'site.read': [grant('own', 'enterprise.admin', 'enterprise.staff'), grant('verified', 'firm.manager', 'firm.staff'), grant('delegated', 'firm.manager', 'firm.staff'), grant('jurisdiction', ...BUREAU_ROLES)],
    'site.manage': [grant('own', 'enterprise.admin')],
  },
});

export interface MandateRecord {
  readonly enterpriseId: string;
  readonly firmId: string;
}

type MandateAction =
  | 'mandate.read'
  | 'mandate.propose'
  | 'mandate.confirm'
  | 'mandate.end';

/** Who may propose, confirm and end a mandate: the keepers of the two sides. */
export const mandatePolicy: Policy<MandateAction, MandateRecord> = definePolicy({
  room: 'mandates',
  read: 'mandate.read',
  relations: (actor: Actor, mandate: MandateRecord) => (actor.orgId !== null && [mandate.enterpriseId, mandate.firmId].includes(actor.orgId) ? ['party'] : []),
  table: {
    'mandate.read': [grant('party', 'enterprise.admin', 'enterprise.staff', 'firm.manager', 'firm.staff')],
    'mandate.propose': [grant('party', ...FIRM_AND_ENTERPRISE)],
    'mandate.confirm': [grant('party', ...FIRM_AND_ENTERPRISE)],
    'mandate.end': [grant('party', ...FIRM_AND_ENTERPRISE)],
  },
});
