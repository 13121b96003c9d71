import { shanghaiDate } from '@huanbao/platform';
import type { AdverseDecision } from './adverse.entity';

type Period = Pick<AdverseDecision, 'statementDays' | 'statementUntil'>;
type Speaking = Period & Pick<AdverseDecision, 'state' | 'statedAt' | 'statement' | 'answer'>;
type Hearing = Pick<AdverseDecision, 'hearingRight' | 'hearingDays' | 'hearingUntil' | 'hearingAskedAt' | 'hearingWithdrawnAt' | 'hearing'>;
type Asking = Hearing & Pick<AdverseDecision, 'state' | 'statedAt' | 'statement'>;

/** Nobody is to be heard: it was put forward without a notice beforehand. Pure. */
export const isUnheard = ({ statementDays, statementUntil }: Period): boolean => statementDays === null && statementUntil === null;

/** The notice is issued and has not reached the party: no period runs yet. Pure. */
export const isUntold = ({ statementDays, statementUntil }: Period): boolean => statementDays !== null && statementUntil === null;

/** The party gave up its right to speak, and with it the hearing. Pure. */
export const isWaived = ({ statedAt, statement }: Pick<AdverseDecision, 'statedAt' | 'statement'>): boolean => statedAt !== null && statement === null;

/** A hearing was asked for, and neither withdrawn nor over. Pure. */
export const hearingPends = ({ hearingAskedAt, hearingWithdrawnAt, hearing }: Pick<Hearing, 'hearingAskedAt' | 'hearingWithdrawnAt' | 'hearing'>): boolean =>
  hearingAskedAt !== null && hearingWithdrawnAt === null && (hearing?.recordedOn ?? null) === null;

/** The day the request for a hearing arrived, on which its periods rest. Pure. */
export const askedOn = ({ hearingAskedAt, hearingReceipt }: Pick<AdverseDecision, 'hearingAskedAt' | 'hearingReceipt'>): string | null => hearingReceipt?.receivedOn ?? (hearingAskedAt && shanghaiDate(hearingAskedAt));

/** The day it was taken back. Pure. */
export const withdrawnOn = ({ hearingWithdrawnAt, withdrawalReceipt }: Pick<AdverseDecision, 'hearingWithdrawnAt' | 'withdrawalReceipt'>): string | null => withdrawalReceipt?.receivedOn ?? (hearingWithdrawnAt && shanghaiDate(hearingWithdrawnAt));

/** It may be taken back until it begins. Pure. */
export const mayWithdrawHearing = (one: Pick<Hearing, 'hearingAskedAt' | 'hearingWithdrawnAt' | 'hearing'>, now: Date): boolean =>
  hearingPends(one) && (one.hearing === null || now < new Date(`${one.hearing.heldOn}T${one.hearing.time}:00+08:00`));

/** The same on paper: it arrived after the request, and on the day of the hearing at the latest. Pure. */
export const mayWithdrawOn = (one: Pick<AdverseDecision, 'hearingAskedAt' | 'hearingReceipt' | 'hearingWithdrawnAt' | 'hearing'>, day: string): boolean =>
  hearingPends(one) && day >= (askedOn(one) ?? day) && (one.hearing === null || day <= one.hearing.heldOn);

/** The party may speak from the issue of the notice to the end of the last day, once. The answer does not depend on a decision it cannot know of. Pure. */
export function mayState(one: Speaking, today: string): 'yes' | 'over' | 'done' {
  if (one.statedAt !== null) return 'done';
  if (isUnheard(one) || (one.state !== 'open' && one.state !== 'decided')) return 'over';
  return one.statementUntil === null || today <= one.statementUntil ? 'yes' : 'over';
}

/** The same for the request of a hearing: once, and not by who gave it up. Pure. */
export function mayAskHearing(one: Asking, today: string): 'yes' | 'none' | 'over' | 'done' {
  if (!one.hearingRight || (one.hearingDays === null && one.hearingUntil === null)) return 'none';
  if (one.hearingAskedAt !== null || isWaived(one)) return 'done';
  if (one.state !== 'open' && one.state !== 'decided') return 'over';
  return one.hearingUntil === null || today <= one.hearingUntil ? 'yes' : 'over';
}

/**
 * What is missing before the second person may decide: the notice is not served, the party may still speak or ask, its hearing is not over,
 * its word is not answered. A statement does not end the period to ask for a hearing; a waiver ends both. Pure.
 */
export function deciding(one: Speaking & Hearing, today: string): 'ready' | 'unserved' | 'wait' | 'hearing' | 'answer-first' {
  if (isUnheard(one)) return 'ready';
  if (hearingPends(one)) return 'hearing';
  if (isUntold(one) && one.statedAt === null) return 'unserved';
  const until = waitsUntil(one);
  if (until !== null && today <= until) return 'wait';
  return one.statement !== null && one.answer === null ? 'answer-first' : 'ready';
}

/** The last day on which the party may still say or ask something; null when it has used what it had. Pure. */
export function waitsUntil(one: Pick<Speaking, 'statedAt' | 'statement' | 'statementUntil'> & Pick<Hearing, 'hearingUntil' | 'hearingAskedAt'>): string | null {
  const days = [one.statedAt === null ? one.statementUntil : null, isWaived(one) || one.hearingAskedAt !== null ? null : one.hearingUntil];
  return days.filter(day => day !== null).sort().at(-1) ?? null;
}

/** Two persons, and neither the one whose review led here (行政许可法 第三十四条); a hearing is chaired by neither as well (第四十八条第三项). Pure. */
export function mayTakePart(one: Pick<AdverseDecision, 'proposedBy' | 'excluded'>, userId: string, as: 'proposer' | 'decider' | 'chair'): boolean {
  if (one.excluded.includes(userId)) return false;
  return as === 'proposer' || one.proposedBy !== userId;
}
