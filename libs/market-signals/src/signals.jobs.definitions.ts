import { taskAwarded, taskFirstOpened, taskOpened } from '@huanbao/marketplace';
import { defineJob, defineSchedule } from '@huanbao/platform';

/** Compares the bids of a task with each other, once they are open; of two rounds each, for whoever drops out is gone from the second. */
export const compareBids = defineJob<{ taskId: string }>('market-signals.compare-bids', { queue: 'review', on: [taskFirstOpened, taskOpened], attempts: 5 });
/** Looks whether those who bid together take turns. */
export const lookAtTurns = defineJob<{ taskId: string }>('market-signals.look-at-turns', { queue: 'review', on: taskAwarded, attempts: 5 });
/** Takes away where bids came from when nobody needs it any more. */
export const forgetTraces = defineJob<Record<string, never>>('market-signals.forget-traces', { queue: 'quick' });
defineSchedule(forgetTraces, { dailyAt: '03:40' });
