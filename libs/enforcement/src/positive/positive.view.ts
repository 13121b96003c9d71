import { addDays } from '@huanbao/calendar';
import type { Actor } from '@huanbao/platform';
import type { PositiveEntry } from '../enforcement.entity';
import { positivePolicy } from '../enforcement.policy';
import { DrawOptionView } from '../targets/target.view';

export class AttestedConditionView {
  key!: string;
  title!: string;
  note!: string;
}

export class PositiveRenewalView {
  basis!: string;
  offsiteChecks!: string;
  conditions!: AttestedConditionView[];
  byName!: string;
  at!: string;
}

export class PositiveDecidedRenewalView {
  byName!: string;
  at!: string;
  approved!: boolean;
  decidedByName!: string;
  decidedAt!: string;
  reason!: string;
  until!: string | null;
}

export class PositiveEntryView {
  id!: string;
  number!: string;
  enterpriseId!: string;
  enterpriseName!: string;
  category!: string;
  categoryTitle!: string;
  basis!: string;
  offsiteChecks!: string;
  conditions!: AttestedConditionView[];
  state!: 'proposed' | 'active' | 'refused' | 'left';
  activeFrom!: string | null;
  reviewOn!: string | null;
  proposedByName!: string;
  proposedAt!: string;
  decidedByName!: string | null;
  decidedAt!: string | null;
  decisionReason!: string | null;
  leftOn!: string | null;
  exitReason!: string | null;
  exitCause!: 'violation' | 'grade' | 'term' | 'asked' | 'other' | null;
  /** First day on which another term can be proposed; none while nothing runs. */
  renewFrom!: string | null;
  /** What was found or punished while it waited to be decided: it cannot be approved any more. The bureau's own. */
  violation!: string | null;
  /** Waits for a second person; an enterprise reads of it when it is decided. */
  renewal!: PositiveRenewalView | null;
  /** Decided ones, oldest first. */
  renewals!: PositiveDecidedRenewalView[];
  exitByName!: string | null;
  version!: number;
  actions!: string[];
}

export class PositivePageView {
  items!: PositiveEntryView[];
  nextCursor!: string | null;
}

export class PositiveOptionsView {
  categories!: DrawOptionView[];
  conditions!: DrawOptionView[];
}

/** The enterprise reads of an entry once it was decided in its favour. */
export const partiesOf = (entry: PositiveEntry): { enterpriseId: string; regionCode: string; isReleased: boolean } => ({ enterpriseId: entry.enterpriseId, regionCode: entry.regionCode, isReleased: entry.state === 'active' || entry.state === 'left' });

export interface RenewalDays {
  readonly today: string;
  /** So many days before its end a term can be renewed. */
  readonly ahead: number;
}

/** First day on which another term can be proposed. */
export const renewFromOf = ({ state, reviewOn }: Pick<PositiveEntry, 'state' | 'reviewOn'>, { ahead }: Pick<RenewalDays, 'ahead'>): string | null => (state === 'active' && reviewOn !== null ? addDays(reviewOn, -ahead) : null);

/** A renewal can be proposed on this day: neither before its time nor after the end of the term. */
const isOpen = (entry: PositiveEntry, days: RenewalDays): boolean => {
  const from = renewFromOf(entry, days);
  return from !== null && from <= days.today && runsOn(entry, days.today);
};

/** The term has not ended. */
export const runsOn = (entry: PositiveEntry, today: string): entry is PositiveEntry & { reviewOn: string } => entry.state === 'active' && entry.reviewOn !== null && entry.reviewOn >= today;

export const positiveView = (actor: Actor, days: RenewalDays) => (entry: PositiveEntry): PositiveEntryView => {
  const { id, number, enterpriseId, enterpriseName, category, categoryTitle, basis, offsiteChecks, conditions, state, activeFrom, reviewOn, proposedByName, proposedAt, decidedByName, decidedAt, decisionReason, leftOn, exitReason, exitCause, exitByName, renewals, version } = entry;
  const isBureau = actor.orgKind === 'bureau';
  const renewal = isBureau ? entry.renewal : null;
  const may = (act: 'propose' | 'decide' | 'leave'): boolean => positivePolicy.may(actor, `positive-entry.${act}`, partiesOf(entry));
  const actions = [...(state === 'proposed' && may('decide') && entry.proposedBy !== actor.userId ? ['decide'] : []), ...(state === 'active' && may('leave') ? ['leave'] : []), ...(isOpen(entry, days) && renewal === null && may('propose') ? ['renew'] : []), ...(runsOn(entry, days.today) && renewal !== null && renewal.byUserId !== actor.userId && may('decide') ? ['decide-renewal'] : [])];
  return {
    id, number, enterpriseId, enterpriseName, category, categoryTitle, basis, offsiteChecks, conditions: conditions.map(({ key, title, note }) => ({ key, title, note })), state, activeFrom, reviewOn, proposedByName, proposedAt: proposedAt.toISOString(),
    decidedByName, decidedAt: decidedAt?.toISOString() ?? null, decisionReason, leftOn, exitReason, exitCause, exitByName, version, actions, renewFrom: renewFromOf(entry, days), violation: isBureau ? entry.violation : null,
    renewal: renewal && { basis: renewal.basis, offsiteChecks: renewal.offsiteChecks, conditions: renewal.conditions.map(({ key, title, note }) => ({ key, title, note })), byName: renewal.byName, at: renewal.at },
    renewals: renewals.map(({ byName, at, approved, decidedByName: decider, decidedAt: on, reason, until }) => ({ byName, at, approved, decidedByName: decider, decidedAt: on, reason, until })),
  };
};
