import { creditWordSaid } from '@huanbao/credit';
import { defineEvent, defineJob, defineSchedule } from '@huanbao/platform';

/** The annual grade of an enterprise was published: the standing of the day rests on its values from now on. */
export const evaluationPublished = defineEvent<{ evaluationId: string; subjectId: string; year: number }>('credit-evaluation.published');

/** One batch of a step over everybody; each asks for the next, so that progress is seen and nothing begins anew. */
export const runEvaluationBatch = defineJob<{ runId: string }>('credit-evaluation.run-batch', { queue: 'review' });
export const drawEvaluationLetter = defineJob<{ evaluationId: string }>('credit-evaluation.draw-letter', { queue: 'documents', on: evaluationPublished });

/** A word about an event was said, or a result published that may be behind the ledger by now: published results are looked at again. */
export const noticeCorrections = defineJob<{ subjectId: string }>('credit-evaluation.notice-corrections', { queue: 'quick', on: [creditWordSaid, evaluationPublished] });

/** Stages that come to their last day, or are past it. */
export const remindOfStages = defineJob<Record<string, never>>('credit-evaluation.remind', { queue: 'review' });
defineSchedule(remindOfStages, { dailyAt: '07:20' });
