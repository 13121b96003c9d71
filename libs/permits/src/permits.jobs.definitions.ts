import { defineJob, defineSchedule } from '@huanbao/platform';
import { signatureVoided, type SignedSubject } from '@huanbao/signatures';
import type { PermitStatus } from './certificate/validity';
import { permitEndedEvent, permitIssued } from './permits.events';

/** Runs the rules over the content of an application. Somebody looks at the page and waits: not in the queue of the slow readers of documents. */
export const reviewApplication = defineJob<{ applicationId: string; runId: string }>('permit.review-application', { queue: 'quick', attempts: 5 });

/** Draws 正本 and 副本 of a permit. */
export const drawCertificate = defineJob<{ permitId: string; applicationId: string; enterpriseId: string }>('permit.draw-certificate', { queue: 'documents', on: permitIssued });

/** A permit ended: what was asked for about it is closed. */
export const closeEnded = defineJob<{ permitId: string; enterpriseId: string; status: Exclude<PermitStatus, 'valid'>; endedOn: string }>('permit.close-ended', { queue: 'quick', on: permitEndedEvent });

/** It was decided that a signature does not hold: undo what rests on it. */
export const undoSubmission = defineJob<SignedSubject>('permit.undo-submission', { queue: 'quick', on: signatureVoided });

/** What a proposed change of limits would mean for open applications and valid permits. */
export const simulateLimits = defineJob<{ proposalId: string; version: number }>('permit.simulate-limits', { queue: 'review', attempts: 3 });

/** Each morning: renewals that wait while their permits run out. */
export const watchRenewals = defineJob<Record<string, never>>('permit.watch-renewals', { queue: 'quick' });
defineSchedule(watchRenewals, { dailyAt: '06:40' });

/** Each morning: holders of registrations that end soon. */
export const remindRegistrations = defineJob<Record<string, never>>('permit.remind-registrations', { queue: 'quick' });
defineSchedule(remindRegistrations, { dailyAt: '06:45' });
