export { RectificationHttpModule, RectificationJobsModule, RectificationModule } from './rectification.module';
export { RECTIFICATION_ENTITIES } from './entities';
export { rectificationClosed, rectificationClue, rectificationOverdue, rectificationServed, rectificationWithdrawn, violationPersists } from './rectification.events';
export { RectificationRates } from './rates.service';
export { type RectificationOrigin, RectificationOrigins } from './reading/rectification-origins';
export { type RectificationRate } from './rules/rate';
export { seedRectificationDemo } from './demo/seed';
