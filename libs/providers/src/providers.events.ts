import { defineEvent, defineJob, defineSchedule } from '@huanbao/platform';
import { organisationReinstated, organisationSuspended, organisationVerified } from '@huanbao/identity';

export const qualificationReviewed = defineEvent<{ qualificationId: string }>('qualification.reviewed');
/** What a firm may do has changed: a qualification was verified, lapsed, was suspended or came back, points were decided. */
export const firmStandingChanged = defineEvent<{ firmId: string }>('firm.standing-changed');
export const personFlagged = defineEvent<{ flagId: string }>('person.flagged');
export const integrityPointDecided = defineEvent<{ pointId: string }>('integrity-point.decided');
export const integrityPointObjected = defineEvent<{ pointId: string }>('integrity-point.objected');

export const tellQualificationReviewed = defineJob<{ qualificationId: string }>('qualification.tell-reviewed', { queue: 'quick', on: qualificationReviewed });
export const listFirm = defineJob<{ organisationId: string }>('firm.list', { queue: 'quick', on: [organisationVerified, organisationReinstated] });
export const unlistFirm = defineJob<{ organisationId: string }>('firm.unlist', { queue: 'quick', on: organisationSuspended });
export const tellPersonFlag = defineJob<{ flagId: string }>('person.tell-flag', { queue: 'quick', on: personFlagged });
export const tellPoint = defineJob<{ pointId: string }>('integrity-point.tell-firm', { queue: 'quick', on: integrityPointDecided });
export const tellObjection = defineJob<{ pointId: string }>('integrity-point.tell-bureau', { queue: 'quick', on: integrityPointObjected });

/** Takes the right to bid away from what ended yesterday, and tells the firm. The right itself ends by the date, without this round. */
export const withdrawLapsed = defineJob<Record<string, never>>('qualification.withdraw-lapsed', { queue: 'quick' });
defineSchedule(withdrawLapsed, { dailyAt: '00:20' });

/** Reminds firms 90, 60, 30 and 7 days, and on the day, before a qualification ends. */
export const remindExpiry = defineJob<Record<string, never>>('qualification.remind-expiry', { queue: 'quick' });
defineSchedule(remindExpiry, { dailyAt: '08:00' });
