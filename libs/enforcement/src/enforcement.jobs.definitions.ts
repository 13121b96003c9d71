import { creditGradeChanged } from '@huanbao/credit';
import { defineJob, defineSchedule } from '@huanbao/platform';

/** A grade moved: whoever fell leaves the positive list. */
export const followCreditGrade = defineJob<{ subjectId: string; snapshotId: string }>('enforcement.follow-grade', { queue: 'quick', on: creditGradeChanged });

/** Entries of the positive list whose review did not come in time. */
export const enforcementRound = defineJob<Record<string, never>>('enforcement.daily-round', { queue: 'quick' });
defineSchedule(enforcementRound, { dailyAt: '00:50' });
