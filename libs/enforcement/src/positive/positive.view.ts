import type { Actor } from '@huanbao/platform';
import type { PositiveEntry } from '../enforcement.entity';
import { positivePolicy } from '../enforcement.policy';
import { DrawOptionView } from '../targets/target.view';

export class AttestedConditionView {
  key!: string;
  title!: string;
  note!: string;
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
  const { id, number, enterpriseId, enterpriseName, category, categoryTitle, basis, offsiteChecks, conditions, state, activeFrom, reviewOn, proposedByName, proposedAt, decidedByName, decidedAt, decisionReason, leftOn, exitReason, exitByName, version } = entry;
  const may = (act: 'decide' | 'leave'): boolean => positivePolicy.may(actor, `positive-entry.${act}`, partiesOf(entry));
  const actions = [...(state === 'proposed' && may('decide') && entry.proposedBy !== actor.userId ? ['decide'] : []), ...(state === 'active' && may('leave') ? ['leave'] : [])];
  return {
    id, number, enterpriseId, enterpriseName, category, categoryTitle, basis, offsiteChecks, conditions: conditions.map(({ key, title, note }) => ({ key, title, note })), state, activeFrom, reviewOn, proposedByName, proposedAt: proposedAt.toISOString(),
    decidedByName, decidedAt: decidedAt?.toISOString() ?? null, decisionReason, leftOn, exitReason, exitByName, version, actions,
  };
};
