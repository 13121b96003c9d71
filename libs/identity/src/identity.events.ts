import { defineEvent, defineJob, defineSchedule } from '@huanbao/platform';

export const registrationReceived = defineEvent<{ organisationId: string }>('organisation.registered');
export const organisationVerified = defineEvent<{ organisationId: string }>('organisation.verified');
export const organisationRejected = defineEvent<{ organisationId: string }>('organisation.rejected');
export const organisationSuspended = defineEvent<{ organisationId: string }>('organisation.suspended');
export const organisationReinstated = defineEvent<{ organisationId: string }>('organisation.reinstated');
export const invitationSent = defineEvent<{ invitationId: string }>('invitation.sent');
export const organisationChangeRequested = defineEvent<{ changeId: string }>('organisation.change-requested');
export const organisationChangeDecided = defineEvent<{ changeId: string }>('organisation.change-decided');
export const passwordResetRequested = defineEvent<{ resetId: string }>('password-reset.requested');
export const mandateProposed = defineEvent<{ mandateId: string }>('mandate.proposed');
export const mandateConfirmed = defineEvent<{ mandateId: string }>('mandate.confirmed');
export const mandateEnded = defineEvent<{ mandateId: string }>('mandate.ended');

/** Ends mandates whose last day has passed, and clears used tokens and old sign-in failures. */
export const tidyIdentity = defineJob<Record<string, never>>('identity.tidy', { queue: 'quick' });
defineSchedule(tidyIdentity, { dailyAt: '00:05' });
