import { Actor, coversRegion, definePolicy, grant, Policy } from '@huanbao/platform';

const ENTERPRISE = ['enterprise.admin', 'enterprise.staff'];
const FIRM = ['firm.manager', 'firm.staff'];
/** Who keeps parks for the bureau. */
const KEEPERS = ['bureau.supervisor', 'bureau.admin'];

export interface ParkParties {
  readonly regionCode: string;
}

export type ParkAction = `park.${'read' | 'list' | 'keep'}`;

/** Parks are lists of the bureau whose region covers them. */
export const parkPolicy: Policy<ParkAction, ParkParties> = definePolicy({
  room: 'parks',
  read: 'park.read',
  relations: (actor: Actor, { regionCode }: ParkParties) => (actor.orgKind === 'bureau' && coversRegion(actor, regionCode) ? ['jurisdiction'] : []),
  table: {
    'park.read': [grant('jurisdiction', ...KEEPERS)],
    'park.list': [grant('any', ...KEEPERS)],
    'park.keep': [grant('jurisdiction', ...KEEPERS)],
  },
});

export interface RetainerParties {
  readonly clientId: string;
  readonly firmId: string;
  readonly memberIds: readonly string[];
}

export type RetainerAction = `retainer.${'read' | 'list' | 'offer' | 'withdraw' | 'accept' | 'end' | 'consent'}`;

/** Who may do what with a retainer: its client, the firm, and the enterprises it cares for. The bureau only where it is the client of a park. */
export const retainerPolicy: Policy<RetainerAction, RetainerParties> = definePolicy({
  room: 'retainers',
  read: 'retainer.read',
  relations: (actor: Actor, one: RetainerParties) => [
    ...(actor.orgId !== null && actor.orgId === one.clientId ? ['client'] : []),
    ...(actor.orgId !== null && actor.orgId === one.firmId ? ['firm'] : []),
    ...(actor.orgId !== null && one.memberIds.includes(actor.orgId) ? ['member'] : []),
  ],
  table: {
    'retainer.read': [grant('client', ...ENTERPRISE, ...KEEPERS), grant('firm', ...FIRM), grant('member', ...ENTERPRISE)],
    'retainer.list': [grant('any', ...ENTERPRISE, ...FIRM, ...KEEPERS)],
    // binds the organisation
    'retainer.offer': [grant('any', 'enterprise.admin', ...KEEPERS)],
    'retainer.withdraw': [grant('client', 'enterprise.admin', ...KEEPERS)],
    'retainer.accept': [grant('firm', 'firm.manager')],
    'retainer.end': [grant('client', 'enterprise.admin', ...KEEPERS), grant('firm', 'firm.manager')],
    'retainer.consent': [grant('member', 'enterprise.admin')],
  },
});

export interface StewardParties {
  readonly enterpriseId: string;
  readonly firmId: string;
  /** False while only the firm works on it: the draft of a report. */
  readonly isReleased: boolean;
}

export type StewardAction = `stewardship.${'read' | 'list' | 'work' | 'sign' | 'answer'}`;

/** Visits, findings and reports are the enterprise's and its firm's own: nobody of the bureau reads one. */
export const stewardPolicy: Policy<StewardAction, StewardParties> = definePolicy({
  room: 'stewardship',
  read: 'stewardship.read',
  relations: (actor: Actor, one: StewardParties) => [
    ...(actor.orgId !== null && actor.orgId === one.firmId ? ['firm'] : []),
    ...(actor.orgId !== null && actor.orgId === one.enterpriseId && one.isReleased ? ['enterprise'] : []),
  ],
  table: {
    'stewardship.read': [grant('enterprise', ...ENTERPRISE), grant('firm', ...FIRM)],
    'stewardship.list': [grant('any', ...ENTERPRISE, ...FIRM)],
    'stewardship.work': [grant('firm', ...FIRM)],
    'stewardship.sign': [grant('firm', 'firm.manager')],
    'stewardship.answer': [grant('enterprise', ...ENTERPRISE)],
  },
});

/** Quality in figures, without any content: for supervision. */
export const qualityPolicy: Policy<'steward-quality.list', ParkParties> = definePolicy({
  room: 'steward-quality',
  read: 'steward-quality.list',
  relations: () => [],
  table: { 'steward-quality.list': [grant('any', ...KEEPERS, 'bureau.enforcer', 'bureau.reviewer', 'bureau.approver')] },
});
