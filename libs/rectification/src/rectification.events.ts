import { complaintAnswered } from '@huanbao/complaints';
import { dutyOrdered } from '@huanbao/duties';
import { inspectionClosed } from '@huanbao/enforcement';
import { defineEvent, defineJob, defineSchedule } from '@huanbao/platform';

interface Told {
  readonly rectificationId: string;
  readonly enterpriseId: string;
  readonly regionCode: string;
}

/** The notice reached the enterprise: the period runs. */
export const rectificationServed = defineEvent<Told>('rectification.served');
/** Its deadline passed with something left to mend. */
export const rectificationOverdue = defineEvent<Told>('rectification.overdue');
/** Verified and closed. */
export const rectificationClosed = defineEvent<Told>('rectification.closed');
/** The notice was wrong; what followed from it is taken back. */
export const rectificationWithdrawn = defineEvent<Told>('rectification.withdrawn');
/** What is not mended: the findings of an inspection it came from, or the complaint, whichever round of it; none where it came from elsewhere. Messages of before name none. */
interface Unmended {
  readonly inspectionId?: string | null;
  readonly complaintId?: string | null;
  readonly findingIds?: readonly string[];
}

/** 移送立案审查: an officer hands it to those who keep penalty cases. */
export const rectificationClue = defineEvent<Told & Unmended & { readonly number: string; readonly reason: string; readonly on?: string }>('rectification.clue');
/** A re-check found the violation still there (生态环境法典 第一千零六十条, 按日连续处罚): what the daily penalty counts from. */
export const violationPersists = defineEvent<Told & Unmended & { readonly number: string; readonly orderServedOn: string; readonly recheckedOn: string; readonly words: string; readonly inspectionId: string | null }>('rectification.violation-persists');

export const draftFromInspection = defineJob<{ inspectionId: string; enterpriseId: string; regionCode: string; result: 'clear' | 'violations' }>('rectification.from-inspection', { queue: 'quick', on: inspectionClosed });
export const draftFromComplaint = defineJob<{ complaintId: string; enterpriseId: string | null; outcome: string; regionCode: string }>('rectification.from-complaint', { queue: 'quick', on: complaintAnswered });
export const draftFromDuty = defineJob<{ obligationId: string; enterpriseId: string; regionCode: string; title: string; legalBasis: string; verified: boolean; dueOn: string; place: string; orderedBy: string }>('rectification.from-duty', { queue: 'quick', on: dutyOrdered });
/** The ledger of credit follows what became of a rectification. */
export const tellCreditOfRectification = defineJob<{ rectificationId: string }>('rectification.tell-credit', { queue: 'quick', on: [rectificationOverdue, rectificationClosed, rectificationWithdrawn] });
/** What has passed its day. */
export const rectificationRound = defineJob<Record<string, never>>('rectification.daily-round', { queue: 'review' });
defineSchedule(rectificationRound, { dailyAt: '00:40' });
