import { Actor, coversRegion, definePolicy, grant, Policy } from '@huanbao/platform';

const FIELD = ['bureau.enforcer', 'bureau.supervisor'];
const LEGAL = ['bureau.reviewer', 'bureau.supervisor'];
const HEADS = ['bureau.approver', 'bureau.supervisor'];
const READERS = ['bureau.enforcer', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor', 'bureau.intake', 'bureau.admin'];

interface OfRegion {
  readonly regionCode: string;
}

export type PenaltyAction = `penalty.${'read' | 'list' | 'export' | 'open' | 'investigate' | 'review' | 'approve' | 'decide' | 'publish'}`;

/** 行政处罚 at the bureau. Who may not be the same person as whom is said by the steps. */
export const penaltyPolicy: Policy<PenaltyAction, OfRegion> = definePolicy({
  room: 'penalties',
  read: 'penalty.read',
  relations: (actor: Actor, { regionCode }: OfRegion) => (actor.orgKind === 'bureau' && coversRegion(actor, regionCode) ? ['jurisdiction'] : []),
  table: {
    'penalty.read': [grant('jurisdiction', ...READERS)],
    'penalty.list': [grant('any', ...READERS)],
    'penalty.export': [grant('any', ...READERS)],
    'penalty.open': [grant('any', ...FIELD, 'bureau.intake')],
    'penalty.investigate': [grant('jurisdiction', ...FIELD)],
    'penalty.review': [grant('jurisdiction', ...LEGAL, 'bureau.approver')],
    'penalty.approve': [grant('jurisdiction', ...HEADS)],
    'penalty.decide': [grant('jurisdiction', ...HEADS)],
    'penalty.publish': [grant('jurisdiction', ...FIELD, 'bureau.approver')],
  },
});

export interface OwnPenaltyParties {
  readonly partyOrgId: string | null;
  readonly toldAt: Date | null;
}

export type OwnPenaltyAction = `own-penalty.${'read' | 'list' | 'state' | 'pay'}`;

/** The party sees a case from the service of its notice on, and nothing before. */
export const ownPenaltyPolicy: Policy<OwnPenaltyAction, OwnPenaltyParties> = definePolicy({
  room: 'own-penalties',
  read: 'own-penalty.read',
  relations: (actor: Actor, { partyOrgId, toldAt }: OwnPenaltyParties) => (partyOrgId !== null && toldAt !== null && actor.orgId === partyOrgId ? ['own'] : []),
  table: {
    'own-penalty.read': [grant('own', 'enterprise.admin', 'enterprise.staff', 'firm.manager', 'firm.staff')],
    'own-penalty.list': [grant('any', 'enterprise.admin', 'enterprise.staff', 'firm.manager', 'firm.staff')],
    'own-penalty.state': [grant('own', 'enterprise.admin', 'firm.manager')],
    'own-penalty.pay': [grant('own', 'enterprise.admin', 'enterprise.staff', 'firm.manager')],
  },
});
