import { coversRegion, type Actor } from '@huanbao/platform';
import type { Inspection, InspectionKind, InspectionState } from '../enforcement.entity';
import { type InspectionParties, inspectionPolicy } from '../enforcement.policy';
import { modeOf } from '../record/form';

export class InspectionOfficerView {
  userId!: string;
  name!: string;
  certificateNo!: string;
}

/** A visit in a list. */
export class InspectionItemView {
  id!: string;
  number!: string;
  kind!: InspectionKind;
  drawId!: string | null;
  drawNumber!: string | null;
  enterpriseId!: string;
  enterpriseName!: string;
  plannedFrom!: string;
  plannedTo!: string;
  officers!: InspectionOfficerView[];
  state!: InspectionState;
  /** Not closed, and the period is over. */
  late!: boolean;
  heldOn!: string | null;
  result!: 'clear' | 'violations' | null;
  cancelledReason!: string | null;
}

/** An officer who gave way to another one, and why. */
export class CrewChangeView {
  leftName!: string;
  joinedName!: string;
  reason!: string;
  byName!: string;
  at!: string;
}

/** Whose signatures are missing in the sealed record, and why. */
export class SealNoteView {
  missing!: string[];
  reason!: string;
  byName!: string;
}

export class InspectionPageView {
  items!: InspectionItemView[];
  nextCursor!: string | null;
}

export class InspectionCountView {
  state!: InspectionState;
  count!: number;
  /** Of these, with the reader among the officers. */
  mine!: number;
}

/** A violation as it was signed. */
export class InspectionFindingView {
  id!: string;
  place!: number;
  title!: string;
  law!: string;
  lawFrom!: string;
  lawVerified!: boolean;
  conductOn!: string;
  description!: string;
  harm!: string;
  fault!: string;
  suggestion!: 'order' | 'rectify' | 'penalty-clue';
  decision!: 'order' | 'rectify' | 'penalty-clue' | 'none';
  decisionReason!: string | null;
}

export class InspectionSignatureView {
  side!: 'officer' | 'party';
  way!: 'account' | 'drawn' | 'refused';
  userId!: string | null;
  name!: string;
  refusedReason!: string | null;
  witness!: string | null;
  fileId!: string | null;
  sha256!: string | null;
  /** Copy of record of an officer's signature. */
  recordId!: string | null;
  at!: string;
}

/** The day of the visit as an officer gave it when the record was closed for signing. */
export class InspectionHeldDayView {
  on!: string;
  reason!: string | null;
  byName!: string;
  at!: string;
}

export class InspectionSupplementView {
  id!: string;
  kind!: 'correction' | 'statement';
  words!: string;
  byName!: string;
  orgName!: string;
  at!: string;
}

export class InspectionView extends InspectionItemView {
  /** Each time the record was closed for signing: more than one where it was sent back. */
  heldDays!: InspectionHeldDayView[];
  /** When a page of the record first reached the platform. */
  firstSavedOn!: string | null;
  mode!: 'onsite' | 'offsite';
  uscc!: string | null;
  reason!: string | null;
  legalBasis!: string | null;
  complaintNumber!: string | null;
  followsId!: string | null;
  followsNumber!: string | null;
  overrideReason!: string | null;
  overrideWhat!: string[];
  overrideByName!: string | null;
  countsToCap!: boolean;
  /** A drawn visit is to be cancelled: who asked, and why; a second person decides. */
  cancelAskedByName!: string | null;
  cancelAskedReason!: string | null;
  cancelledByName!: string | null;
  createdByName!: string;
  createdAt!: string;
  /** SM3 of what is signed. */
  contentHash!: string | null;
  closedAt!: string | null;
  /** The sealed line and its SM2 signature. */
  sealText!: string | null;
  sealSignature!: string | null;
  sealKey!: string | null;
  /** Whether the sealed line, the kept content and the signature still agree; null before sealing. */
  sealHolds!: boolean | null;
  statementDueOn!: string | null;
  paperFileId!: string | null;
  paperSm3!: string | null;
  crewChanges!: CrewChangeView[];
  sealNote!: SealNoteView | null;
  findings!: InspectionFindingView[];
  signatures!: InspectionSignatureView[];
  supplements!: InspectionSupplementView[];
  version!: number;
  /** Of: fill, freeze, reopen, sign, party, replace-officer, seal, cancel, decide-cancel, correct, state. */
  actions!: string[];
}

export class PlanningOfficerView {
  id!: string;
  name!: string;
  certificateNo!: string;
  /** Why this officer cannot go on these days. */
  cannot!: { zh: string; en: string } | null;
}

export class InspectionPlanningView {
  officers!: PlanningOfficerView[];
  /** This year, counting to the cap. */
  visits!: number;
  cap!: number | null;
  /** Number of the entry of the positive list. */
  positive!: string | null;
  openVisits!: string[];
}

export class InspectionLeadView {
  complaintId!: string;
  number!: string;
  subject!: string;
  enterpriseId!: string | null;
  receivedAt!: string;
}

export class InspectionLeadPageView {
  items!: InspectionLeadView[];
  nextCursor!: string | null;
}

export class InspectionFigureView {
  kind!: InspectionKind;
  /** Quarter of the year, 1 to 4. */
  quarter!: number;
  clear!: number;
  violations!: number;
}

