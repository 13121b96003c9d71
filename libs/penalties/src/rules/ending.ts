import { addDays } from '@huanbao/calendar';
import type { GiveUpGround } from '../words';
import { type CourtStep, type ExecutionSpan, REFUSED } from './execution';

/** As long as the court can still be asked, these are no ground: without property the execution only rests (行政强制法 第三十九条), and the court finds that. */
const AFTER_PERIOD: readonly GiveUpGround[] = ['period-missed', 'no-property'];
/** A paper of somebody else says the day: the registration that ended the party, the ruling of the court. */
const DATED_BY_PAPER: readonly GiveUpGround[] = ['court-refused', 'dissolved'];

/** How the pursuit of what is owed ended, as two persons found. What is open of it stays open. */
export interface PursuitEnd {
  readonly how: 'given-up' | 'court';
  readonly ground: GiveUpGround | null;
  readonly on: string;
  readonly documentNo: string | null;
  readonly words: string;
  readonly fileId: string | null;
  readonly proposedByName: string;
  /** Null where it was recorded before two persons were asked for. */
  readonly decidedByName: string | null;
}

export interface EndFacts {
  readonly isOverdue: boolean;
  readonly isContested: boolean;
  readonly isEnded: boolean;
  /** The day the court received the application. */
  readonly filedOn: string | null;
  /** The last step there, `filed` included. */
  readonly courtStep?: 'filed' | CourtStep;
  readonly span: ExecutionSpan | undefined;
  readonly today: string;
}

export type EndBar = 'ended' | 'nothing-overdue' | 'contest' | 'at-court' | 'not-at-court' | 'not-refused' | 'period-runs';

/** Why it cannot be given up today; undefined where it can. Pure. */
export function barOfGivingUp(ground: GiveUpGround, { isOverdue, isContested, isEnded, filedOn, courtStep = 'filed', span, today }: EndFacts): EndBar | undefined {
  if (isEnded) return 'ended';
  if (filedOn === null && ground === 'court-refused') return 'not-refused';
  if (filedOn !== null && (ground === 'period-missed' || !REFUSED.includes(courtStep))) return 'at-court';
  if (isContested || span === undefined) return 'contest';
  if (!isOverdue) return 'nothing-overdue';
  return AFTER_PERIOD.includes(ground) && today <= span.untilDay ? 'period-runs' : undefined;
}

/** Why the end of the court cannot be recorded today; undefined where it can. Pure. */
export function barOfCourtEnd({ isEnded, filedOn }: EndFacts): EndBar | undefined {
  if (isEnded) return 'ended';
  return filedOn === null ? 'not-at-court' : undefined;
}

export interface EndDays {
  /** What lies behind: the last day of the payment, the reminder, the application, the court, payments that count. */
  readonly happened: readonly (string | null | undefined)[];
  readonly span: ExecutionSpan | undefined;
  readonly courtOn: string | null;
}

/** The first day on which it can have ended: nothing that was done since is taken back by it. Pure. */
export function firstEndDay(kind: 'give-up' | 'court-end', ground: GiveUpGround | null, { happened, span, courtOn }: EndDays): string {
  if (kind === 'court-end') return courtOn ?? '';
  const missed = ground === 'period-missed' && span ? addDays(span.untilDay, 1) : null;
  return [...happened, courtOn, missed].filter(one => one !== null && one !== undefined).sort().at(-1) ?? '';
}

/**
 * To which day something is added for days too late (加处罚款 is reduced by an agreement only, 行政强制法 第四十二条): what the bureau gives up by itself ends with the decision of the
 * second person; an earlier day counts where the paper of somebody else says it. Pure.
 */
export function endDay({ kind, ground, endedOn, documentNo }: { readonly kind: 'give-up' | 'court-end'; readonly ground: GiveUpGround | null; readonly endedOn: string; readonly documentNo: string | null }, decidedOn: string): string {
  const isPapered = kind === 'court-end' || (ground !== null && documentNo !== null && DATED_BY_PAPER.includes(ground));
  return isPapered ? endedOn : decidedOn;
}
