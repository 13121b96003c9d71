export { CreditRepairHttpModule, CreditRepairJobsModule, CreditRepairModule } from './credit-repair.module';
export { CREDIT_REPAIR_ENTITIES } from './credit-repair.entity';
export { Certificates, type EndedMatter } from './certificates/certificates.service';
export { creditRepaired } from './credit-repair.events';
export { repairMachine } from './repairs/repair.machine';
export { appealMachine } from './appeals/appeal.machine';
export { seedCreditRepairDemo } from './demo/seed';
