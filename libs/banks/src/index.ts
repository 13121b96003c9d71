export { BANKS_ENTITIES } from './entities';
export { BanksHttpModule, BanksJobsModule, BanksModule } from './banks.module';
export { bankAuthorizationGranted, bankAuthorizationRevoked } from './banks.jobs.definitions';
export { HostNames } from './webhooks/wire';
export { seedBanksDemo } from './demo/seed';
