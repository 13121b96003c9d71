import type { Actor } from '@huanbao/platform';
import type { Contract, ContractEvent, ContractMilestone, ContractPayment, ContractProposal, ContractSignature } from '../contract.entity';
import { CONTRACT_STATES, ContractHolder, ContractStep, OWING, possibleSteps } from '../contract.flow';
import { ContractAction, contractPolicy } from '../contract.policy';
import { sideOf } from '../contract.records';
import { BY_LAW, RECOMMENDED } from '../award';
import { GROUNDS } from '../grounds';
import { balanceOf, openOf } from '../money/balance';
import { ContractTone, standingOf } from '../standing';
import { differences } from '../terms/difference';
import type { ContractDispute } from '../disputes/dispute.entity';
import { awaitsApproval } from '../terms/terms';

export class ContractStandingView {
  tone!: ContractTone;
  zh!: string;
  en!: string;
  due!: string | null;
  /** Civil days; negative when late; null where no day runs. */
  daysLeft!: number | null;
  late!: boolean;
}

/** A contract in a list. */
export class ContractItemView {
  id!: string;
  taskId!: string;
  number!: string | null;
  title!: string;
  kind!: string;
  enterpriseId!: string;
  enterpriseName!: string;
  firmId!: string;
  firmName!: string;
  state!: string;
  stateZh!: string;
  stateEn!: string;
  /** Of the contract; before the signing, of the bid. */
  priceYuan!: string;
  awardedAt!: string;
  signDue!: string;
  signedAt!: string | null;
  endsOn!: string | null;
  standing!: ContractStandingView;
}

export class ContractPageView {
  items!: ContractItemView[];
  nextCursor!: string | null;
}

export class ContractMilestoneView {
  id!: string;
  name!: string;
  dueOn!: string;
  amountYuan!: string;
  payableOn!: 'signing' | 'acceptance' | 'approval';
  /** Accepted, and payable once the bureau has approved what it was used for. */
  awaitsApproval!: boolean;
  /** The application or report that the bureau approved. */
  approvedFor!: string | null;
  deliverable!: string;
  /** Null before the signing. */
  state!: 'open' | 'delivered' | 'rework' | 'accepted' | 'dropped' | null;
  acceptedAt!: string | null;
  /** What may still be paid for it; null before the signing. */
  openYuan!: string | null;
  late!: boolean;
}

export class ContractTermsView {
  priceYuan!: string;
  startsOn!: string;
  durationDays!: number;
  scope!: string;
  deliverables!: string[];
  acceptance!: string;
  confidentiality!: string;
  liability!: string;
  disputes!: string;
  other!: string;
}

export class ContractSignatureView {
  side!: 'enterprise' | 'firm';
  way!: 'online' | 'paper';
  recordId!: string;
  fileId!: string | null;
  signerName!: string;
  signedAt!: string;
}

export class ContractPaymentView {
  id!: string;
  milestoneId!: string | null;
  milestoneName!: string | null;
  direction!: 'payment' | 'refund';
  amountYuan!: string;
  paidOn!: string;
  fileId!: string;
  note!: string;
  state!: 'recorded' | 'confirmed' | 'refused' | 'withdrawn';
  reason!: string | null;
  recordedByName!: string;
  recordedAt!: string;
  decidedAt!: string | null;
}

export class TermDifferenceView {
  field!: string;
  zh!: string;
  en!: string;
  from!: string | null;
  to!: string | null;
}

export class ContractProposalView {
  id!: string;
  kind!: 'change' | 'termination' | 'settlement';
  nth!: number;
  side!: 'enterprise' | 'firm';
  byName!: string;
  reason!: string;
  state!: 'open' | 'agreed' | 'refused' | 'withdrawn';
  madeAt!: string;
  answeredByName!: string | null;
  answer!: string | null;
  answeredAt!: string | null;
  /** Old → new, of a change. */
  differences!: TermDifferenceView[];
  /** Of an end: `notice` of one side, or by agreement, with ground and article. */
  way!: 'agreement' | 'notice' | null;
  groundZh!: string | null;
  groundEn!: string | null;
  basis!: string | null;
  /** Of a settlement. */
  dueYuan!: string | null;
  /** It was made by the reader's own side. */
  own!: boolean;
}

/** A dispute of this contract, on the page of the contract. */
export class ContractDisputeView {
  id!: string;
  side!: 'enterprise' | 'firm';
  claim!: string;
  state!: 'open' | 'mediating' | 'settled' | 'failed' | 'withdrawn';
  openedAt!: string;
  outcome!: string | null;
}

