export { PenaltiesHttpModule, PenaltiesJobsModule, PenaltiesModule } from './penalties.module';
export { PENALTIES_ENTITIES } from './entities';
export { penaltyClosed, penaltyDecided, penaltyEffective, penaltyRevoked } from './penalties.events';
export { seedPenaltiesDemo } from './demo/seed';
