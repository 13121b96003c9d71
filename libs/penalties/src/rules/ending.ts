import type { ExecutionSpan } from './execution';

/** Why the bureau asks the court no more (不再申请执行). Whether a late application is justified is for the court: it is handed in with its reason. */
export const GIVE_UP_GROUNDS = ['period-missed', 'dissolved', 'no-property'] as const;
export type GiveUpGround = (typeof GIVE_UP_GROUNDS)[number];

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
  readonly span: ExecutionSpan | undefined;
  readonly today: string;
}

export type EndBar = 'ended' | 'nothing-overdue' | 'contest' | 'at-court' | 'not-at-court' | 'period-runs';

/** Why it cannot be given up today; undefined where it can. Pure. */
export function barOfGivingUp(ground: GiveUpGround, { isOverdue, isContested, isEnded, filedOn, span, today }: EndFacts): EndBar | undefined {
  if (isEnded) return 'ended';
  if (filedOn !== null) return 'at-court';
  if (isContested || span === undefined) return 'contest';
  if (!isOverdue) return 'nothing-overdue';
  return ground === 'period-missed' && today <= span.untilDay ? 'period-runs' : undefined;
}

/** Why the end of the court cannot be recorded today; undefined where it can. Pure. */
export function barOfCourtEnd({ isEnded, filedOn }: EndFacts): EndBar | undefined {
  if (isEnded) return 'ended';
  return filedOn === null ? 'not-at-court' : undefined;
}
