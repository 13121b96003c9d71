import { Actor, coversRegion, definePolicy, grant, Policy } from '@huanbao/platform';

const BUREAU = ['bureau.intake', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor', 'bureau.enforcer'];

export type SuspicionAction = `suspicion.${'read' | 'list' | 'decide'}`;

/** Suspicions are for officers alone: no applicant learns of another one's documents, and none is accused by a machine. */
export const suspicionPolicy: Policy<SuspicionAction, { readonly regionCode: string }> = definePolicy({
  room: 'evidence',
  read: 'suspicion.read',
  relations: (actor: Actor, record) => (actor.orgKind === 'bureau' && coversRegion(actor, record.regionCode) ? ['jurisdiction'] : []),
  table: {
    'suspicion.read': [grant('jurisdiction', ...BUREAU)],
    'suspicion.list': [grant('any', ...BUREAU)],
    'suspicion.decide': [grant('jurisdiction', 'bureau.reviewer', 'bureau.supervisor', 'bureau.enforcer')],
  },
});
