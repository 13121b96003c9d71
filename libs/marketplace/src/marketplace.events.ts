import { defineEvent } from '@huanbao/platform';

/** What happened on the market. Other rooms listen; payloads hold ids only. */
export const taskPublished = defineEvent<{ taskId: string }>('task.published');
/** What was published has changed: amended, prolonged, or called for final offers. */
export const taskAmended = defineEvent<{ taskId: string }>('task.amended');
export const taskClosed = defineEvent<{ taskId: string }>('task.closed');
/** The first of two rounds was opened. */
export const taskFirstOpened = defineEvent<{ taskId: string }>('task.first-opened');
export const taskOpened = defineEvent<{ taskId: string }>('task.opened');
export const taskAwarded = defineEvent<{ taskId: string }>('task.awarded');
export const taskEnded = defineEvent<{ taskId: string }>('task.ended');
export const deliverySubmitted = defineEvent<{ taskId: string; deliveryId: string }>('task.delivery-submitted');
export const deliveryReviewed = defineEvent<{ taskId: string; deliveryId: string }>('task.delivery-reviewed');
/** The chosen firm did not sign: the award was cancelled. */
export const taskAwardCancelled = defineEvent<{ taskId: string }>('task.award-cancelled');
/** The contract was ended before the work was accepted. */
export const taskWorkEnded = defineEvent<{ taskId: string }>('task.work-ended');
/** One side has rated; `organisationId` is the other one, whose turn it is. */
export const ratingGiven = defineEvent<{ taskId: string; organisationId: string }>('task.rating-given');
export const ratingPublished = defineEvent<{ taskId: string; organisationId: string }>('task.rating-published');
