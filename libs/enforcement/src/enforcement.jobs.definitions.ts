import { creditChanged } from '@huanbao/credit';
import { defineJob, defineSchedule } from '@huanbao/platform';

/** Credit changed, also by the first event of an enterprise: whoever fell to a colour that ends the benefit leaves the positive list. */
export const followCreditGrade = defineJob<{ subjectId: string; snapshotId: string }>('enforcement.follow-grade', { queue: 'quick', on: creditChanged });

/** Entries of the positive list whose review did not come in time. */
export const enforcementRound = defineJob<Record<string, never>>('enforcement.daily-round', { queue: 'quick' });
defineSchedule(enforcementRound, { dailyAt: '00:50' });
