import { defineEvent, defineJob, defineSchedule } from '@huanbao/platform';
import { organisationReinstated, organisationSuspended, organisationVerified } from '@huanbao/identity';

export const qualificationReviewed = defineEvent<{ qualificationId: string }>('qualification.reviewed');

export const tellQualificationReviewed = defineJob<{ qualificationId: string }>('qualification.tell-reviewed', { queue: 'quick', on: qualificationReviewed });
export const listFirm = defineJob<{ organisationId: string }>('firm.list', { queue: 'quick', on: [organisationVerified, organisationReinstated] });
export const unlistFirm = defineJob<{ organisationId: string }>('firm.unlist', { queue: 'quick', on: organisationSuspended });

/** Reminds firms 60 and 30 days, and on the day, before a qualification ends. */
export const remindExpiry = defineJob<Record<string, never>>('qualification.remind-expiry', { queue: 'quick' });
defineSchedule(remindExpiry, { dailyAt: '08:00' });
