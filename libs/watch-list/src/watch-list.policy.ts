import { Actor, coversRegion, definePolicy, grant, Policy } from '@huanbao/platform';

const FIELD = ['bureau.enforcer', 'bureau.supervisor'];
const READERS = ['bureau.enforcer', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor', 'bureau.intake', 'bureau.admin'];

interface OfRegion {
  readonly regionCode: string;
}

export type WatchAction = `watch-list.${'read' | 'list' | 'export' | 'register' | 'document' | 'open' | 'handle' | 'review' | 'verify' | 'decide' | 'publish'}`;

/** The list at the bureau. Who may not be the same person as whom is said by the steps. */
export const watchListPolicy: Policy<WatchAction, OfRegion> = definePolicy({
  room: 'watch-list',
  read: 'watch-list.read',
  relations: (actor: Actor, { regionCode }: OfRegion) => ((actor.orgKind === 'bureau' || actor.orgKind === 'department') && coversRegion(actor, regionCode) ? ['jurisdiction'] : []),
  table: {
    'watch-list.read': [grant('jurisdiction', ...READERS)],
    'watch-list.list': [grant('any', ...READERS)],
    'watch-list.export': [grant('any', ...READERS)],
    // departments of the region read the decisions that are in force
    'watch-list.register': [grant('any', ...READERS, 'department.officer')],
    'watch-list.document': [grant('jurisdiction', ...READERS, 'department.officer')],
    'watch-list.open': [grant('any', ...FIELD, 'bureau.intake')],
    'watch-list.handle': [grant('jurisdiction', ...FIELD)],
    'watch-list.review': [grant('jurisdiction', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor')],
    'watch-list.verify': [grant('jurisdiction', 'bureau.reviewer', 'bureau.approver')],
    'watch-list.decide': [grant('jurisdiction', 'bureau.supervisor')],
    'watch-list.publish': [grant('jurisdiction', ...FIELD, 'bureau.approver')],
  },
});

export interface OwnWatchParties {
  readonly subjectOrgId: string | null;
  readonly toldAt: Date | null;
}

export type OwnWatchAction = `own-watch-list.${'read' | 'list' | 'state' | 'apply'}`;

/** The subject sees a case from the service of its pre-notice on, and nothing before. */
export const ownWatchPolicy: Policy<OwnWatchAction, OwnWatchParties> = definePolicy({
  room: 'own-watch-list',
  read: 'own-watch-list.read',
  relations: (actor: Actor, { subjectOrgId, toldAt }: OwnWatchParties) => (subjectOrgId !== null && toldAt !== null && actor.orgId === subjectOrgId ? ['own'] : []),
  table: {
    'own-watch-list.read': [grant('own', 'enterprise.admin', 'enterprise.staff', 'firm.manager', 'firm.staff')],
    'own-watch-list.list': [grant('any', 'enterprise.admin', 'enterprise.staff', 'firm.manager', 'firm.staff')],
    'own-watch-list.state': [grant('own', 'enterprise.admin', 'firm.manager')],
    'own-watch-list.apply': [grant('own', 'enterprise.admin', 'firm.manager')],
  },
});
