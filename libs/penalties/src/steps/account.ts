import { addDays } from '@huanbao/calendar';
import type { PenaltyContest, PenaltyDecision, PenaltyPayment } from '../entities';
import { add, type Hold, isZero, lateFee, minus, moreThan, sum } from '../rules/money';

/** What a decision costs on a day, and what of it is paid. All in yuan with two places. */
export interface Account {
  readonly on: string;
  readonly fineYuan: string;
  readonly confiscateYuan: string;
  /** 加处罚款 up to this day. */
  readonly lateYuan: string;
  readonly lateDays: number;
  readonly isLateCapped: boolean;
  readonly paidYuan: string;
  /** Vouchers of the party that nobody has compared yet. */
  readonly claimedYuan: string;
  readonly openYuan: string;
  /** Paid above what is due, after the fine was lowered: to be given back. */
  readonly overpaidYuan: string;
}

interface Books {
  readonly on: string;
  readonly payments: readonly PenaltyPayment[];
  readonly holds: readonly Hold[];
  readonly ratePercent: string;
}

/** The fine first, then what was confiscated, then what was added. Nothing is due of a revoked decision. Pure. */
export function accountOf(decision: Pick<PenaltyDecision, 'dueFineYuan' | 'confiscateYuan' | 'plan' | 'revokedAt'> & Partial<Pick<PenaltyDecision, 'pursuitEnded'>>, { on, payments, holds: contested, ratePercent }: Books): Account {
  // what is pursued no more grows no more
  const holds = decision.pursuitEnded ? [...contested, { from: addDays(decision.pursuitEnded.on, 1), to: null }] : contested;
  const confirmed = payments.filter(one => one.state === 'confirmed');
  const [fineYuan, confiscateYuan] = decision.revokedAt ? ['0.00', '0.00'] : [decision.dueFineYuan, decision.confiscateYuan];
  const late = decision.revokedAt ? { yuan: '0.00', days: 0, isCapped: false } : lateFee(decision.plan, confirmed, { until: on, ratePercent, holds });
  const paidYuan = sum(confirmed).toFixed(2);
  const total = add(fineYuan, confiscateYuan, late.yuan);
  return {
    on, fineYuan, confiscateYuan, lateYuan: late.yuan, lateDays: late.days, isLateCapped: late.isCapped, paidYuan, claimedYuan: sum(payments.filter(one => one.state === 'claimed')).toFixed(2),
    openYuan: moreThan(total, paidYuan) ? minus(total, paidYuan) : '0.00', overpaidYuan: moreThan(paidYuan, total) ? minus(paidYuan, total) : '0.00',
  };
}

/** 行政处罚法 第七十三条第三款: nothing is added while a contest goes on. */
export const contestHolds = (contests: readonly PenaltyContest[]): Hold[] => contests.map(one => ({ from: one.filedOn, to: one.endedOn }));

/** While it is to be performed; what is pursued no more is still owed when its case is closed. */
export const takesPayments = (state: string, decision: Pick<PenaltyDecision, 'pursuitEnded'> | null): boolean => state === 'performing' || (state === 'closed' && (decision?.pursuitEnded ?? null) !== null);

export interface ClosingCondition {
  readonly key: 'served' | 'paid' | 'vouchers' | 'performed' | 'published' | 'contests';
  readonly isMet: boolean;
}

const PERFORMED = ['restrict', 'suspend', 'withhold-permit', 'revoke-permit', 'close'];

/** 结案条件; what was given up or ended by the court is not waited for. Pure. */
export function closingConditions(decision: PenaltyDecision, account: Account, contests: readonly PenaltyContest[]): ClosingCondition[] {
  const isPenalty = decision.kind === 'penalty';
  return [
    { key: 'served', isMet: decision.served !== null },
    ...(isPenalty ? [{ key: 'paid' as const, isMet: decision.pursuitEnded !== null || isZero(account.openYuan) }, { key: 'vouchers' as const, isMet: isZero(account.claimedYuan) }] : []),
    ...(decision.measures.some(one => PERFORMED.includes(one)) ? [{ key: 'performed' as const, isMet: decision.performed !== null }] : []),
    ...(isPenalty && decision.publishes ? [{ key: 'published' as const, isMet: decision.publishedAt !== null }] : []),
    { key: 'contests', isMet: contests.every(one => one.endedOn !== null) },
  ];
}
