import { defineJob, defineSchedule } from '@huanbao/platform';

/** Whoever was to judge or review may have left. */
export const seeStandIns = defineJob<Record<string, never>>('complaint.stand-ins', { queue: 'review' });
defineSchedule(seeStandIns, { dailyAt: '03:40' });

/** Counts of addresses are forgotten when their window is over. */
export const forgetSenders = defineJob<Record<string, never>>('complaint.forget-senders', { queue: 'quick' });
defineSchedule(forgetSenders, { dailyAt: '03:20' });
