import { daysBetween } from '@huanbao/calendar';
import { shanghaiDate } from '@huanbao/platform';
import { isWork } from '../terms/terms';
import type { Contract, ContractMilestone, ContractProposal, Side, TerminationContent } from '../contract.entity';

/** One part of the work, as it went. */
export interface MilestoneOutcome {
  readonly id: string;
  readonly name: string;
  readonly dueOn: string;
  /** The day of the delivery that was accepted, or of the last one; null when nothing was handed over. */
  readonly deliveredOn: string | null;
  /** The day it was handed over for the first time; null when nothing was. */
  readonly firstDeliveredOn: string | null;
  readonly accepted: boolean;
  /** How often it was sent back. */
  readonly reworks: number;
  /** Civil days the first hand-over came after its day. What the client takes to look at it, and what was mended after it, is no delay of its own: what was sent back counts as that. */
  readonly lateDays: number;
}

/** How a contract went: what reputation is reckoned from. */
export interface ContractOutcome {
  readonly contractId: string;
  readonly taskId: string;
  readonly enterpriseId: string;
  readonly firmId: string;
  readonly kind: Contract['kind'];
  readonly state: Contract['state'];
  /** Settled: nothing is open between the two. Only closed contracts count. */
  readonly closed: boolean;
  readonly closedAt: Date | null;
  /** Ended before the time: by whom, and for notices on which ground of the law; null for a contract that was fulfilled. */
  readonly ended: { readonly side: Side; readonly way: 'agreement' | 'notice'; readonly ground: string | null } | null;
  readonly priceYuan: string | null;
  readonly settledYuan: string | null;
  /** What the two agreed on in words: scope, deliverables, parts. Empty where nothing was written. */
  readonly words: string;
  /** What was to be delivered; an advance is no part of the work, a part that was dropped by a change neither. */
  readonly milestones: readonly MilestoneOutcome[];
  readonly reworks: number;
  /** Of the latest part. */
  readonly lateDays: number;
  /** Parts that were due and never accepted. */
  readonly unfinished: number;
}

/** What outside the contract itself says how it went. */
export interface Went {
  /** The proposal by which it ended, where it did before the time. */
  readonly termination: ContractProposal | null;
  /** Day of the first hand-over of each part, by milestone. */
  readonly firstDeliveries: ReadonlyMap<string, string>;
}

export function outcomeOf(contract: Contract, milestones: readonly ContractMilestone[], { termination, firstDeliveries }: Went): ContractOutcome {
  // without a written contract nobody agreed on parts and days: the offer says them
  const parts = (contract.signedAt === null ? [] : milestones).filter(one => isWork(one) && one.state !== 'dropped').map(one => partOf(one, firstDeliveries.get(one.id)));
  const { id: contractId, taskId, enterpriseId, firmId, kind, state, closedAt, priceYuan, settledYuan } = contract;
  return {
    contractId, taskId, enterpriseId, firmId, kind, state, closed: state === 'closed', closedAt, ended: termination && endOf(termination), priceYuan, settledYuan, milestones: parts, words: wordsOf(contract),
    reworks: parts.reduce((sum, one) => sum + one.reworks, 0),
    lateDays: Math.max(0, ...parts.map(one => one.lateDays)),
    unfinished: parts.filter(one => !one.accepted).length,
  };
}

function wordsOf({ terms }: Contract): string {
  return terms ? [terms.scope, ...terms.deliverables, ...terms.milestones.flatMap(one => [one.name, one.deliverable]), terms.other].join('\n') : '';
}

function partOf({ id, name, dueOn, deliveredAt, state, reworks }: ContractMilestone, first: string | undefined): MilestoneOutcome {
  const deliveredOn = deliveredAt && shanghaiDate(deliveredAt);
  const firstDeliveredOn = first ?? deliveredOn;
  return { id, name, dueOn, deliveredOn, firstDeliveredOn, accepted: state === 'accepted', reworks, lateDays: firstDeliveredOn ? Math.max(0, daysBetween(dueOn, firstDeliveredOn)) : 0 };
}

function endOf({ side, content }: ContractProposal): ContractOutcome['ended'] {
  const { way, ground } = content as TerminationContent;
  return { side, way, ground };
}
