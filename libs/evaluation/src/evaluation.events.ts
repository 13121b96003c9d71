import { defineEvent, defineJob, defineSchedule } from '@huanbao/platform';
import { taskEnded } from '@huanbao/marketplace';

/** All sheets are in: scores and places stand. Payloads hold ids only. */
export const evaluationRevealed = defineEvent<{ taskId: string }>('evaluation.revealed');
/** The candidates are public. */
export const candidatesPublished = defineEvent<{ taskId: string }>('evaluation.candidates-published');

/** The personal link goes to the member's mailbox; it stands in no table. */
export const mailSeat = defineJob<{ seatId: string }>('evaluation.mail-seat', { queue: 'mail' });
export const renderReport = defineJob<{ taskId: string }>('evaluation.render-report', { queue: 'documents', on: evaluationRevealed });
/** A task that ended without an award ends its evaluation. */
export const endEvaluation = defineJob<{ taskId: string }>('evaluation.end', { queue: 'quick', on: taskEnded });
/** Relations of an expert have changed: the committees in which it sits are held against their parties again; each morning all of them. */
export const recheckExpert = defineJob<{ expertId: string }>('evaluation.recheck-expert', { queue: 'quick' });
export const recheckExperts = defineJob<Record<string, never>>('evaluation.recheck-experts', { queue: 'quick' });
defineSchedule(recheckExperts, { dailyAt: '07:50' });
/** What decisions on complaints ordered while the bureau had still to rule on a cancelled award. */
export const carryOutDecisions = defineJob<{ taskId: string }>('evaluation.carry-out-decisions', { queue: 'quick' });
/** Each morning: objections to answer, candidates to publish, publicity that is over. */
export const remindEvaluations = defineJob<Record<string, never>>('evaluation.remind', { queue: 'quick' });
defineSchedule(remindEvaluations, { dailyAt: '08:25' });
