import { Actor, definePolicy, grant, Policy } from '@huanbao/platform';

const FIRM = ['firm.manager', 'firm.staff'];
const BUREAU = ['bureau.intake', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor', 'bureau.enforcer', 'bureau.admin'];

/** A firm's searches are its own: what it looks for is nobody else's business. */
export const searchPolicy: Policy<`saved-search.${'read' | 'list' | 'save' | 'change'}`, { readonly orgId: string }> = definePolicy({
  room: 'market-data',
  read: 'saved-search.read',
  relations: (actor: Actor, record) => (actor.orgId === record.orgId ? ['own'] : []),
  table: {
    'saved-search.read': [grant('own', ...FIRM)],
    'saved-search.list': [grant('any', ...FIRM)],
    'saved-search.save': [grant('any', ...FIRM)],
    'saved-search.change': [grant('own', ...FIRM)],
  },
});

/** Figures of the market in the officer's region; the public has its own, in aggregate. */
export const statisticsPolicy: Policy<'market-statistics.read', never> = definePolicy({
  room: 'market-statistics',
  read: 'market-statistics.read',
  relations: () => [],
  table: { 'market-statistics.read': [grant('any', ...BUREAU)] },
});
