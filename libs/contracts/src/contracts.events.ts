import { defineEvent } from '@huanbao/platform';

/** What happened to a contract. Payloads hold ids only. */
export const contractProposed = defineEvent<{ contractId: string }>('contract.proposed');
export const contractReturned = defineEvent<{ contractId: string }>('contract.returned');
/** The text is final; both have to sign. */
export const contractAgreed = defineEvent<{ contractId: string }>('contract.agreed');
export const contractSigned = defineEvent<{ contractId: string }>('contract.signed');
/** Both have signed. */
export const contractActivated = defineEvent<{ contractId: string }>('contract.activated');
export const contractMilestoneAccepted = defineEvent<{ contractId: string; milestoneId: string }>('contract.milestone-accepted');
/** The bureau has approved what the milestone's result was used for. */
export const contractMilestoneApproved = defineEvent<{ contractId: string; milestoneId: string }>('contract.milestone-approved');
export const contractPaymentRecorded = defineEvent<{ contractId: string; paymentId: string }>('contract.payment-recorded');
export const contractPaymentDecided = defineEvent<{ contractId: string; paymentId: string }>('contract.payment-decided');
export const contractProposalMade = defineEvent<{ contractId: string; proposalId: string }>('contract.proposal-made');
export const contractProposalAnswered = defineEvent<{ contractId: string; proposalId: string }>('contract.proposal-answered');
/** The terms in force have changed. */
export const contractChanged = defineEvent<{ contractId: string }>('contract.changed');
export const contractTerminated = defineEvent<{ contractId: string }>('contract.terminated');
export const contractDisputeOpened = defineEvent<{ disputeId: string }>('contract-dispute.opened');
/** An officer has taken up the mediation. */
export const contractDisputeTaken = defineEvent<{ disputeId: string }>('contract-dispute.taken');
/** A side or the mediator has said something. */
export const contractDisputeStated = defineEvent<{ disputeId: string }>('contract-dispute.stated');
export const contractDisputeConcluded = defineEvent<{ disputeId: string }>('contract-dispute.concluded');
export const contractClosed = defineEvent<{ contractId: string }>('contract.closed');