export class ContractBalanceView {
  price!: string;
  payable!: string;
  paid!: string;
  confirmed!: string;
  owed!: string;
}

export class ContractEventView {
  id!: string;
  at!: string;
  kind!: string;
  actorName!: string;
  zh!: string;
  en!: string;
}

/** A contract whole, as its two sides see it. */
export class ContractView extends ContractItemView {
  version!: number;
  revision!: number;
  signByLaw!: boolean;
  signBasis!: string;
  bidPriceYuan!: string;
  bidDurationDays!: number;
  terms!: ContractTermsView | null;
  milestones!: ContractMilestoneView[];
  signatures!: ContractSignatureView[];
  payments!: ContractPaymentView[];
  proposals!: ContractProposalView[];
  disputes!: ContractDisputeView[];
  /** Since when the firm lacks what the task asks for; null while all is well. */
  unfitSince!: string | null;
  /** Null before the signing. */
  balance!: ContractBalanceView | null;
  returnedReason!: string | null;
  endedReason!: string | null;
  settledYuan!: string | null;
  closedAt!: string | null;
  /** `agreed`, `time` or `mediation`. */
  closedHow!: string | null;
  /** The day on which it closes by time although a side says nothing; null while something is open. */
  closesOn!: string | null;
  paperFileId!: string | null;
  holder!: ContractHolder;
  nextZh!: string;
  nextEn!: string;
  /** On which side of the contract the reader is. */
  side!: 'enterprise' | 'firm';
  /** What the reader may do now: steps of the flow, `pay`, `change`, `terminate`, `settle`, `dispute`, `answer`. */
  actions!: string[];
}

export interface WholeContract {
  readonly contract: Contract;
  readonly milestones: readonly ContractMilestone[];
  readonly signatures: readonly ContractSignature[];
  readonly payments: readonly ContractPayment[];
  readonly proposals: readonly ContractProposal[];
  readonly disputes: readonly ContractDispute[];
  readonly closesOn: string | null;
  /** Handed over without a signed contract: it may be ended and settled. */
  readonly isInHand: boolean;
}

const iso = (date: Date | null): string | null => date?.toISOString() ?? null;

export function contractItem(contract: Contract, today: string): ContractItemView {
  const { id, taskId, number, title, kind, enterpriseId, enterpriseName, firmId, firmName, state, signDue, endsOn } = contract;
  return {
    id, taskId, number, title, kind, enterpriseId, enterpriseName, firmId, firmName, state, stateZh: CONTRACT_STATES[state].zh, stateEn: CONTRACT_STATES[state].en,
    priceYuan: contract.priceYuan ?? contract.bidPriceYuan, awardedAt: contract.awardedAt.toISOString(), signDue, signedAt: iso(contract.signedAt), endsOn, standing: standingOf({ ...contract, disputed: contract.disputedOn !== null }, today),
  };
}

export function contractView(whole: WholeContract, actor: Actor, today: string): ContractView {
  const { contract, milestones, payments } = whole;
  const { terms, state } = contract;
  const row = CONTRACT_STATES[state];
  return {
    ...contractItem(contract, today),
    version: contract.version, revision: contract.revision, signByLaw: contract.signByLaw, signBasis: contract.signByLaw ? `${BY_LAW['bidding-law']}、${BY_LAW.government}` : RECOMMENDED,
    bidPriceYuan: contract.bidPriceYuan, bidDurationDays: contract.bidDurationDays, terms: terms && termsView(terms), milestones: milestoneViews(whole, today),
    signatures: whole.signatures.map(({ side, way, recordId, fileId, signerName, signedAt }) => ({ side, way, recordId, fileId, signerName, signedAt: signedAt.toISOString() })),
    payments: payments.map(one => paymentView(one, milestones)), proposals: whole.proposals.map(one => proposalView(one, sideOf(actor, contract))),
    disputes: whole.disputes.map(({ id, side, claim, state: how, openedAt, outcome }) => ({ id, side, claim, state: how, openedAt: openedAt.toISOString(), outcome })), unfitSince: iso(contract.unfitSince),
    balance: contract.priceYuan === null ? null : balanceOf(contract.priceYuan, milestones, payments, contract.settledYuan),
    returnedReason: contract.returnedReason, endedReason: contract.endedReason, settledYuan: contract.settledYuan, closedAt: iso(contract.closedAt), closedHow: contract.closedHow, closesOn: whole.closesOn, paperFileId: contract.paperFileId,
    holder: row.holder, nextZh: row.nextZh, nextEn: row.nextEn, side: sideOf(actor, contract), actions: actionsNow(whole, actor),
  };
}

