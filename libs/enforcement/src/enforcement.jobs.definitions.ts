import { complaintAccepted } from '@huanbao/complaints';
import { creditChanged } from '@huanbao/credit';
import { defineJob, defineSchedule } from '@huanbao/platform';
import { inspectionClosed } from './enforcement.events';

/** Credit changed, also by the first event of an enterprise: whoever fell to a colour that ends the benefit leaves the positive list. */
export const followCreditGrade = defineJob<{ subjectId: string; snapshotId: string }>('enforcement.follow-grade', { queue: 'quick', on: creditChanged });

/** A sealed record found a violation: 发现违法即移出. */
export const followFinding = defineJob<{ inspectionId: string; enterpriseId: string; result: 'clear' | 'violations' }>('enforcement.follow-finding', { queue: 'quick', on: inspectionClosed });

/** Entries of the positive list whose review did not come in time. */
export const enforcementRound = defineJob<Record<string, never>>('enforcement.daily-round', { queue: 'quick' });
defineSchedule(enforcementRound, { dailyAt: '00:50' });

/** A complaint was accepted: an inspection may rest on it. */
export const takeLead = defineJob<{ complaintId: string; number: string; enterpriseId: string | null; subject: string; regionCode: string }>('enforcement.take-lead', { queue: 'quick', on: complaintAccepted });

/** The sealed record on paper. */
export const drawInspectionPaper = defineJob<{ inspectionId: string }>('enforcement.draw-paper', { queue: 'documents', on: inspectionClosed });
