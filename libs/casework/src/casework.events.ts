import { defineEvent } from '@huanbao/platform';

/** A case moved along its machine. */
export const caseMoved = defineEvent<{ caseId: string; kind: string; action: string; from: string; to: string }>('case.moved');
/** An officer took a case, or got it by hand-over. */
export const caseClaimed = defineEvent<{ caseId: string; userId: string; by: string }>('case.claimed');
/** The running clock has 5, 3 or 1 days left; each told once. */
export const caseDueSoon = defineEvent<{ caseId: string; clock: string; remaining: number }>('case.due-soon');
/** The running clock has lapsed; told once. */
export const caseOverdue = defineEvent<{ caseId: string; clock: string }>('case.overdue');
export const correctionRequested = defineEvent<{ caseId: string; roundId: string }>('case.correction-requested');
/** The applicant handed the case in again. */
export const correctionAnswered = defineEvent<{ caseId: string; roundId: string }>('case.correction-answered');
/** A notice has its number; the PDF follows. */
export const noticeIssued = defineEvent<{ caseId: string; noticeId: string }>('case.notice-issued');
/** The holidays of a year were entered, for the first time or anew. */
export const holidaysPublished = defineEvent<{ year: number }>('holiday.published');
