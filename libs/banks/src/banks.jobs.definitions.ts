import { creditGradeChanged } from '@huanbao/credit';
import { defineEvent, defineJob, defineSchedule } from '@huanbao/platform';
import { signatureVoided, type SignedSubject } from '@huanbao/signatures';
import { subjectListed, subjectUnlisted } from '@huanbao/watch-list';

/** An enterprise let a bank know. */
export const bankAuthorizationGranted = defineEvent<{ authorizationId: string; enterpriseId: string; bankId: string }>('bank-authorization.granted');
/** It took that back. */
export const bankAuthorizationRevoked = defineEvent<{ authorizationId: string; enterpriseId: string; bankId: string }>('bank-authorization.revoked');

/** The grade in force moved: banks with an authorisation are told. */
export const alertBanks = defineJob<{ subjectId: string; snapshotId: string }>('bank.alert', { queue: 'quick', on: creditGradeChanged });
/** An enterprise came onto the list of serious cases, or left it: banks with an authorisation for that are told. */
export const alertBanksOfListing = defineJob<{ entryId: string; subjectId: string | null }>('bank.alert-listed', { queue: 'quick', on: subjectListed });
export const alertBanksOfLeaving = defineJob<{ entryId: string; subjectId: string | null }>('bank.alert-unlisted', { queue: 'quick', on: subjectUnlisted });
/** One alert to one address; the row of the delivery counts the attempts. */
export const sendAlert = defineJob<{ deliveryId: string }>('bank.send-alert', { queue: 'mail' });
/** One part of a large batch; each asks for the next. */
export const askBatch = defineJob<{ batchId: string }>('bank.ask-batch', { queue: 'review' });
/** It was decided that the signature does not hold: then neither does the authorisation. */
export const undoAuthorization = defineJob<SignedSubject>('bank.undo-authorization', { queue: 'quick', on: signatureVoided });
/** Tokens that ended, answers that are no longer kept. */
export const bankHousekeeping = defineJob<Record<string, never>>('bank.housekeeping', { queue: 'quick' });
defineSchedule(bankHousekeeping, { dailyAt: '03:40' });
