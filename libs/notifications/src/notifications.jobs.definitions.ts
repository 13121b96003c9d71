import { defineJob } from '@huanbao/platform';
import { invitationSent, mandateConfirmed, mandateEnded, mandateProposed, organisationChangeDecided, organisationChangeRequested, organisationReinstated, organisationRejected, organisationSuspended, organisationVerified, passwordResetRequested, registrationReceived } from '@huanbao/identity';

export const sendNotificationMail = defineJob<{ notificationId: string }>('notification.mail', { queue: 'mail' });
export const mailInvitation = defineJob<{ invitationId: string }>('invitation.mail', { queue: 'mail', on: invitationSent });
export const mailPasswordReset = defineJob<{ resetId: string }>('password-reset.mail', { queue: 'mail', on: passwordResetRequested });
export const tellRegistration = defineJob<{ organisationId: string }>('organisation.tell-registered', { queue: 'quick', on: registrationReceived });
export const tellStanding = defineJob<{ organisationId: string }>('organisation.tell-standing', { queue: 'quick', on: [organisationVerified, organisationRejected, organisationSuspended, organisationReinstated] });
export const tellChange = defineJob<{ changeId: string }>('organisation.tell-change', { queue: 'quick', on: [organisationChangeRequested, organisationChangeDecided] });
export const tellMandate = defineJob<{ mandateId: string }>('mandate.tell', { queue: 'quick', on: [mandateProposed, mandateConfirmed, mandateEnded] });
