import { defineEvent } from '@huanbao/platform';

/** A complaint was accepted: enforcement may plan a visit (visits upon complaints do not count towards the yearly cap). */
export const complaintAccepted = defineEvent<{ complaintId: string; number: string; enterpriseId: string | null; subject: string; regionCode: string }>('complaint.accepted');
/** It was investigated and answered; `confirmed` and `partly` may lead to a case or a fact of credit. `on` is the day of the answer. */
export const complaintAnswered = defineEvent<{ complaintId: string; enterpriseId: string | null; outcome: string; regionCode: string; on?: string }>('complaint.answered');
/** Answered in a further round: whoever acted upon an earlier answer looks at it again. `before` is the outcome of the round before, `earlier` the rounds before this one. */
export const complaintAnsweredAnew = defineEvent<{ complaintId: string; number: string; roundId: string; earlier: string[]; enterpriseId: string | null; outcome: string; before: string | null; regionCode: string; on?: string }>('complaint.answered-anew');
/** Closed after the call back. */
export const complaintClosed = defineEvent<{ complaintId: string; enterpriseId: string | null; outcome: string; regionCode: string }>('complaint.closed');
