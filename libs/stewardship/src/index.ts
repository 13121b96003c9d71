export { StewardshipHttpModule, StewardshipJobsModule, StewardshipModule } from './stewardship.module';
export { STEWARDSHIP_ENTITIES } from './entities';
export { retainerBegan, retainerEnded, stewardReportSigned } from './stewardship.events';
export { seedStewardshipDemo } from './demo/seed';
export { StewardRound } from './round.service';
