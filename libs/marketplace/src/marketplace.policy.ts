import { Actor, coversRegion, definePolicy, delegatedTo, grant, Policy } from '@huanbao/platform';
import type { TaskState } from './task.flow';

/** What the policy must know of a task: its parties and whether the actor's own firm takes part. */
export interface TaskParties {
  readonly enterpriseId: string;
  readonly regionCode: string;
  readonly state: TaskState;
  readonly awardedFirmId: string | null;
  /** False while only the invited may see it. */
  readonly listed: boolean;
  /** Only firms the enterprise has asked may bid. */
  readonly inviteOnly: boolean;
  /** The actor's organisation was asked, and has not or has declined. */
  readonly actorInvited: 'invited' | 'declined' | null;
  /** The actor's organisation has a bid on the task. */
  readonly actorBids: boolean;
}

const ENTERPRISE = ['enterprise.admin', 'enterprise.staff'];
const FIRM = ['firm.manager', 'firm.staff'];
const BUREAU = ['bureau.intake', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor', 'bureau.enforcer', 'bureau.admin'];
const WITNESS = ['bureau.supervisor', 'bureau.approver'];
const EVERYONE = [...ENTERPRISE, ...FIRM, ...BUREAU, 'department.officer', 'bank.manager'];
const VERBS = ['prepare', 'submit', 'sign', 'answer'];

type MarketAction =
  | 'task.read'
  | 'task.list'
  | 'task.create'
  | 'task.edit'
  | 'task.publish'
  | 'task.cancel'
  | 'task.bid'
  | 'task.own-bids'
  | 'task.bids'
  | 'task.deliveries'
  | 'task.open'
  | 'task.award'
  | 'task.deliver'
  | 'task.accept'
  | 'task.rate'
  | 'task.name-use'
  | 'task.invitations'
  | 'task.procedure'
  | 'task.ask'
  | 'task.offers'
  | 'task.offer'
  | 'task.decline'
  | 'task.talks'
  | 'task.bonds'
  | 'task.pay-bond'
  | 'task.visits'
  | 'task.join-visit';

/** Who may do what with a service task. */
export const taskPolicy: Policy<MarketAction, TaskParties> = definePolicy({
  room: 'marketplace',
  read: 'task.read',
  relations: taskRelations,
  table: {
    'task.read': [grant('published', ...EVERYONE), grant('jurisdiction', ...BUREAU), grant('asked', ...FIRM), grant('bidder', ...FIRM), grant('own', ...ENTERPRISE), ...VERBS.map(verb => grant(`delegated:${verb}`, ...FIRM))],
    'task.list': [grant('any', ...EVERYONE)],
    'task.create': [grant('any', ...ENTERPRISE, ...FIRM)],
    'task.edit': [grant('own', ...ENTERPRISE), grant('delegated:prepare', ...FIRM)],
    'task.publish': [grant('own', ...ENTERPRISE), grant('delegated:submit', ...FIRM)],
    'task.cancel': [grant('own', ...ENTERPRISE)],
    'task.bid': [grant('stranger', ...FIRM)],
    // who has bid keeps its receipts and may withdraw, also when a mandate came later
    'task.own-bids': [grant('stranger', ...FIRM), grant('bidder', ...FIRM)],
    'task.bids': [grant('own', ...ENTERPRISE), grant('jurisdiction', ...BUREAU), grant('bidder', ...FIRM)],
    // the chosen firm, which need not have bid: a direct commission has no bids
    'task.deliveries': [grant('own', ...ENTERPRISE), grant('jurisdiction', ...BUREAU), grant('awardee', ...FIRM)],
    'task.open': [grant('own', ...ENTERPRISE), grant('jurisdiction', ...WITNESS)],
    'task.award': [grant('own', ...ENTERPRISE)],
    'task.deliver': [grant('awardee', ...FIRM)],
    'task.accept': [grant('own', ...ENTERPRISE)],
    'task.rate': [grant('own', ...ENTERPRISE), grant('awardee', ...FIRM)],
    // where the results went, on which a payment may hang: either side
    'task.name-use': [grant('own', ...ENTERPRISE), grant('awardee', ...FIRM)],
    'task.invitations': [grant('own', ...ENTERPRISE), grant('delegated:prepare', ...FIRM), grant('jurisdiction', ...BUREAU)],
    // amendments, answers, prolonging, final round, minutes of talks: what the procurer does between publication and award
    'task.procedure': [grant('own', ...ENTERPRISE)],
    'task.ask': [grant('stranger', ...FIRM)],
    'task.offers': [grant('own', ...ENTERPRISE), grant('asked', ...FIRM), grant('jurisdiction', ...BUREAU)],
    'task.offer': [grant('own', ...ENTERPRISE), grant('invited', ...FIRM)],
    'task.decline': [grant('invited', ...FIRM)],
    'task.talks': [grant('own', ...ENTERPRISE), grant('bidder', ...FIRM), grant('jurisdiction', ...BUREAU)],
    'task.bonds': [grant('own', ...ENTERPRISE), grant('stranger', ...FIRM), grant('bidder', ...FIRM), grant('jurisdiction', ...BUREAU)],
    'task.pay-bond': [grant('stranger', ...FIRM)],
    'task.visits': [grant('own', ...ENTERPRISE), grant('delegated:prepare', ...FIRM)],
    'task.join-visit': [grant('stranger', ...FIRM)],
  },
});

/** Who keeps the bureau's recovery keys. */
export const witnessPolicy = definePolicy({
  room: 'witness-keys',
  read: 'witness-key.read',
  relations: () => [],
  table: {
    'witness-key.read': [grant('any', ...BUREAU)],
    'witness-key.set': [grant('any', ...WITNESS)],
  },
});

/** The enterprise and its bureau stand on the side that procures. */
export const procures = (actor: Actor | null, task: TaskParties): boolean => actor !== null && taskRelations(actor, task).some(one => one === 'own' || one === 'jurisdiction');

export function taskRelations(actor: Actor, task: TaskParties): string[] {
  const own = actor.orgId === task.enterpriseId;
  const delegated = VERBS.filter(verb => delegatedTo(actor, task.enterpriseId, { matter: 'tasks', verb }));
  const published = task.state !== 'draft';
  return [
    ...(published && task.listed ? ['published'] : []),
    ...(own ? ['own'] : []),
    ...delegated.map(verb => `delegated:${verb}`),
    // other departments have a region too, and no business here
    ...(published && actor.orgKind === 'bureau' && coversRegion(actor, task.regionCode) ? ['jurisdiction'] : []),
    ...(task.actorBids ? ['bidder'] : []),
    ...(task.awardedFirmId !== null && task.awardedFirmId === actor.orgId ? ['awardee'] : []),
    // a firm that prepares the enterprise's tasks knows too much to bid on them
    ...(published && !own && delegated.length === 0 && (task.inviteOnly ? task.actorInvited === 'invited' : task.listed) ? ['stranger'] : []),
    ...(published && task.actorInvited !== null ? ['asked'] : []),
    ...(published && task.actorInvited === 'invited' ? ['invited'] : []),
  ];
}
