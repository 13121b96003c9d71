import { defineJob, defineSchedule } from '@huanbao/platform';
import { noticeIssued } from './casework.events';

/** Draws the PDF of a notice. */
export const renderNotice = defineJob('notice.render', { queue: 'documents', on: noticeIssued });

/** Due dates, silence and warnings, each night just after the day has ended. */
export const sweepClocks = defineJob<Record<string, never>>('casework.sweep-clocks', { queue: 'review' });
defineSchedule(sweepClocks, { dailyAt: '00:10' });

/** After an import of holidays. */
export const recomputeClocks = defineJob<{ recomputationId: string }>('casework.recompute-clocks', { queue: 'review' });
