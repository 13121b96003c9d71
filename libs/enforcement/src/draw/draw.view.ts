import type { Actor } from '@huanbao/platform';
import type { DrawCandidate, InspectionDraw } from '../enforcement.entity';
import { drawPolicy } from '../enforcement.policy';
import { DrawOptionView } from '../targets/target.view';

/** A draw in a list. */
export class InspectionDrawItemView {
  id!: string;
  number!: string;
  title!: string;
  periodFrom!: string;
  periodTo!: string;
  state!: 'announced' | 'drawn' | 'cancelled';
  poolSize!: number;
  leftOut!: number;
  drawnCount!: number;
  announcedByName!: string;
  announcedAt!: string;
  drawnAt!: string | null;
}

export class InspectionDrawPageView {
  items!: InspectionDrawItemView[];
  nextCursor!: string | null;
}

export class DrawClassView {
  targetClass!: 'key' | 'general' | 'special';
  wanted!: number;
  pool!: number;
  leftOut!: number;
  drawn!: number;
  /** Sum of the weights of those who can be drawn. */
  weight!: string;
}

export class DrawReasonView {
  reason!: 'suspended' | 'positive' | 'cap' | 'open-visit' | 'officers';
  count!: number;
}

export class FrozenOfficerView {
  name!: string;
  certificateNo!: string;
}

/** What the seed rests on, published with the announcement. */
export class DrawOriginView {
  announcedAt!: string;
  auditSeq!: string;
  auditHead!: string;
  publicSource!: string;
  publicOn!: string;
  secretDigest!: string;
}

export class InspectionDrawView extends InspectionDrawItemView {
  algorithm!: string;
  commitment!: string;
  /** Null before the draw. */
  seed!: string | null;
  /** Whether somebody outside keeps the seed. */
  seedKeptOutside!: boolean;
  /** Null for draws announced before 2026-11-30. */
  origin!: DrawOriginView | null;
  /** Opened by the draw. */
  publicValue!: string | null;
  secret!: string | null;
  poolHash!: string;
  classes!: DrawClassView[];
  reasons!: DrawReasonView[];
  officers!: FrozenOfficerView[];
  drawnByName!: string | null;
  cancelledReason!: string | null;
  publishBy!: string | null;
  version!: number;
  actions!: string[];
}

export class WeightPartView {
  zh!: string;
  en!: string;
  factor!: string;
}

export class DrawWhyView {
  zh!: string;
  en!: string;
}

/** An enterprise of the frozen pool: its weight line by line, why it was left out, its lot and place. */
export class DrawCandidateView {
  enterpriseId!: string;
  enterpriseName!: string;
  code!: string;
  targetClass!: 'key' | 'general' | 'special';
  weight!: string;
  parts!: WeightPartView[];
  leftOut!: 'suspended' | 'positive' | 'cap' | 'open-visit' | 'officers' | null;
  why!: DrawWhyView | null;
  /** It was in the frozen pool and fell out when everybody was looked at again at the draw. */
  fellOut!: boolean;
  lot!: string | null;
  arrival!: string | null;
  place!: number | null;
  drawn!: boolean;
  /** The visit that came of it. */
  inspectionId!: string | null;
  inspectionNumber!: string | null;
  /** Why its visit was not held. */
  cancelledReason!: string | null;
  crew!: string[];
}

export class DrawCandidatePageView {
  items!: DrawCandidateView[];
  nextCursor!: string | null;
}

/** The draw made again from its record. */
export class DrawVerificationView {
  poolMatches!: boolean;
  commitmentMatches!: boolean;
  /** The entry of the audit chain the seed rests on is still there; null for draws that rest on none. */
  chainMatches!: boolean | null;
  resultMatches!: boolean;
  checkedAt!: string;
}

/** What to fill in when a draw is announced. */
export class DrawOutlookView {
  keyUnits!: number;
  generalUnits!: number;
  specialUnits!: number;
  officers!: number;
  suggestedKey!: number;
  suggestedGeneral!: number;
  parameters!: DrawOptionView[];
}

export class PublicDrawView {
  id!: string;
  number!: string;
  title!: string;
  bureauName!: string;
  state!: 'announced' | 'drawn' | 'cancelled';
  announcedAt!: string;
  drawnAt!: string | null;
  commitment!: string;
  poolHash!: string;
  poolSize!: number;
  leftOut!: number;
  drawnCount!: number;
  cancelledReason!: string | null;
  publishBy!: string | null;
  /** False until the visits are over: who knew the result before could prepare for it. */
  isOpen!: boolean;
  algorithm!: string;
  seed!: string | null;
  origin!: DrawOriginView | null;
  publicValue!: string | null;
  secret!: string | null;
  results!: PublicDrawResultView[];
}

export class PublicDrawResultView {
  enterpriseName!: string;
  uscc!: string | null;
  /** Where the visit was held. */
  heldOn!: string | null;
  /** What came of it. */
  result!: 'clear' | 'violations' | null;
  /** Why it was not held: decided by two persons. */
  cancelledReason!: string | null;
}

export class PublicDrawPageView {
  items!: PublicDrawView[];
  nextCursor!: string | null;
}

export const drawItem = ({ id, number, title, periodFrom, periodTo, state, poolSize, leftOut, drawnCount, announcedByName, announcedAt, drawnAt }: InspectionDraw): InspectionDrawItemView => ({
  id, number, title, periodFrom, periodTo, state, poolSize, leftOut, drawnCount, announcedByName, announcedAt: announcedAt.toISOString(), drawnAt: drawnAt?.toISOString() ?? null,
});

interface Counted {
  readonly classes: DrawClassView[];
  readonly reasons: DrawReasonView[];
}

export function drawView(actor: Actor, draw: InspectionDraw, { classes, reasons }: Counted): InspectionDrawView {
  const { algorithm, commitment, seed, seedCipher, poolHash, officers, drawnByName, cancelledReason, publishBy, version, state, origin, publicValue, secret } = draw;
  const actions = state === 'announced' ? (['draw', 'cancel'] as const).filter(act => drawPolicy.may(actor, `inspection-draw.${act}`, draw)) : [];
  return { ...drawItem(draw), algorithm, commitment, seed, seedKeptOutside: origin === null && seedCipher === null, origin: origin && { ...origin }, publicValue, secret, poolHash, classes, reasons, officers: officers.map(({ name, certificateNo }) => ({ name, certificateNo })), drawnByName, cancelledReason, publishBy, version, actions: [...actions] };
}

export interface CandidateRow extends DrawCandidate {
  readonly fellOut: boolean;
  readonly inspectionId: string | null;
  readonly inspectionNumber: string | null;
  readonly cancelledReason: string | null;
  readonly crew: readonly { readonly name: string; readonly certificateNo: string }[] | null;
}

export const candidateView = ({ enterpriseId, enterpriseName, code, targetClass, weight, parts, leftOut, why, fellOut, lot, arrival, place, drawn, inspectionId, inspectionNumber, cancelledReason, crew }: CandidateRow): DrawCandidateView => ({
  enterpriseId, enterpriseName, code, targetClass, weight, parts: parts.map(({ zh, en, factor }) => ({ zh, en, factor })), leftOut, why, fellOut, lot, arrival, place, drawn, inspectionId, inspectionNumber, cancelledReason, crew: (crew ?? []).map(one => `${one.name}（${one.certificateNo}）`),
});
