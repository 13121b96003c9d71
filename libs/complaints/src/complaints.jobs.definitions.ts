import { defineJob, defineSchedule } from '@huanbao/platform';

/** Counts of addresses are forgotten when their window is over. */
export const forgetSenders = defineJob<Record<string, never>>('complaint.forget-senders', { queue: 'quick' });
defineSchedule(forgetSenders, { dailyAt: '03:20' });