function termsView({ milestones: _, deliverables, ...rest }: NonNullable<Contract['terms']>): ContractTermsView {
  return { ...rest, deliverables: [...deliverables] };
}

function milestoneViews({ contract, milestones, payments }: WholeContract, today: string): ContractMilestoneView[] {
  if (milestones.length === 0) return (contract.terms?.milestones ?? []).map(one => ({ ...one, state: null, acceptedAt: null, openYuan: null, late: false, awaitsApproval: false, approvedFor: null }));
  return milestones.map(one => ({
    id: one.id, name: one.name, dueOn: one.dueOn, amountYuan: one.amountYuan, payableOn: one.payableOn, deliverable: one.deliverable, state: one.state, acceptedAt: iso(one.acceptedAt),
    openYuan: openOf(one, payments), awaitsApproval: one.state === 'accepted' && awaitsApproval(one), approvedFor: one.approvedFor, late: contract.state === 'active' && (one.state === 'open' || one.state === 'rework') && one.dueOn < today,
  }));
}

export function paymentView(payment: ContractPayment, milestones: readonly Pick<ContractMilestone, 'id' | 'name'>[]): ContractPaymentView {
  const { id, milestoneId, direction, amountYuan, paidOn, fileId, note, state, reason, recordedByName } = payment;
  return { id, milestoneId, milestoneName: milestones.find(one => one.id === milestoneId)?.name ?? null, direction, amountYuan, paidOn, fileId, note, state, reason, recordedByName, recordedAt: payment.recordedAt.toISOString(), decidedAt: iso(payment.decidedAt) };
}

export function proposalView(proposal: ContractProposal, side: 'enterprise' | 'firm'): ContractProposalView {
  const { id, kind, nth, byName, reason, state, answer, answeredByName, content } = proposal;
  const ground = 'ground' in content && content.ground !== null ? GROUNDS[content.ground] : undefined;
  return {
    id, kind, nth, side: proposal.side, byName, reason, state, madeAt: proposal.madeAt.toISOString(), answeredByName, answer, answeredAt: iso(proposal.answeredAt), own: proposal.side === side,
    differences: 'before' in content ? differences(content.before, content.after) : [], way: 'way' in content ? content.way : null, groundZh: ground?.zh ?? null, groundEn: ground?.en ?? null,
    basis: 'basis' in content ? content.basis : null, dueYuan: 'dueYuan' in content ? content.dueYuan : null,
  };
}

export function contractEventView({ id, at, kind, actorName, zh, en }: ContractEvent): ContractEventView {
  return { id, at: at.toISOString(), kind, actorName, zh, en };
}

/** Which steps belong to which action of the policy. */
const STEPS: readonly (readonly [ContractStep, ContractAction])[] = [['draft', 'contract.draft'], ['propose', 'contract.draft'], ['recall', 'contract.draft'], ['return', 'contract.agree'], ['agree', 'contract.agree'], ['sign', 'contract.sign']];

function actionsNow({ contract, signatures, proposals, milestones, isInHand }: WholeContract, actor: Actor): string[] {
  const side = sideOf(actor, contract);
  const may = (action: ContractAction): boolean => contractPolicy.may(actor, action, contract);
  const possible = possibleSteps(contract.state);
  const steps = STEPS.filter(([step, action]) => possible.includes(step) && may(action)).map(([step]) => step as string).filter(step => {
    if (step === 'sign') return !signatures.some(one => one.side === side);
    return step !== 'recall' || !signatures.some(one => one.side === 'firm');
  });
  const running = contract.state === 'active';
  const owing = OWING.includes(contract.state);
  const still = contract.disputedOn !== null;
  const open = proposals.some(one => one.state === 'open');
  const done = milestones.every(one => one.state === 'accepted' || one.state === 'dropped');
  const proposing = may('contract.propose');
  return [
    ...steps,
    ...(owing && may('contract.pay') ? ['pay'] : []),
    ...(running && !open && !done && !still && proposing ? ['change'] : []),
    ...((running || isInHand) && proposing ? ['terminate'] : []),
    ...(owing && (done || contract.state === 'terminated') && !open && proposing ? ['settle'] : []),
    ...(owing && !still && may('contract.dispute') ? ['dispute'] : []),
    ...(open && may('contract.answer') && proposals.some(one => one.state === 'open' && one.side !== side) ? ['answer'] : []),
  ];
}
