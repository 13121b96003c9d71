export { ENFORCEMENT_ENTITIES } from './enforcement.entity';
export { EnforcementHttpModule, EnforcementJobsModule, EnforcementModule } from './enforcement.module';
export { CertifiedOfficers, type CertifiedOfficer } from './officers/certified';
export { PositiveService } from './positive/positive.service';
export { seedEnforcementDemo } from './demo/seed';
export { inspectionClosed, inspectionPaperDrawn } from './enforcement.events';
export { InspectionReference } from './record/inspection.reference';
export { lawOn } from './record/law';
export { type InspectionBrief, InspectionResults } from './record/results.service';
