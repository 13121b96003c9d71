export { ProvidersModule, ProvidersHttpModule, ProvidersJobsModule } from './providers.module';
export { PROVIDERS_ENTITIES, QUALIFICATION_KINDS } from './provider.entity';
export { FirmsService } from './firms.service';
export { QualificationsService } from './qualifications.service';
export { Providers, RatingSource } from './providers.queries';
export { eligibility, Eligibility, Reason } from './eligibility';
export { qualificationReviewed } from './providers.events';
export { seedProvidersDemo } from './providers.seed';
