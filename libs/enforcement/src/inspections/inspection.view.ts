import type { Actor } from '@huanbao/platform';
import type { Inspection } from '../enforcement.entity';
import { inspectionPolicy } from '../enforcement.policy';

export class InspectionOfficerView {
  userId!: string;
  name!: string;
  certificateNo!: string;
}

/** A visit in a list. */
export class InspectionItemView {
  id!: string;
  number!: string;
  kind!: 'random' | 'special' | 'complaint' | 'offsite';
  drawId!: string | null;
  drawNumber!: string | null;
  enterpriseId!: string;
  enterpriseName!: string;
  plannedFrom!: string;
  plannedTo!: string;
  officers!: InspectionOfficerView[];
  state!: 'planned' | 'held' | 'cancelled';
  /** Planned, and the period is over. */
  late!: boolean;
  cancelledReason!: string | null;
}

export class InspectionPageView {
  items!: InspectionItemView[];
  nextCursor!: string | null;
}

export class InspectionView extends InspectionItemView {
  uscc!: string | null;
  countsToCap!: boolean;
  createdByName!: string;
  createdAt!: string;
  version!: number;
  actions!: string[];
}

/** An enterprise reads of a visit when it was held. */
export const inspectionParties = ({ enterpriseId, regionCode, state }: Inspection): { enterpriseId: string; regionCode: string; isReleased: boolean } => ({ enterpriseId, regionCode, isReleased: state === 'held' });

export const inspectionItem = (today: string) => ({ id, number, kind, drawId, drawNumber, enterpriseId, enterpriseName, plannedFrom, plannedTo, officers, state, cancelledReason }: Inspection): InspectionItemView => ({
  id, number, kind, drawId, drawNumber, enterpriseId, enterpriseName, plannedFrom, plannedTo, officers: officers.map(({ userId, name, certificateNo }) => ({ userId, name, certificateNo })), state, late: state === 'planned' && plannedTo < today, cancelledReason,
});

export const inspectionView = (actor: Actor, inspection: Inspection, today: string): InspectionView => {
  const { uscc, countsToCap, createdByName, createdAt, version, state } = inspection;
  const actions = state === 'planned' && inspectionPolicy.may(actor, 'inspection.cancel', inspectionParties(inspection)) ? ['cancel'] : [];
  return { ...inspectionItem(today)(inspection), uscc, countsToCap, createdByName, createdAt: createdAt.toISOString(), version, actions };
};
