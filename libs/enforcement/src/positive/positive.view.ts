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
  /** Waits for a second person. */
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

export const positiveView = (actor: Actor) => (entry: PositiveEntry): PositiveEntryView => {
  const { id, number, enterpriseId, enterpriseName, category, categoryTitle, basis, offsiteChecks, conditions, state, activeFrom, reviewOn, proposedByName, proposedAt, decidedByName, decidedAt, decisionReason, leftOn, exitReason, exitCause, exitByName, renewal, renewals, version } = entry;
  const may = (act: 'propose' | 'decide' | 'leave'): boolean => positivePolicy.may(actor, `positive-entry.${act}`, partiesOf(entry));
  const actions = [...(state === 'proposed' && may('decide') && entry.proposedBy !== actor.userId ? ['decide'] : []), ...(state === 'active' && may('leave') ? ['leave'] : []), ...(state === 'active' && renewal === null && may('propose') ? ['renew'] : []), ...(state === 'active' && renewal !== null && renewal.byUserId !== actor.userId && may('decide') ? ['decide-renewal'] : [])];
  return {
    id, number, enterpriseId, enterpriseName, category, categoryTitle, basis, offsiteChecks, conditions: conditions.map(({ key, title, note }) => ({ key, title, note })), state, activeFrom, reviewOn, proposedByName, proposedAt: proposedAt.toISOString(),
    decidedByName, decidedAt: decidedAt?.toISOString() ?? null, decisionReason, leftOn, exitReason, exitCause, exitByName, version, actions,
    renewal: renewal && { basis: renewal.basis, offsiteChecks: renewal.offsiteChecks, conditions: renewal.conditions.map(({ key, title, note }) => ({ key, title, note })), byName: renewal.byName, at: renewal.at },
    renewals: renewals.map(({ byName, at, approved, decidedByName: decider, decidedAt: on, reason, until }) => ({ byName, at, approved, decidedByName: decider, decidedAt: on, reason, until })),
  };
};
