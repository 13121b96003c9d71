import { organisationReinstated, organisationSuspended } from '@huanbao/identity';
import { deliveryReviewed, taskAwarded } from '@huanbao/marketplace';
import { defineJob, defineSchedule } from '@huanbao/platform';
import { firmStandingChanged } from '@huanbao/providers';
import { signatureVoided, type SignedSubject } from '@huanbao/signatures';
import { contractActivated, contractAgreed, contractChanged, contractClosed, contractDisputeConcluded, contractDisputeOpened, contractDisputeStated, contractDisputeTaken, contractMilestoneAccepted, contractMilestoneApproved, contractPaymentDecided, contractPaymentRecorded, contractProposalAnswered, contractProposalMade, contractProposed, contractReturned, contractSigned, contractTerminated } from './contracts.events';

/** An award is to become a contract. */
export const expectContract = defineJob<{ taskId: string }>('contract.expect', { queue: 'quick', on: taskAwarded });
/** The paper: when the text is final, when both have signed, and with each change. */
export const renderContract = defineJob<{ contractId: string }>('contract.render-paper', { queue: 'documents', on: [contractAgreed, contractActivated, contractChanged] });
export const undoContractSignature = defineJob<SignedSubject>('contract.undo-signature', { queue: 'quick', on: signatureVoided });

export const tellContractProposed = defineJob<{ contractId: string }>('contract.tell-proposed', { queue: 'quick', on: contractProposed });
export const tellContractReturned = defineJob<{ contractId: string }>('contract.tell-returned', { queue: 'quick', on: contractReturned });
export const tellContractAgreed = defineJob<{ contractId: string }>('contract.tell-agreed', { queue: 'quick', on: contractAgreed });
export const tellContractSigned = defineJob<{ contractId: string }>('contract.tell-signed', { queue: 'quick', on: contractSigned });
export const tellContractActivated = defineJob<{ contractId: string }>('contract.tell-activated', { queue: 'quick', on: contractActivated });
export const tellMilestonePayable = defineJob<{ contractId: string; milestoneId: string }>('contract.tell-payable', { queue: 'quick', on: [contractMilestoneAccepted, contractMilestoneApproved] });
export const tellPaymentRecorded = defineJob<{ contractId: string; paymentId: string }>('contract.tell-payment-recorded', { queue: 'quick', on: contractPaymentRecorded });
export const tellPaymentDecided = defineJob<{ contractId: string; paymentId: string }>('contract.tell-payment-decided', { queue: 'quick', on: contractPaymentDecided });
export const tellProposalMade = defineJob<{ contractId: string; proposalId: string }>('contract.tell-proposal-made', { queue: 'quick', on: contractProposalMade });
export const tellProposalAnswered = defineJob<{ contractId: string; proposalId: string }>('contract.tell-proposal-answered', { queue: 'quick', on: contractProposalAnswered });
export const tellContractTerminated = defineJob<{ contractId: string }>('contract.tell-terminated', { queue: 'quick', on: contractTerminated });
export const tellContractClosed = defineJob<{ contractId: string }>('contract.tell-closed', { queue: 'quick', on: contractClosed });

export const tellDisputeOpened = defineJob<{ disputeId: string }>('contract-dispute.tell-opened', { queue: 'quick', on: contractDisputeOpened });
export const tellDisputeStated = defineJob<{ disputeId: string }>('contract-dispute.tell-stated', { queue: 'quick', on: contractDisputeStated });
export const tellDisputeTaken = defineJob<{ disputeId: string }>('contract-dispute.tell-taken', { queue: 'quick', on: contractDisputeTaken });
export const tellDisputeConcluded = defineJob<{ disputeId: string }>('contract-dispute.tell-concluded', { queue: 'quick', on: contractDisputeConcluded });

/** A firm's standing has changed: its contracts in force are looked at. */
export const recheckContractor = defineJob<{ firmId: string }>('contract.recheck-firm', { queue: 'quick', on: firmStandingChanged });
export const recheckContractors = defineJob<{ organisationId: string }>('contract.recheck-organisation', { queue: 'quick', on: [organisationSuspended, organisationReinstated] });

/** What was accepted goes where it belongs. */
export const fileDeliverables = defineJob<{ taskId: string; deliveryId: string }>('contract.file-deliverables', { queue: 'quick', on: deliveryReviewed });

/** Before the day of signing and of each milestone, on it, and when it has passed. */
export const remindContracts = defineJob<Record<string, never>>('contract.remind', { queue: 'quick' });
defineSchedule(remindContracts, { dailyAt: '08:10' });
/** What is done and paid closes although a side keeps silent. */
export const closeDueContracts = defineJob<Record<string, never>>('contract.close-due', { queue: 'quick' });
defineSchedule(closeDueContracts, { dailyAt: '08:20' });
