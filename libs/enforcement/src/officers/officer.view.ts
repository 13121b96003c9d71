import type { Actor } from '@huanbao/platform';
import type { EnforcementOfficer, OfficerAvoidance } from '../enforcement.entity';
import { officerPolicy } from '../enforcement.policy';

export class OfficerItemView {
  id!: string;
  userId!: string;
  name!: string;
  certificateNo!: string;
  validFrom!: string;
  validUntil!: string;
  state!: 'active' | 'paused';
  pausedReason!: string | null;
  /** Whether this officer can be sent today. */
  canGo!: boolean;
  version!: number;
}

export class OfficerPageView {
  items!: OfficerItemView[];
  nextCursor!: string | null;
}

export class AvoidanceView {
  id!: string;
  enterpriseId!: string;
  enterpriseName!: string;
  reason!: string;
  declaredByName!: string;
  declaredAt!: string;
  liftedAt!: string | null;
  liftedByName!: string | null;
  liftedReason!: string | null;
}

export class EnforcementOfficerView extends OfficerItemView {
  avoidances!: AvoidanceView[];
  actions!: string[];
}

/** A member of the bureau who could be put on the list. */
export class OfficerCandidateView {
  userId!: string;
  name!: string;
}

export const officerItem = (today: string) => ({ id, userId, name, certificateNo, validFrom, validUntil, state, pausedReason, version }: EnforcementOfficer): OfficerItemView => ({
  id, userId, name, certificateNo, validFrom, validUntil, state, pausedReason, canGo: state === 'active' && validFrom <= today && today <= validUntil, version,
});

const avoidanceView = ({ id, enterpriseId, enterpriseName, reason, declaredByName, declaredAt, liftedAt, liftedByName, liftedReason }: OfficerAvoidance): AvoidanceView => ({
  id, enterpriseId, enterpriseName, reason, declaredByName, declaredAt: declaredAt.toISOString(), liftedAt: liftedAt?.toISOString() ?? null, liftedByName, liftedReason,
});

export const officerView = (actor: Actor, officer: EnforcementOfficer, avoidances: readonly OfficerAvoidance[], today: string): EnforcementOfficerView => ({
  ...officerItem(today)(officer), avoidances: avoidances.map(avoidanceView), actions: officerPolicy.actionsOn(actor, officer).map(one => one.split('.')[1] as string),
});
