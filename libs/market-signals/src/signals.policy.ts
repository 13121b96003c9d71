import { Actor, coversRegion, definePolicy, grant, Policy } from '@huanbao/platform';

export type CollusionAction = `collusion.${'read' | 'list' | 'decide'}`;

const SEES = ['bureau.supervisor', 'bureau.enforcer'];

/** For officers alone: nobody is accused by a machine, and no bidder learns what gave it away. */
export const collusionPolicy: Policy<CollusionAction, { readonly regionCode: string }> = definePolicy({
  room: 'market-signals',
  read: 'collusion.read',
  relations: (actor: Actor, record) => (actor.orgKind === 'bureau' && coversRegion(actor, record.regionCode) ? ['jurisdiction'] : []),
  table: {
    'collusion.read': [grant('jurisdiction', ...SEES)],
    'collusion.list': [grant('any', ...SEES)],
    'collusion.decide': [grant('jurisdiction', 'bureau.supervisor')],
  },
});
