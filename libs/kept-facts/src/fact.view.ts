import type { Actor } from '@huanbao/platform';
import type { FactSource, FactState, FactStep, KeptFact } from './kept-fact.entity';
import { type FactParties, keptFactPolicy } from './kept-facts.policy';
import type { FactKind } from './rules';

export class KeptFactView {
  id!: string;
  step!: FactStep;
  replacesId!: string | null;
  enterpriseId!: string;
  enterpriseName!: string;
  uscc!: string;
  kind!: FactKind;
  value!: string;
  unit!: string;
  fromOn!: string;
  toOn!: string | null;
  authority!: string;
  documentNo!: string;
  note!: string;
  reason!: string | null;
  scanFileId!: string | null;
  source!: FactSource;
  state!: FactState;
  /** Confirmed, and nothing confirmed stands in its place. */
  counts!: boolean;
  /** Asked for by the enterprise itself. */
  isAsked!: boolean;
  /** Empty for the enterprise: officers are named to it by their bureau alone. */
  proposedByName!: string;
  proposedAt!: string;
  decidedByName!: string | null;
  decidedAt!: string | null;
  decisionReason!: string | null;
  version!: number;
  actions!: ('correct' | 'decide')[];
}

export class KeptFactPage {
  items!: KeptFactView[];
  nextCursor!: string | null;
}

/** A row with what it replaces and what stands in its place or would. */
export class KeptFactDetailView extends KeptFactView {
  replaces!: KeptFactView | null;
  replacedBy!: KeptFactView | null;
}

export class KeptFactProblemView {
  /** C17, or the number of the line. */
  address!: string;
  found!: string;
  code!: string;
  zh!: string;
  en!: string;
}

export class KeptFactImportView {
  accepted!: number;
  /** There already. */
  existing!: number;
  refused!: number;
  /** The first 500. */
  problems!: KeptFactProblemView[];
}

/** The enterprise reads what was confirmed, and what it asked for itself. */
export const partiesOf = ({ enterpriseId, regionCode, state, proposedByOrg }: KeptFact): FactParties => ({ enterpriseId, regionCode, isReleased: state === 'confirmed' || proposedByOrg === enterpriseId });

export const factView = (actor: Actor) => (fact: KeptFact): KeptFactView => {
  const { id, step, replacesId, enterpriseId, enterpriseName, uscc, kind, value, unit, fromOn, toOn, authority, documentNo, note, reason, scanFileId, source, state, counts, proposedAt, decidedAt, decisionReason, version } = fact;
  const isOwn = actor.orgKind === 'enterprise';
  const isAsked = fact.proposedByOrg === enterpriseId;
  const may = (act: 'correct' | 'decide'): boolean => keptFactPolicy.may(actor, `kept-fact.${act}`, partiesOf(fact));
  return {
    id, step, replacesId, enterpriseId, enterpriseName, uscc, kind, value, unit, fromOn, toOn, authority, documentNo, note, reason, scanFileId, source, state, counts, isAsked,
    proposedByName: isOwn && !isAsked ? '' : fact.proposedByName, proposedAt: proposedAt.toISOString(), decidedByName: isOwn ? null : fact.decidedByName, decidedAt: decidedAt?.toISOString() ?? null, decisionReason, version,
    actions: [...(counts && may('correct') ? (['correct'] as const) : []), ...(state === 'proposed' && fact.proposedBy !== actor.userId && may('decide') ? (['decide'] as const) : [])],
  };
};
