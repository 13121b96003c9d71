import { defineEvent, defineJob, defineSchedule } from '@huanbao/platform';
import { unsignedAwardDecided } from '@huanbao/contracts';
import { organisationVerified } from '@huanbao/identity';
import { deliveryReviewed } from '@huanbao/marketplace';
import { integrityPointDecided } from '@huanbao/providers';
import { findingConfirmed, findingRevoked } from '@huanbao/reputation';

/** Something in a subject's ledger changed and it was computed anew; the snapshot says from what to what. */
export const creditChanged = defineEvent<{ subjectId: string; snapshotId: string }>('credit.changed');
/** The grade in force moved: lists, repair and banks listen to this. */
export const creditGradeChanged = defineEvent<{ subjectId: string; snapshotId: string }>('credit.grade-changed');
/** A later word about an event, or a fact of a year that is over, came into the ledger of a subject: results of days that are over may rest on it. */
export const creditWordSaid = defineEvent<{ subjectId: string }>('credit.word-said');
/** A serious entry waits for a second person. */
export const creditEntryProposed = defineEvent<{ entryId: string }>('credit.entry-proposed');
/** The platform has rows for a scheme somebody of the bureau had a hand in. */
export const creditSchemeProposed = defineEvent<{ schemeId: string }>('credit.scheme-proposed');

export const tellCreditChanged = defineJob<{ subjectId: string; snapshotId: string }>('credit.tell-subject', { queue: 'quick', on: creditChanged });
export const tellEntryProposed = defineJob<{ entryId: string }>('credit.tell-entry', { queue: 'quick', on: creditEntryProposed });
export const tellSchemeProposed = defineJob<{ schemeId: string }>('credit.tell-scheme', { queue: 'quick', on: creditSchemeProposed });
export const takeFirmFinding = defineJob<{ findingId: string }>('credit.take-firm-finding', { queue: 'quick', on: [findingConfirmed, findingRevoked] });
export const takeIntegrityPoint = defineJob<{ pointId: string }>('credit.take-integrity-point', { queue: 'quick', on: integrityPointDecided });
/** Handed over late and accepted: the days are counted. */
export const takeLateWork = defineJob<{ taskId: string; deliveryId: string }>('credit.take-late-work', { queue: 'quick', on: deliveryReviewed });
export const takeUnsignedAward = defineJob<{ cancellationId: string }>('credit.take-unsigned-award', { queue: 'quick', on: unsignedAwardDecided });
/** A grade may stop a firm in the market: whoever it serves or bids to is told. */
export const moveFirmStanding = defineJob<{ subjectId: string; snapshotId: string }>('credit.move-firm-standing', { queue: 'quick', on: creditGradeChanged });
export const openCredit = defineJob<{ organisationId: string }>('credit.open-subject', { queue: 'quick', on: organisationVerified });
/** One batch of a run; each asks for the next, so that progress is seen and nothing begins anew. */
export const runCreditBatch = defineJob<{ runId: string }>('credit.run-batch', { queue: 'review' });

/** What ends today, and schemes that begin. */
export const creditDailyRound = defineJob<Record<string, never>>('credit.daily-round', { queue: 'review' });
defineSchedule(creditDailyRound, { dailyAt: '00:30' });