export class InspectionFiguresView {
  year!: number;
  rows!: InspectionFigureView[];
}

/** An enterprise reads of a visit when its record is sealed. */
export const inspectionParties = ({ enterpriseId, regionCode, state, officers }: Inspection): InspectionParties => ({ enterpriseId, regionCode, isReleased: state === 'held', team: officers.map(one => one.userId) });

const isOpen = (state: InspectionState): boolean => state === 'planned' || state === 'drafting' || state === 'signing';

export const inspectionItem = (today: string) => ({ id, number, kind, drawId, drawNumber, enterpriseId, enterpriseName, plannedFrom, plannedTo, officers, state, heldOn, result, cancelledReason }: Inspection): InspectionItemView => ({
  id, number, kind, drawId, drawNumber, enterpriseId, enterpriseName, plannedFrom, plannedTo, officers: officers.map(({ userId, name, certificateNo }) => ({ userId, name, certificateNo })), state, late: isOpen(state) && plannedTo < today, heldOn, result, cancelledReason,
});

export interface InspectionDetails extends Pick<InspectionView, 'findings' | 'signatures' | 'supplements' | 'sealHolds' | 'firstSavedOn'> {
  readonly today: string;
}

export const inspectionView = (actor: Actor, inspection: Inspection, { today, ...details }: InspectionDetails): InspectionView => {
  const { uscc, countsToCap, createdByName, createdAt, version, reason, legalBasis, complaintNumber, followsId, followsNumber, overrideReason, overrideWhat, overrideByName, contentHash, closedAt, sealText, sealSignature, sealKey, statementDueOn, paperFileId, paperSm3, cancelAsked, cancelledByName, crewChanges, sealNote, heldDays } = inspection;
  return {
    ...inspectionItem(today)(inspection), mode: modeOf(inspection.kind), uscc, countsToCap, cancelAskedByName: cancelAsked?.byName ?? null, cancelAskedReason: cancelAsked?.reason ?? null, cancelledByName, createdByName, createdAt: createdAt.toISOString(), version, reason, legalBasis, complaintNumber, followsId, followsNumber, overrideReason, overrideWhat, overrideByName,
    contentHash, closedAt: closedAt?.toISOString() ?? null, sealText, sealSignature, sealKey, statementDueOn, paperFileId, paperSm3, crewChanges: crewChanges.map(({ left, joined, reason: why, byName, at }) => ({ leftName: left.name, joinedName: joined.name, reason: why, byName, at })), sealNote: sealNote && { missing: sealNote.missing.map(one => one.name), reason: sealNote.reason, byName: sealNote.byName },
    heldDays: heldDays.map(one => ({ ...one })), ...details, actions: actionsOn(actor, inspection, { today, ...details }),
  };
};

/** What the law asks of a record: two officers. */
export const LEAST_OFFICERS = 2;

type Given = readonly Pick<InspectionSignatureView, 'side'>[];

const enough = (signatures: Given): boolean => signatures.filter(one => one.side === 'officer').length >= LEAST_OFFICERS;

/** Whether it can still end without a record: not held yet, or signed by the party and not by the officers a record needs. */
export const mayEnd = ({ state }: Pick<Inspection, 'state'>, signatures: Given): boolean => state === 'planned' || state === 'drafting' || (state === 'signing' && signatures.some(one => one.side === 'party') && !enough(signatures));

function actionsOn(actor: Actor, inspection: Inspection, { today, signatures }: InspectionDetails): string[] {
  const { state, kind, closedAt, statementDueOn } = inspection;
  const parties = inspectionParties(inspection);
  const team = inspectionPolicy.may(actor, 'inspection.hold', parties);
  const partySigned = signatures.some(one => one.side === 'party');
  const ends = mayEnd(inspection, signatures);
  const list: readonly (readonly [string, boolean])[] = [
    ['fill', team && (state === 'planned' || state === 'drafting')],
    ['freeze', team && state === 'drafting'],
    ['reopen', team && state === 'signing' && !partySigned],
    ['sign', team && state === 'signing' && !signatures.some(one => one.side === 'officer' && one.userId === actor.userId)],
    ['party', team && state === 'signing' && modeOf(kind) === 'onsite' && !partySigned],
    ['replace-officer', isOpen(state) && !partySigned && inspectionPolicy.may(actor, 'inspection.crew', parties)],
    ['seal', state === 'signing' && partySigned && enough(signatures) && inspectionPolicy.may(actor, 'inspection.seal', parties)],
    ['cancel', ends && inspection.cancelAsked === null && inspectionPolicy.may(actor, 'inspection.cancel', parties)],
    ['decide-cancel', ends && inspection.cancelAsked !== null && inspection.cancelAsked.byUserId !== actor.userId && inspectionPolicy.may(actor, 'inspection.decide-cancel', parties)],
    ['correct', team && closedAt !== null],
    ['state', closedAt !== null && statementDueOn !== null && today <= statementDueOn && inspectionPolicy.may(actor, 'inspection.answer', parties)],
    ['follow-up', closedAt !== null && coversRegion(actor, inspection.regionCode) && inspectionPolicy.may(actor, 'inspection.plan', parties)],
  ];
  return list.flatMap(([action, may]) => (may ? [action] : []));
}
