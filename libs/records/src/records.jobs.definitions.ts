import { defineJob, defineSchedule } from '@huanbao/platform';
import { monitoringOutageChanged, monitoringResultExceeded } from './records.events';

/** Tells the enterprise and the enforcers of the place about a result above its limit. */
export const tellExceedance = defineJob<{ resultId: string; exceedanceId: string; permitId: string; enterpriseId: string }>('records.tell-exceedance', { queue: 'quick', on: monitoringResultExceeded });

/** Looks every morning for results that were compared with a limit in a former unit: none is left after the first time. */
export const judgeFormerUnits = defineJob<Record<string, never>>('records.judge-former-units', { queue: 'review' });
defineSchedule(judgeFormerUnits, { dailyAt: '06:05' });

/** Looks every morning which permits have data of the year. */
export const watchAmounts = defineJob<Record<string, never>>('records.watch-amounts', { queue: 'quick' });
defineSchedule(watchAmounts, { dailyAt: '06:10' });

/** Warns at 80 % and 100 % of what a permit allows for the year. */
export const watchPermitAmounts = defineJob<{ permitId: string; year: string }>('records.watch-permit-amounts', { queue: 'review' });

/** Tells the officers of the place that a device fails, or measures again. */
export const tellOutage = defineJob<{ outageId: string; permitId: string; version: number }>('records.tell-outage', { queue: 'quick', on: monitoringOutageChanged });

/** Looks every morning for failures that last longer than their repair may take. */
export const watchOutages = defineJob<Record<string, never>>('records.watch-outages', { queue: 'quick' });
defineSchedule(watchOutages, { dailyAt: '06:20' });
