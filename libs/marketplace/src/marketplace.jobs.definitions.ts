import { organisationReinstated, organisationSuspended } from '@huanbao/identity';
import { defineJob, defineSchedule } from '@huanbao/platform';
import { firmStandingChanged } from '@huanbao/providers';
import { deliveryReviewed, deliverySubmitted, ratingGiven, ratingPublished, taskAwarded, taskClosed, taskEnded, taskFirstOpened, taskOpened, taskPublished } from './marketplace.events';

/** Ends the bidding at the deadline (the row waits in the outbox until then). */
export const closeTask = defineJob<{ taskId: string }>('task.close', { queue: 'quick' });
export const tellMatchingFirms = defineJob<{ taskId: string }>('task.tell-matching-firms', { queue: 'quick', on: taskPublished });
export const tellClosed = defineJob<{ taskId: string }>('task.tell-closed', { queue: 'quick', on: taskClosed });
export const tellOpened = defineJob<{ taskId: string }>('task.tell-opened', { queue: 'quick', on: taskOpened });
export const renderOpeningRecord = defineJob<{ taskId: string }>('task.render-opening-record', { queue: 'documents', on: taskOpened });
export const renderFirstRecord = defineJob<{ taskId: string }>('task.render-first-record', { queue: 'documents', on: taskFirstOpened });
export const tellAwarded = defineJob<{ taskId: string }>('task.tell-awarded', { queue: 'quick', on: taskAwarded });
export const tellEnded = defineJob<{ taskId: string }>('task.tell-ended', { queue: 'quick', on: taskEnded });
export const tellDelivered = defineJob<{ taskId: string; deliveryId: string }>('task.tell-delivered', { queue: 'quick', on: deliverySubmitted });
export const tellReviewed = defineJob<{ taskId: string; deliveryId: string }>('task.tell-reviewed', { queue: 'quick', on: deliveryReviewed });
export const tellToRate = defineJob<{ taskId: string; organisationId: string }>('task.tell-to-rate', { queue: 'quick', on: ratingGiven });
export const tellRated = defineJob<{ taskId: string; organisationId: string }>('task.tell-rated', { queue: 'quick', on: ratingPublished });

/** What was paid for a service of the catalogue becomes part of its typical price. */
export const learnPrice = defineJob<{ taskId: string }>('task.learn-price', { queue: 'quick', on: taskAwarded });
/** A task in hand counts against the firm's capacity until it is accepted. */
export const engageFirm = defineJob<{ taskId: string }>('task.engage-firm', { queue: 'quick', on: taskAwarded });
export const releaseFirm = defineJob<{ taskId: string; deliveryId: string }>('task.release-firm', { queue: 'quick', on: deliveryReviewed });
/** A firm's right to bid has changed: its live bids and tasks are looked at again. */
export const recheckBidder = defineJob<{ firmId: string }>('task.recheck-bidder', { queue: 'quick', on: firmStandingChanged });
export const recheckOrganisation = defineJob<{ organisationId: string }>('task.recheck-organisation', { queue: 'quick', on: [organisationSuspended, organisationReinstated] });

/** A share of the opening was given, or a key was lost: whose turn it is now is told so. `ref` tells one occasion from the next. */
export const tellHolders = defineJob<{ taskId: string; ref: string }>('task.tell-holders', { queue: 'quick' });
/** Each morning: objections to answer, bonds to return, bids that wait to be opened. */
export const remindProcurement = defineJob<Record<string, never>>('task.remind-procurement', { queue: 'quick' });
defineSchedule(remindProcurement, { dailyAt: '08:20' });

/** Publishes ratings whose blind period has ended. */
export const publishDueRatings = defineJob<Record<string, never>>('task.publish-due-ratings', { queue: 'quick' });
defineSchedule(publishDueRatings, { minutes: 10 });
