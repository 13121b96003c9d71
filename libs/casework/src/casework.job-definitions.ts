import { mandateEnded } from '@huanbao/identity';
import { defineJob, defineSchedule } from '@huanbao/platform';
import { noticeIssued } from './casework.events';

/** Draws the PDF of a notice. */
export const renderNotice = defineJob('notice.render', { queue: 'documents', on: noticeIssued });

/** Due dates, silence and warnings, each night just after the day has ended. */
export const sweepClocks = defineJob<Record<string, never>>('casework.sweep-clocks', { queue: 'review' });
defineSchedule(sweepClocks, { dailyAt: '00:10' });

/** A mandate has ended: the firm is no longer the agent of the open cases it handled under it. */
export const endAgency = defineJob('casework.end-agency', { queue: 'quick', on: mandateEnded });

/** After an import of holidays. */
export const recomputeClocks = defineJob<{ recomputationId: string }>('casework.recompute-clocks', { queue: 'review' });
