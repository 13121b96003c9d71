import Decimal from 'decimal.js';
import type { ChangeContent, Contract, ContractEvent, ContractMilestone, ContractPayment, ContractProposal } from '../contract.entity';
import { ContractTerms, endOf, isWork } from '../terms/terms';

/** A part of the work with its day; its wording and its money stay with the sides, but for the title. */
export interface PublicMilestone {
  readonly id: string;
  readonly title: string;
  readonly dueOn: string;
}

/** What everybody may read of a contract at one time. */
export interface PublicTerms {
  readonly valueYuan: string;
  readonly startsOn: string;
  readonly endsOn: string;
  /** Empty where no law wants the contract announced. */
  readonly milestones: readonly PublicMilestone[];
}

/** What became of a contract in public, in order. Keys stay the same however often it is read. */
export type PublicStep = { readonly key: string; readonly at: Date } & (
  | { readonly kind: 'signed' | 'void' }
  | { readonly kind: 'changed'; readonly terms: PublicTerms; readonly fields: readonly PublicField[] }
  | { readonly kind: 'met'; readonly milestoneId: string; readonly on: Date }
  | { readonly kind: 'paid'; readonly paymentId: string; readonly direction: 'payment' | 'refund'; readonly amountYuan: string; readonly paidOn: string }
  | { readonly kind: 'ended' | 'settled' | 'revoked' }
);

/** What a change touched, by name only. */
export type PublicField = 'price' | 'period' | 'milestones' | 'terms';

export interface PublicContract {
  /** The award it rests on. */
  readonly awardedAt: Date;
  readonly number: string;
  readonly title: string;
  /** As it was first signed. */
  readonly terms: PublicTerms;
  readonly steps: readonly PublicStep[];
}

export interface ContractRows {
  readonly contract: Contract;
  readonly milestones: readonly ContractMilestone[];
  readonly payments: readonly ContractPayment[];
  /** Changes both agreed on. */
  readonly changes: readonly ContractProposal[];
  /** `enact` and `void`. */
  readonly events: readonly ContractEvent[];
}

/**
 * What may be published of a contract: who with whom, for how much, from when to when, whether it was changed, ended, settled. Milestones and payments only
 * where a law has the contract announced (政府采购法实施条例 第五十条; 招标投标法 第四十六条): of private money they are the two sides' own. Null before the signing.
 */
export function publicContract(rows: ContractRows): PublicContract | null {
  const { contract, changes } = rows;
  const signings = signingSteps(rows);
  const first = changes[0] ? (changes[0].content as ChangeContent).before : contract.terms;
  if (!contract.number || !first || signings.length === 0) return null;
  const detailed = contract.signByLaw;
  const steps = [...signings, ...changes.map(one => changeStep(one, detailed)), ...(detailed ? workSteps(rows) : []), ...endSteps(contract)];
  return { awardedAt: contract.awardedAt, number: contract.number, title: contract.title, terms: termsOf(first, detailed), steps: steps.sort((one, other) => one.at.getTime() - other.at.getTime()) };
}

const termsOf = (terms: ContractTerms, detailed: boolean): PublicTerms => ({
  valueYuan: new Decimal(terms.priceYuan).toFixed(2), startsOn: terms.startsOn, endsOn: endOf(terms),
  milestones: detailed ? terms.milestones.map(({ id, name, dueOn }) => ({ id, title: name, dueOn })) : [],
});

/** A signature that did not hold took the contract back; a note on one whose work had begun did not. */
function signingSteps({ contract, events }: ContractRows): PublicStep[] {
  const enacted = events.filter(one => one.kind === 'enact');
  return enacted.flatMap((one, nth): PublicStep[] => {
    const suffix = nth === 0 ? '' : `-${nth + 1}`;
    const signed: PublicStep = { key: `contract${suffix}`, at: one.at, kind: 'signed' };
    const undone = nth < enacted.length - 1 || contract.signedAt === null;
    const taken = undone && events.find(other => other.kind === 'void' && other.at >= one.at);
    return taken ? [signed, { key: `contract-void${suffix}`, at: taken.at, kind: 'void' }] : [signed];
  });
}

function changeStep({ nth, content, answeredAt, madeAt }: ContractProposal, detailed: boolean): PublicStep {
  const { before, after } = content as ChangeContent;
  return { key: `contract-change-${nth}`, at: answeredAt ?? madeAt, kind: 'changed', terms: termsOf(after, detailed), fields: fieldsOf(before, after) };
}

function fieldsOf(before: ContractTerms, after: ContractTerms): PublicField[] {
  const differs = (field: keyof ContractTerms): boolean => JSON.stringify(before[field]) !== JSON.stringify(after[field]);
  const rest = (['scope', 'deliverables', 'acceptance', 'confidentiality', 'liability', 'disputes', 'other'] as const).some(differs);
  return [...(new Decimal(before.priceYuan).eq(after.priceYuan) ? [] : ['price' as const]), ...(endOf(before) === endOf(after) ? [] : ['period' as const]), ...(differs('milestones') ? ['milestones' as const] : []), ...(rest ? ['terms' as const] : [])];
}

function workSteps({ milestones, payments }: ContractRows): PublicStep[] {
  const met = milestones.flatMap((one): PublicStep[] => (one.acceptedAt && isWork(one) ? [{ key: `milestone-${one.id}`, at: one.acceptedAt, kind: 'met', milestoneId: one.id, on: one.deliveredAt ?? one.acceptedAt }] : []));
  const paid = payments.flatMap(({ id, state, decidedAt, direction, amountYuan, paidOn }): PublicStep[] => (state === 'confirmed' && decidedAt ? [{ key: `payment-${id}`, at: decidedAt, kind: 'paid', paymentId: id, direction, amountYuan, paidOn }] : []));
  return [...met, ...paid];
}

function endSteps({ state, endedAt, closedAt }: Contract): PublicStep[] {
  if (state === 'revoked' && endedAt) return [{ key: 'contract-revoked', at: endedAt, kind: 'revoked' }];
  return [...(endedAt ? [{ key: 'contract-ended', at: endedAt, kind: 'ended' as const }] : []), ...(closedAt ? [{ key: 'contract-settled', at: closedAt, kind: 'settled' as const }] : [])];
}
