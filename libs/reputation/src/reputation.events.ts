import { correctionRequested } from '@huanbao/casework';
import { deliveryReviewed, ratingPublished } from '@huanbao/marketplace';
import { permitDecided } from '@huanbao/permits';
import { defineEvent, defineJob, defineSchedule } from '@huanbao/platform';
import { reportAccepted, reportReturned } from '@huanbao/reports';

/** An officer has brought something against a firm; it may state its case. */
export const findingProposed = defineEvent<{ findingId: string }>('firm-finding.proposed');
/** The firm has stated its case, or objected to the decision. */
export const findingAnsweredByFirm = defineEvent<{ findingId: string }>('firm-finding.firm-spoke');
/** Two persons have found it: an event of the firm's credit, with its days. For the room of credit. */
export const findingConfirmed = defineEvent<{ findingId: string }>('firm-finding.confirmed');
/** Refused, or upheld after an objection: nothing changes in the firm's credit. */
export const findingClosed = defineEvent<{ findingId: string }>('firm-finding.closed');
/** The finding does not stand: its event of credit goes with it. */
export const findingRevoked = defineEvent<{ findingId: string }>('firm-finding.revoked');
export const ratingReplied = defineEvent<{ ratingId: string }>('rating.replied');

export const tellFindingProposed = defineJob<{ findingId: string }>('reputation.tell-finding', { queue: 'quick', on: [findingProposed, findingConfirmed, findingClosed, findingRevoked] });
export const tellFirmSpoke = defineJob<{ findingId: string }>('reputation.tell-firm-spoke', { queue: 'quick', on: findingAnsweredByFirm });
export const rescoreAfterFinding = defineJob<{ findingId: string }>('reputation.rescore-after-finding', { queue: 'quick', on: [findingConfirmed, findingRevoked] });
export const rescoreAfterRating = defineJob<{ taskId: string; organisationId: string }>('reputation.rescore-after-rating', { queue: 'quick', on: ratingPublished });
export const rescoreAfterDelivery = defineJob<{ taskId: string; deliveryId: string }>('reputation.rescore-after-delivery', { queue: 'quick', on: deliveryReviewed });
export const rescoreAfterCorrection = defineJob<{ caseId: string; roundId: string }>('reputation.rescore-after-correction', { queue: 'quick', on: correctionRequested });
export const rescoreAfterDecision = defineJob<{ applicationId: string; outcome: 'granted' | 'refused' }>('reputation.rescore-after-decision', { queue: 'quick', on: permitDecided });
export const rescoreAfterReport = defineJob<{ reportId: string; permitId: string; enterpriseId: string; revision: number }>('reputation.rescore-after-report', { queue: 'quick', on: [reportAccepted, reportReturned] });
/** A result that went to the bureau was turned down: officers are told whose work it was. */
export const tellReportTurnedDown = defineJob<{ reportId: string; permitId: string; enterpriseId: string; revision: number }>('reputation.tell-report-returned', { queue: 'quick', on: reportReturned });
export const tellApplicationReturned = defineJob<{ caseId: string; roundId: string }>('reputation.tell-application-returned', { queue: 'quick', on: correctionRequested });
export const tellApplicationRefused = defineJob<{ applicationId: string; outcome: 'granted' | 'refused' }>('reputation.tell-application-refused', { queue: 'quick', on: permitDecided });
export const tellReplied = defineJob<{ ratingId: string }>('reputation.tell-replied', { queue: 'quick', on: ratingReplied });

/** Age takes weight from ratings, values of the law may change: all scores anew each night. */
export const rescoreAll = defineJob<Record<string, never>>('reputation.rescore-all', { queue: 'review' });
defineSchedule(rescoreAll, { dailyAt: '02:50' });
