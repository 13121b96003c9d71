import type { ComplaintDispute } from '../disputes/dispute.entity';
import type { AppliedPeriod } from '../period-rules';
import { CLOCK_PERIODS, periodKey } from '../period-rules';
import type { Complaint } from '../entities';
import type { ComplaintRound } from '../rounds/round.entity';
import { complaintMachine } from '../complaint.machine';

/** The dated row behind a clock: what it says, on what basis, and whether anybody compared it with the text. */
export class ComplaintPeriodView {
  /** acceptance, refusal, commencement, handling, judging or review. */
  clock!: string;
  clockZh!: string;
  clockEn!: string;
  title!: string;
  value!: string;
  unit!: string;
  legalBasis!: string;
  verified!: boolean;
  effectiveFrom!: string | null;
  /** What the row is ruled for; both null for the general row. */
  subject!: string | null;
  channel!: string | null;
}

export class ComplaintExtensionView {
  days!: number;
  reason!: string;
  askedByName!: string;
  askedAt!: string;
  /** Null: to be decided. */
  granted!: boolean | null;
  words!: string | null;
  decidedByName!: string | null;
  decidedAt!: string | null;
}

export class ComplaintRoundCallBackView {
  reached!: boolean;
  words!: string;
  reason!: string | null;
  byName!: string;
  at!: string;
}

/** One round of handling for the bureau. */
export class ComplaintRoundView {
  round!: number;
  openedAt!: string;
  because!: string;
  openedReason!: string | null;
  openedByName!: string;
  unit!: string | null;
  commencementDue!: string | null;
  begunAt!: string | null;
  begunByName!: string | null;
  handlingDue!: string | null;
  extension!: ComplaintExtensionView | null;
  outcome!: string | null;
  answer!: string | null;
  handlingNote!: string | null;
  answeredAt!: string | null;
  answeredByName!: string | null;
  callBacks!: ComplaintRoundCallBackView[];
  periods!: ComplaintPeriodView[];
}

export class ComplaintDisputeView {
  id!: string;
  /** The report whose reporter said so. */
  complaintId!: string;
  number!: string;
  round!: number;
  level!: 'first' | 'review';
  reason!: string;
  statedAt!: string;
  enteredByName!: string | null;
  due!: string | null;
  state!: 'open' | 'reopened' | 'upheld';
  decisionReason!: string | null;
  decidedAt!: string | null;
  decidedByName!: string | null;
}

/** A round as the reporters read it: without names of officers. */
export class PublicRoundView {
  round!: number;
  openedAt!: string;
  because!: 'accepted' | 'dissatisfied' | 'review' | 'new-facts' | 'false-answer' | 'other';
  openedReason!: string | null;
  begunAt!: string | null;
  outcome!: 'confirmed' | 'partly' | 'unfounded' | null;
  answer!: string | null;
  answeredAt!: string | null;
}

export class PublicDisputeView {
  round!: number;
  level!: 'first' | 'review';
  reason!: string;
  statedAt!: string;
  state!: 'open' | 'reopened' | 'upheld';
  decisionReason!: string | null;
  decidedAt!: string | null;
}

export function periodsView(periods: Complaint['periods']): ComplaintPeriodView[] {
  return CLOCK_PERIODS.flatMap(clock => {
    const applied: AppliedPeriod | undefined = periods[clock];
    if (!applied) return [];
    const { key, title, value, unit, legalBasis, verified, effectiveFrom } = applied;
    const { subject, channel } = periodKey(key);
    const label = complaintMachine.clocks[clock].label ?? { zh: clock, en: clock };
    return [{ clock, clockZh: label.zh, clockEn: label.en, title, value, unit, legalBasis, verified, effectiveFrom, subject, channel }];
  });
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

export function roundView(row: ComplaintRound): ComplaintRoundView {
  const { round, because, openedReason, openedByName, unit, commencementDue, begunByName, handlingDue, outcome, answer, handlingNote, answeredByName, callBacks } = row;
  return {
    round, openedAt: row.openedAt.toISOString(), because, openedReason, openedByName, unit, commencementDue, begunAt: iso(row.begunAt), begunByName, handlingDue, extension: row.extension && extensionView(row.extension),
    outcome, answer, handlingNote, answeredAt: iso(row.answeredAt), answeredByName, callBacks: callBacks.map(({ reached, words, reason, byName, at }) => ({ reached, words, reason: reason ?? null, byName, at })), periods: periodsView(row.periods),
  };
}

const extensionView = ({ days, reason, askedByName, askedAt, granted, words, decidedByName, decidedAt }: NonNullable<ComplaintRound['extension']>): ComplaintExtensionView => ({ days, reason, askedByName, askedAt, granted, words, decidedByName, decidedAt });

export function disputeView(row: ComplaintDispute, number: string): ComplaintDisputeView {
  const { id, complaintId, round, level, reason, enteredByName, due, state, decisionReason, decidedByName } = row;
  return { id, complaintId, number, round, level, reason, statedAt: row.statedAt.toISOString(), enteredByName, due, state, decisionReason, decidedAt: iso(row.decidedAt), decidedByName };
}

export const publicRound = ({ round, openedAt, because, openedReason, begunAt, outcome, answer, answeredAt }: ComplaintRound): PublicRoundView => ({
  round, openedAt: openedAt.toISOString(), because, openedReason, begunAt: iso(begunAt), outcome, answer, answeredAt: iso(answeredAt),
});

export const publicDispute = ({ round, level, reason, statedAt, state, decisionReason, decidedAt }: ComplaintDispute): PublicDisputeView => ({
  round, level, reason, statedAt: statedAt.toISOString(), state, decisionReason, decidedAt: iso(decidedAt),
});
