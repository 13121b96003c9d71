import { holidaysPublished } from '@huanbao/casework';
import { permitEndedEvent, permitIssued, permitsImported } from '@huanbao/permits';
import { ledgerChanged, monitoringOutageChanged, monitoringResultsChanged } from '@huanbao/records';
import { defineJob, defineSchedule } from '@huanbao/platform';
import { stoppageChanged } from './duties.events';

/** Four events say the same: what a permit demands may have changed. */
export const planOnIssue = defineJob<{ permitId: string; applicationId: string; enterpriseId: string }>('duty.plan-on-issue', { queue: 'quick', on: permitIssued });
export const planOnEnd = defineJob<{ permitId: string; enterpriseId: string; status: 'revoked' | 'forfeited' | 'withdrawn' | 'cancelled'; endedOn: string }>('duty.plan-on-end', { queue: 'quick', on: permitEndedEvent });
export const planOnStoppage = defineJob<{ stoppageId: string; permitId: string; enterpriseId: string }>('duty.plan-on-stoppage', { queue: 'quick', on: stoppageChanged });
export const planOnOutage = defineJob<{ outageId: string; permitId: string; version: number }>('duty.plan-on-outage', { queue: 'quick', on: monitoringOutageChanged });
/** Permits that came by a list, a part at a time. */
export const planOnImport = defineJob<{ permitIds: readonly string[] }>('duty.plan-on-import', { queue: 'review', on: permitsImported });
/** Results were entered, corrected or taken back: duties they cover are done, those they no longer cover are open again. */
export const settleResults = defineJob<{ permitId: string; from: string; to: string }>('duty.settle-results', { queue: 'quick', on: monitoringResultsChanged });
/** The same for entries of the ledger. */
export const settleLedger = defineJob<{ permitId: string; from: string; to: string }>('duty.settle-ledger', { queue: 'quick', on: ledgerChanged });
/** Many permits whose duties are compared with their records, a part at a time. */
export const coverPermits = defineJob<{ permitIds: readonly string[] }>('duty.cover-permits', { queue: 'review' });
export const reflagDays = defineJob<{ year: number }>('duty.reflag-days', { queue: 'quick', on: holidaysPublished });

/** A part of the daily round, so that no job plans a million permits. */
export const planBatch = defineJob<{ permitIds: readonly string[] }>('duty.plan-batch', { queue: 'review' });
/** The daily round: plan further, mark what is due and overdue, remind. */
export const dailyRound = defineJob<Record<string, never>>('duty.daily-round', { queue: 'review' });
defineSchedule(dailyRound, { dailyAt: '06:30' });
