import { creditChanged } from '@huanbao/credit';
import { defineEvent, defineJob, defineSchedule } from '@huanbao/platform';

/** An event of credit was repaired: registers, banks and lists follow. */
export const creditRepaired = defineEvent<{ repairId: string; subjectId: string; eventId: string }>('credit-repair.granted');
/** A certificate was issued; its paper is drawn. */
export const certificateIssued = defineEvent<{ certificateId: string }>('credit-repair.certificate-issued');

export const drawCreditCertificate = defineJob<{ certificateId: string }>('credit-repair.draw-certificate', { queue: 'documents', on: certificateIssued });
/** What changed in a ledger: applications without an object end, certificates of what ended are issued, new events are told with their day of repair. */
export const followCreditChange = defineJob<{ subjectId: string; snapshotId: string }>('credit-repair.follow-change', { queue: 'quick', on: creditChanged });
/** What has ended by time alone. */
export const repairDailyRound = defineJob<Record<string, never>>('credit-repair.daily-round', { queue: 'review' });
defineSchedule(repairDailyRound, { dailyAt: '00:50' });
