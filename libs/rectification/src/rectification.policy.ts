import { Actor, coversRegion, definePolicy, delegatedTo, delegatingPrincipals, grant, Policy } from '@huanbao/platform';

const FIELD = ['bureau.enforcer', 'bureau.supervisor'];
const HEADS = ['bureau.approver', 'bureau.supervisor'];
const BUREAU = ['bureau.enforcer', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor', 'bureau.intake', 'bureau.admin'];
const ENTERPRISE = ['enterprise.admin', 'enterprise.staff'];
const FIRM = ['firm.manager', 'firm.staff'];
const VERBS = ['prepare', 'submit', 'sign', 'answer'] as const;
/** Of a mandate: an order to correct is shown to nobody whom the enterprise did not entrust with it. */
export const MATTER = 'rectification';

interface OfRegion {
  readonly regionCode: string;
}

export type RectificationAction = `rectification.${'read' | 'list' | 'export' | 'open' | 'handle' | 'approve' | 'supervise'}`;

/** 整改 at the bureau. Who may not be the same person as whom is said by the steps. */
export const rectificationPolicy: Policy<RectificationAction, OfRegion> = definePolicy({
  room: 'rectifications',
  read: 'rectification.read',
  relations: (actor: Actor, { regionCode }: OfRegion) => (actor.orgKind === 'bureau' && coversRegion(actor, regionCode) ? ['jurisdiction'] : []),
  table: {
    'rectification.read': [grant('jurisdiction', ...BUREAU)],
    'rectification.list': [grant('any', ...BUREAU)],
    'rectification.export': [grant('any', ...BUREAU)],
    'rectification.open': [grant('any', ...FIELD)],
    'rectification.handle': [grant('jurisdiction', ...FIELD)],
    // extensions, withdrawals
    'rectification.approve': [grant('jurisdiction', ...HEADS)],
    'rectification.supervise': [grant('jurisdiction', ...HEADS)],
  },
});

export interface OwnRectificationParties {
  readonly enterpriseId: string;
  readonly issuedAt: Date | null;
}

export type OwnRectificationAction = `own-rectification.${'read' | 'list' | 'act' | 'submit'}`;

function ownRelations(actor: Actor, { enterpriseId, issuedAt }: OwnRectificationParties): string[] {
  if (issuedAt === null) return [];
  const verbs = VERBS.filter(verb => delegatedTo(actor, enterpriseId, { matter: MATTER, verb }));
  return [...(actor.orgId === enterpriseId ? ['own'] : []), ...(verbs.length > 0 ? ['delegated', ...verbs.map(verb => `delegated:${verb}`)] : [])];
}

/** The enterprise, and a firm it entrusted, see a rectification from its notice on, never a draft. Preparing and handing in are two verbs of a mandate. */
export const ownRectificationPolicy: Policy<OwnRectificationAction, OwnRectificationParties> = definePolicy({
  room: 'own-rectifications',
  read: 'own-rectification.read',
  relations: ownRelations,
  table: {
    'own-rectification.read': [grant('own', ...ENTERPRISE), grant('delegated', ...FIRM)],
    'own-rectification.list': [grant('any', ...ENTERPRISE, ...FIRM)],
    'own-rectification.act': [grant('own', ...ENTERPRISE), grant('delegated:prepare', ...FIRM)],
    'own-rectification.submit': [grant('own', ...ENTERPRISE), grant('delegated:submit', ...FIRM)],
  },
});

/** Whose rectifications the reader sees: the own ones, and those of enterprises that entrusted them. */
export const ownersFor = (actor: Actor): string[] => [...(actor.orgId === null ? [] : [actor.orgId]), ...delegatingPrincipals(actor, MATTER)];
