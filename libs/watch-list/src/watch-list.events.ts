import { creditChanged, creditGradeChanged } from '@huanbao/credit';
import { defineEvent, defineJob, defineSchedule } from '@huanbao/platform';

interface Told {
  readonly entryId: string;
  readonly subjectId: string | null;
}

/** The decision reached its subject: from now on it is on the list. */
export const subjectListed = defineEvent<Told>('watch-list.listed');
/** Removed, expired or revoked. */
export const subjectUnlisted = defineEvent<Told>('watch-list.left');

/** What changed in a ledger may be a clue, or take one back. */
export const takeCreditClues = defineJob<{ subjectId: string; snapshotId: string }>('watch-list.take-credit-clues', { queue: 'quick', on: creditChanged });
export const takeGradeClue = defineJob<{ subjectId: string; snapshotId: string }>('watch-list.take-grade-clue', { queue: 'quick', on: creditGradeChanged });
/** A listing and its end, told to its subject. */
export const tellListed = defineJob<Told>('watch-list.tell-listed', { queue: 'quick', on: [subjectListed, subjectUnlisted] });
/** A firm on a list, or off it: whoever it serves or bids to is told. */
export const moveListedFirm = defineJob<Told>('watch-list.move-listed-firm', { queue: 'quick', on: [subjectListed, subjectUnlisted] });
/** Terms that are over, penalties that were not performed. */
export const watchDailyRound = defineJob<Record<string, never>>('watch-list.daily-round', { queue: 'review' });
defineSchedule(watchDailyRound, { dailyAt: '00:40' });
