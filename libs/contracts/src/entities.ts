import { Contract, ContractEvent, ContractMilestone, ContractPayment, ContractProposal, ContractSignature } from './contract.entity';
import { DISPUTE_ENTITIES } from './disputes/dispute.entity';
import { UNSIGNED_ENTITIES } from './unsigned/cancellation.entity';
import { FiledDeliverable } from './filing/filed.entity';

/** The tables of this room. */
export const CONTRACTS_ENTITIES = [Contract, ContractSignature, ContractMilestone, ContractPayment, ContractProposal, ContractEvent, FiledDeliverable, ...DISPUTE_ENTITIES, ...UNSIGNED_ENTITIES];
