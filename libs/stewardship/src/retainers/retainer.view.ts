import { Actor } from '@huanbao/platform';
import type { Retainer, RetainerMember, RetainerSide } from '../entities';
import { RetainerAction, retainerPolicy } from '../stewardship.policy';

export const RETAINER_STATES = {
  offered: { zh: '待机构接受', en: 'Offered to the firm', tone: 'warning' },
  active: { zh: '服务中', en: 'In force', tone: 'progress' },
  declined: { zh: '机构未接受', en: 'Declined', tone: 'muted' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn', tone: 'muted' },
  ended: { zh: '已结束', en: 'Ended', tone: 'done' },
} as const;

/** A retainer in a list. */
export class RetainerItemView {
  id!: string;
  number!: string;
  kind!: 'enterprise' | 'park';
  clientName!: string;
  firmId!: string;
  firmName!: string;
  visitsPerMonth!: number;
  startsOn!: string;
  endsOn!: string;
  state!: string;
  stateZh!: string;
  stateEn!: string;
  tone!: string;
}

export class RetainerPageView {
  items!: RetainerItemView[];
  nextCursor!: string | null;
}

export class RetainerMemberView {
  enterpriseId!: string;
  enterpriseName!: string;
  state!: 'invited' | 'consented' | 'declined' | 'left';
  consentedAt!: string | null;
  consentedByName!: string | null;
  /** Whether a mandate was proposed with the consent. */
  entrusted!: boolean;
}

export class RetainerEndingView {
  way!: 'agreement' | 'notice';
  side!: 'client' | 'firm';
  byName!: string;
  reason!: string;
  on!: string;
  /** Of the reader's own side. */
  own!: boolean;
}

export class RetainerView extends RetainerItemView {
  version!: number;
  contractId!: string | null;
  scope!: string;
  reportDay!: number;
  noticeDays!: number;
  stateReason!: string | null;
  offeredByName!: string;
  acceptedByName!: string | null;
  acceptedAt!: string | null;
  ending!: RetainerEndingView | null;
  endedOn!: string | null;
  endedWay!: 'date' | 'agreement' | 'notice' | null;
  /** For the firm only those that consented, for an enterprise of a park only itself. */
  members!: RetainerMemberView[];
  /** How many have not consented; named to the client only. */
  othersCount!: number;
  /** The reader's own consent, where it is one of the enterprises. */
  ownConsent!: 'invited' | 'consented' | 'declined' | 'left' | null;
  actions!: string[];
}

export const retainerItem = ({ id, number, kind, clientName, firmId, firmName, visitsPerMonth, startsOn, endsOn, state }: Retainer): RetainerItemView => {
  const { zh, en, tone } = RETAINER_STATES[state];
  return { id, number, kind, clientName, firmId, firmName, visitsPerMonth, startsOn, endsOn, state, stateZh: zh, stateEn: en, tone };
};

export const sideOf = (actor: Actor, retainer: Pick<Retainer, 'firmId'>): RetainerSide => (actor.orgId === retainer.firmId ? 'firm' : 'client');

const memberView = ({ enterpriseId, enterpriseName, state, consentedAt, consentedByName, mandateId }: RetainerMember): RetainerMemberView => ({
  enterpriseId, enterpriseName, state, consentedAt: consentedAt?.toISOString() ?? null, consentedByName, entrusted: mandateId !== null,
});

/** What each reader may see of it: the firm no enterprise that has not consented, an enterprise of a park no other one. */
export function retainerView(actor: Actor, retainer: Retainer, all: readonly RetainerMember[]): RetainerView {
  const isClient = actor.orgId === retainer.clientId;
  const known = all.filter(one => isClient || (actor.orgId === retainer.firmId ? one.consentedAt !== null : one.enterpriseId === actor.orgId));
  const own = all.find(one => one.enterpriseId === actor.orgId) ?? null;
  const { version, contractId, scope, reportDay, noticeDays, stateReason, offeredByName, acceptedByName, acceptedAt, ending, endedOn, endedWay } = retainer;
  return {
    ...retainerItem(retainer), version, contractId: isClient || actor.orgId === retainer.firmId ? contractId : null, scope, reportDay, noticeDays, stateReason, offeredByName, acceptedByName, acceptedAt: acceptedAt?.toISOString() ?? null,
    ending: ending && { ...ending, own: ending.side === sideOf(actor, retainer) && (isClient || actor.orgId === retainer.firmId) }, endedOn, endedWay, members: known.map(memberView),
    othersCount: all.filter(one => one.state !== 'consented').length, ownConsent: own?.state ?? null, actions: actionsNow(actor, retainer, all),
  };
}

/** What the reader may do with it now. */
function actionsNow(actor: Actor, retainer: Retainer, all: readonly RetainerMember[]): string[] {
  const { state, kind, ending } = retainer;
  const own = all.find(one => one.enterpriseId === actor.orgId);
  const living = state === 'offered' || state === 'active';
  const answering = ending ? (ending.side === sideOf(actor, retainer) ? ['drop-ending'] : ending.way === 'agreement' ? ['agree-ending', 'drop-ending'] : []) : ['propose-ending'];
  const now: Readonly<Record<RetainerAction, readonly string[]>> = {
    'retainer.read': [], 'retainer.list': [], 'retainer.offer': [],
    'retainer.withdraw': state === 'offered' ? ['withdraw'] : [],
    'retainer.accept': state === 'offered' ? ['accept', 'decline'] : [],
    'retainer.end': state === 'active' ? answering : [],
    'retainer.consent': kind === 'park' && living ? (own?.state === 'consented' ? ['leave'] : own?.state === 'invited' ? ['consent', 'leave'] : own?.state === 'declined' ? ['consent'] : []) : [],
  };
  return retainerPolicy.actionsOn(actor, { ...retainer, memberIds: all.map(one => one.enterpriseId) }).flatMap(action => now[action]);
}
