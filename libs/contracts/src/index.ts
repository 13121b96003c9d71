export { ContractsModule, ContractsHttpModule, ContractsJobsModule } from './contracts.module';
export { CONTRACTS_ENTITIES } from './entities';
export { Contract, ContractMilestone, ContractPayment } from './contract.entity';
export * from './contracts.events';
export { renderContractFlow } from './contract.diagram';
export { ContractOutcomes } from './outcome/outcomes.service';
export type { ContractOutcome, MilestoneOutcome } from './outcome/outcome';
export { PublicContracts } from './publication/public-contracts.service';
export type { PublicContract, PublicField, PublicMilestone, PublicStep, PublicTerms } from './publication/public-contract';
