import type { Actor } from '@huanbao/platform';
import { ForecastLineView } from '../calendar/duty.view';
import { dutyPolicy } from '../duties.policy';
import { Stoppage, StoppageQuestion } from './stoppage.entity';

export class StoppageView {
  id!: string;
  permitId!: string;
  permitNumber!: string;
  enterpriseId!: string;
  enterpriseName!: string;
  siteName!: string;
  kind!: 'planned' | 'unplanned';
  scope!: string;
  /** Codes that stand still; null for the whole site. */
  facilities!: string[] | null;
  /** Outlets that emit nothing meanwhile; null for the whole site. */
  outlets!: string[] | null;
  fromOn!: string;
  /** Last day; while it lasts the last day expected, null for unknown. */
  toOn!: string | null;
  reason!: string;
  state!: 'reported' | 'resumed' | 'withdrawn';
  reportedAt!: Date;
  reportedByName!: string;
  resumedAt!: Date | null;
  resumeNote!: string | null;
  version!: number;
  actions!: string[];
}

export class StoppagePageView {
  items!: StoppageView[];
  nextCursor!: string | null;
}

export class StoppageQuestionView {
  id!: string;
  text!: string;
  askedAt!: Date;
  askedByName!: string;
  answer!: string | null;
  answeredAt!: Date | null;
  answeredByName!: string | null;
}

export class StoppageDetailView extends StoppageView {
  questions!: StoppageQuestionView[];
}

/** What a stoppage changes, before it is reported. */
export class StoppagePreviewView {
  /** Duties that are not demanded because of it. */
  excused!: ForecastLineView[];
  /** Monitoring that stays, but not at the outlets that emit nothing (停运免测). */
  reduced!: ForecastLineView[];
  /** Duties that stay, though production stands: those due from its first day to 120 days after its last one. */
  stays!: ForecastLineView[];
}

/** An outlet and the facilities that feed it. */
export class StoppageOutletView {
  code!: string;
  name!: string;
  facilities!: string[];
}

/** A production or treatment facility; without a name where the permit only mentions its code. */
export class StoppageFacilityView {
  code!: string;
  name!: string;
}

/** What can stand still: the facilities of a permit as it holds today, and the outlets they feed. */
export class StoppageFacilitiesView {
  facilities!: StoppageFacilityView[];
  outlets!: StoppageOutletView[];
}

export function stoppageView(actor: Actor, row: Stoppage): StoppageView {
  const { id, permitId, permitNumber, enterpriseId, enterpriseName, siteName, kind, scope, facilities, outlets, fromOn, toOn, reason, state, reportedAt, reportedByName, resumedAt, resumeNote, version } = row;
  return { id, permitId, permitNumber, enterpriseId, enterpriseName, siteName, kind, scope, facilities, outlets, fromOn, toOn, reason, state, reportedAt, reportedByName, resumedAt, resumeNote, version, actions: dutyPolicy.actionsOn(actor, row) };
}

export function questionView({ id, text, askedAt, askedByName, answer, answeredAt, answeredByName }: StoppageQuestion): StoppageQuestionView {
  return { id, text, askedAt, askedByName, answer, answeredAt, answeredByName };
}
