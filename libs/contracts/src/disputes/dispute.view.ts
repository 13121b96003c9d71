import { ContractBalanceView, ContractMilestoneView, ContractPaymentView, ContractTermsView } from '../views/contract.view';
import type { DisputeState } from './dispute.entity';

const STATES: Readonly<Record<DisputeState, { stateZh: string; stateEn: string }>> = {
  open: { stateZh: '待受理', stateEn: 'To be taken up' },
  mediating: { stateZh: '调解中', stateEn: 'In mediation' },
  settled: { stateZh: '调解成功', stateEn: 'Settled' },
  failed: { stateZh: '调解未成', stateEn: 'Failed' },
  withdrawn: { stateZh: '已撤回', stateEn: 'Withdrawn' },
};

export const disputeWords = (state: DisputeState): { stateZh: string; stateEn: string } => STATES[state];

/** A dispute on the desk of the bureau. */
export class DisputeRowView {
  id!: string;
  contractId!: string;
  number!: string | null;
  title!: string;
  enterpriseName!: string;
  firmName!: string;
  /** Who brought it. */
  side!: 'enterprise' | 'firm';
  amountYuan!: string | null;
  state!: 'open' | 'mediating' | 'settled' | 'failed' | 'withdrawn';
  stateZh!: string;
  stateEn!: string;
  openedAt!: string;
  takenByName!: string | null;
  concludedAt!: string | null;
  /** Civil days it has been, or was, open. */
  daysOpen!: number;
}

export class DisputePageView {
  items!: DisputeRowView[];
  nextCursor!: string | null;
}

export class DisputeStatementView {
  id!: string;
  side!: 'enterprise' | 'firm' | 'bureau';
  byName!: string;
  text!: string;
  fileIds!: string[];
  at!: string;
}

/** A dispute whole, with the contract it is about. */
export class DisputeView {
  id!: string;
  contractId!: string;
  number!: string | null;
  title!: string;
  enterpriseName!: string;
  firmName!: string;
  side!: 'enterprise' | 'firm';
  claim!: string;
  amountYuan!: string | null;
  state!: 'open' | 'mediating' | 'settled' | 'failed' | 'withdrawn';
  stateZh!: string;
  stateEn!: string;
  openedByName!: string;
  openedAt!: string;
  takenByName!: string | null;
  takenAt!: string | null;
  outcome!: string | null;
  concludedByName!: string | null;
  concludedAt!: string | null;
  /** The outcome closed the contract at this amount in all. */
  closesYuan!: string | null;
  /** The work is over: an outcome may close the contract. */
  isClosable!: boolean;
  /** By how many days open milestones were moved. */
  daysPaused!: number | null;
  statements!: DisputeStatementView[];
  terms!: ContractTermsView | null;
  milestones!: ContractMilestoneView[];
  payments!: ContractPaymentView[];
  balance!: ContractBalanceView | null;
  /** `state`, `withdraw`, `take`, `conclude`. */
  actions!: string[];
}
