import { complaintAnswered } from '@huanbao/complaints';
import { inspectionClosed, inspectionPaperDrawn } from '@huanbao/enforcement';
import { defineEvent, defineJob, defineSchedule } from '@huanbao/platform';
import { rectificationClue, violationPersists } from '@huanbao/rectification';

interface Told {
  readonly penaltyId: string;
  readonly partyOrgId: string | null;
  /** `penalty` or `no-penalty`. */
  readonly kind: string;
  readonly measures: readonly string[];
  readonly fineYuan: string;
}

export const penaltyDecided = defineEvent<Told>('penalty.decided');
/** The decision reached the party. */
export const penaltyEffective = defineEvent<Told>('penalty.effective');
/** The decision, or a part of it, was taken back. */
export const penaltyRevoked = defineEvent<Told>('penalty.revoked');
/** A contest that stops the decision began or ended. */
export const penaltyRested = defineEvent<Told>('penalty.rested');
export const penaltyClosed = defineEvent<Told>('penalty.closed');

/** The credit of an enterprise follows its penalties. */
export const tellCreditOfPenalty = defineJob<{ penaltyId: string }>('penalty.tell-credit', { queue: 'quick', on: [penaltyEffective, penaltyRevoked, penaltyRested] });
/** 发现违法即移出: a penalty that was served ends an entry of the positive list. */
export const leavePositiveList = defineJob<{ penaltyId: string; partyOrgId: string | null; kind: string }>('penalty.leave-positive-list', { queue: 'quick', on: penaltyEffective });
/** A complaint that was found justified is a clue. */
export const takeComplaintClue = defineJob<{ complaintId: string; enterpriseId: string | null; outcome: string; regionCode: string; on?: string }>('penalty.take-complaint', { queue: 'quick', on: complaintAnswered });
/** A sealed record with findings that were handed over for a penalty is a clue. */
export const takeInspectionClue = defineJob<{ inspectionId: string; enterpriseId: string; regionCode: string; result: 'clear' | 'violations' }>('penalty.take-inspection', { queue: 'quick', on: inspectionClosed });
/** The record of a visit is on paper: the evidence that was taken over from it gets its file. */
export const takeInspectionPaper = defineJob<{ inspectionId: string }>('penalty.take-paper', { queue: 'quick', on: inspectionPaperDrawn });
/** A rectification that an officer handed over. */
export const takeRectificationClue = defineJob<{ rectificationId: string; enterpriseId: string; regionCode: string; number: string; reason: string; on?: string; inspectionId?: string | null; complaintId?: string | null; findingIds?: readonly string[] }>('penalty.take-rectification', { queue: 'quick', on: rectificationClue });
/** A re-check found the violation still there: what a daily penalty counts from. */
export const takeRecheck = defineJob<{ rectificationId: string; enterpriseId: string; regionCode: string; number: string; orderServedOn: string; recheckedOn: string; words: string; inspectionId?: string | null; complaintId?: string | null; findingIds?: readonly string[] }>('penalty.take-recheck', { queue: 'quick', on: violationPersists });
/** Publications that end, decisions that should stand in public and do not. */
export const penaltyDailyRound = defineJob<Record<string, never>>('penalty.daily-round', { queue: 'review' });
defineSchedule(penaltyDailyRound, { dailyAt: '00:50' });
