export { CREDIT_ENTITIES } from './credit.entity';
export { CreditHttpModule, CreditJobsModule, CreditModule } from './credit.module';
export { creditChanged, creditGradeChanged } from './credit.events';
export { CreditLedger, type NewCreditChange, type NewCreditEvent } from './ledger/credit-ledger';
export { CreditStandings, type StandingOn } from './standings/standing-reader';
export { EntriesService } from './entries/entries.service';
export { RunsService } from './runs/runs.service';
export { SchemesService } from './schemes/schemes.service';
export { seedCreditReference } from './schemes/seed';
