export { PenaltiesHttpModule, PenaltiesJobsModule, PenaltiesModule } from './penalties.module';
export { PENALTIES_ENTITIES, type Served } from './entities';
export { PARTY_CODE_CONTEXT, type PenaltyParty, PenaltyParties } from './parties';
export { OverduePenalties, type OverduePenalty } from './overdue';
export { masked, maskedText } from './words';
export { penaltyClosed, penaltyDecided, penaltyEffective, penaltyRevoked } from './penalties.events';
export { seedPenaltiesDemo } from './demo/seed';
export { PenaltyFines, type StandingFine } from './reading/fines';
