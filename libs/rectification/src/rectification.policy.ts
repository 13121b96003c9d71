import { Actor, coversRegion, definePolicy, grant, Policy } from '@huanbao/platform';

const FIELD = ['bureau.enforcer', 'bureau.supervisor'];
const HEADS = ['bureau.approver', 'bureau.supervisor'];
const BUREAU = ['bureau.enforcer', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor', 'bureau.intake', 'bureau.admin'];
const ENTERPRISE = ['enterprise.admin', 'enterprise.staff'];

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

export type OwnRectificationAction = `own-rectification.${'read' | 'list' | 'act'}`;

/** The enterprise sees a rectification from its notice on, never a draft. */
export const ownRectificationPolicy: Policy<OwnRectificationAction, OwnRectificationParties> = definePolicy({
  room: 'own-rectifications',
  read: 'own-rectification.read',
  relations: (actor: Actor, { enterpriseId, issuedAt }: OwnRectificationParties) => (issuedAt !== null && actor.orgId === enterpriseId ? ['own'] : []),
  table: {
    'own-rectification.read': [grant('own', ...ENTERPRISE)],
    'own-rectification.list': [grant('any', ...ENTERPRISE)],
    'own-rectification.act': [grant('own', ...ENTERPRISE)],
  },
});
