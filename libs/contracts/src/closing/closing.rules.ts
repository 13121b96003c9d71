import { addDays } from '@huanbao/calendar';
import { shanghaiDate } from '@huanbao/platform';
import Decimal from 'decimal.js';
import type { ContractPayment } from '../contract.entity';
import type { ContractState } from '../contract.flow';
import { balanceOf } from '../money/balance';
import { awaitsApproval } from '../terms/terms';

type Milestone = Parameters<typeof balanceOf>[1][number] & { readonly acceptedAt: Date | null };
type Payment = Pick<ContractPayment, 'milestoneId' | 'direction' | 'amountYuan' | 'state' | 'recordedAt' | 'decidedAt'>;

export interface ClosingFacts {
  readonly contract: { readonly state: ContractState; readonly priceYuan: string | null; readonly disputedOn: string | null };
  readonly milestones: readonly Milestone[];
  readonly payments: readonly Payment[];
  /** Days that have to pass without anything being done. */
  readonly days: number;
}

/** Where everything may be done: what was ended before its time is to be agreed on or mediated. */
export const DONE_IN: readonly ContractState[] = ['active', 'waived'];

export interface DueClosing {
  /** The first day on which it is closed by time. */
  readonly on: string;
  readonly dueYuan: string;
}

/**
 * When a contract closes although one side says nothing: everything was accepted, nothing waits for the bureau or a mediation, and what is payable
 * stands as paid. The days run from the last acceptance or payment; a payment that was refused is no payment, one that nobody answered is one.
 */
export function closingByTime({ contract, milestones, payments, days }: ClosingFacts): DueClosing | null {
  if (!DONE_IN.includes(contract.state) || contract.priceYuan === null || contract.disputedOn !== null) return null;
  const live = milestones.filter(one => one.state !== 'dropped');
  if (live.length === 0 || live.some(one => one.state !== 'accepted' || awaitsApproval(one))) return null;
  const { payable, paid } = balanceOf(contract.priceYuan, live, payments);
  if (!new Decimal(payable).eq(paid)) return null;
  const moments = [...live.map(one => one.acceptedAt), ...live.map(one => one.approvedAt), ...payments.flatMap(one => [one.recordedAt, one.decidedAt])].flatMap(at => (at ? [at.getTime()] : []));
  return { on: addDays(shanghaiDate(new Date(Math.max(...moments))), days), dueYuan: payable };
}

/** A mediation closes what is over: ended, or accepted to the last part. */
export const mayCloseByMediation = (state: ContractState, milestones: readonly Pick<Milestone, 'state'>[]): boolean =>
  state === 'terminated' || (DONE_IN.includes(state) && milestones.length > 0 && milestones.every(one => one.state === 'accepted' || one.state === 'dropped'));
