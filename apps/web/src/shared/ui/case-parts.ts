import { textOf } from '@/i18n';
import type { Ball } from './BallBar';
import type { BallView, ClockView, TimelineView } from './case.types';
import type { TimelineEntry } from './CaseProgress';
import type { Deadline } from './DeadlineBadge';

/** What a DeadlineBadge needs of a clock. `pausedWhy` in plain words, e.g. 补正中. */
export function deadlineOf(clock: ClockView, pausedWhy?: string): Deadline {
  return {
    remaining: clock.state === 'stopped' ? null : clock.remaining,
    due: clock.dueOn,
    provisional: clock.provisional,
    paused: clock.state === 'paused' ? (pausedWhy ?? true) : null,
    unit: clock.dayType === 'calendar' ? 'day' : 'workday',
  };
}

/** Who reads the page. */
export interface Reader {
  readonly userId: string;
  /** In the organisation of the address. */
  readonly roles: readonly string[];
  readonly isBureau: boolean;
  /** Who has claimed the case. */
  readonly claimedBy: string | null;
}

const OWN_SIDE: readonly string[] = ['applicant', 'agent'];

/** Whether the reader is the one who is waited for: a case that somebody has claimed waits for that person, one nobody has claimed for whoever holds the post. */
export function isTurnOf({ holder, role }: BallView, { userId, roles, isBureau, claimedBy }: Reader): boolean {
  if (!isBureau) return OWN_SIDE.includes(holder);
  if (holder === 'officer') return claimedBy === userId;
  return holder === 'bureau' && (role === null || role === 'bureau' || roles.includes(role));
}

interface BallOptions {
  readonly mine: boolean;
  readonly deadline?: Deadline | null;
}

/** The BallBar of a case as the API describes it. */
export function ballFrom(view: BallView, { mine, deadline }: BallOptions): Ball {
  if (view.holder === 'nobody') return { holder: null, mine: false, since: view.since, next: textOf(view.next) };
  return { holder: textOf(view.name), mine, since: view.since, next: textOf(view.next), deadline };
}

/** The log of a case, newest first. */
export function timelineFrom(entries: readonly TimelineView[]): TimelineEntry[] {
  // they come in the order in which they happened, which is all that tells those of one moment apart
  return [...entries]
    .reverse()
    .sort((a, b) => b.at.localeCompare(a.at))
    .map(entry => ({
      id: entry.id,
      at: entry.at,
      title: textOf(entry.text),
      by: [entry.actorOrgName, entry.actorName].filter(Boolean).join(' '),
      onBehalfOf: entry.onBehalfOfName,
      article: entry.article,
      body: entry.reason,
    }));
}
