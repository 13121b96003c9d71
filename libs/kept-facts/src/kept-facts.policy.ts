import { Actor, coversRegion, definePolicy, grant, Policy } from '@huanbao/platform';

const BUREAU = ['bureau.intake', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor', 'bureau.enforcer', 'bureau.admin'];
const OFFICERS = ['bureau.reviewer', 'bureau.approver', 'bureau.supervisor', 'bureau.enforcer'];
const ENTERPRISE = ['enterprise.admin', 'enterprise.staff'];

export type KeptFactAction = `kept-fact.${'read' | 'list' | 'record' | 'correct' | 'decide'}`;

export interface FactParties {
  readonly enterpriseId: string;
  readonly regionCode: string;
  /** False while only the bureau knows of it. */
  readonly isReleased: boolean;
}

/** What the bureau keeps of an enterprise: officers enter and confirm; the enterprise reads what stands and asks for a correction. */
export const keptFactPolicy: Policy<KeptFactAction, FactParties> = definePolicy({
  room: 'kept-facts',
  read: 'kept-fact.read',
  relations: (actor: Actor, record) => [
    ...(actor.orgKind === 'bureau' && coversRegion(actor, record.regionCode) ? ['jurisdiction'] : []),
    ...(actor.orgId !== null && actor.orgId === record.enterpriseId && record.isReleased ? ['own'] : []),
  ],
  table: {
    'kept-fact.read': [grant('jurisdiction', ...BUREAU), grant('own', ...ENTERPRISE)],
    'kept-fact.list': [grant('any', ...BUREAU, ...ENTERPRISE)],
    'kept-fact.record': [grant('jurisdiction', ...OFFICERS)],
    // also a withdrawal; what the enterprise asks for waits for an officer
    'kept-fact.correct': [grant('jurisdiction', ...OFFICERS), grant('own', ...ENTERPRISE)],
    // two persons: the service and the database refuse who entered it
    'kept-fact.decide': [grant('jurisdiction', ...OFFICERS)],
  },
});
