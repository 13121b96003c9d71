import { creditWordSaid } from '@huanbao/credit';
import { defineEvent, defineJob, defineSchedule } from '@huanbao/platform';

/** The annual grade of an enterprise was published: the standing of the day rests on its values from now on. */
export const evaluationPublished = defineEvent<{ evaluationId: string; subjectId: string; year: number }>('credit-evaluation.published');

/** An objection was answered: what changed in the ledger meanwhile is looked at now. */
export const evaluationAnswered = defineEvent<{ subjectId: string }>('credit-evaluation.answered');

/** One batch of a step over everybody; each asks for the next, so that progress is seen and nothing begins anew. */
export const runEvaluationBatch = defineJob<{ runId: string }>('credit-evaluation.run-batch', { queue: 'review' });
export const drawEvaluationLetter = defineJob<{ evaluationId: string }>('credit-evaluation.draw-letter', { queue: 'documents', on: evaluationPublished });

/** A word about an event was said, a fact of a past year became known, or a result came where the ledger may be ahead of it: what is public is looked at again. */
export const noticeCorrections = defineJob<{ subjectId: string }>('credit-evaluation.notice-corrections', { queue: 'quick', on: [creditWordSaid, evaluationPublished, evaluationAnswered] });

/** Stages that come to their last day, or are past it. */
export const remindOfStages = defineJob<Record<string, never>>('credit-evaluation.remind', { queue: 'review' });
defineSchedule(remindOfStages, { dailyAt: '07:20' });
