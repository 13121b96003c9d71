export { EvidenceModule, EvidenceHttpModule, EvidenceJobsModule } from './evidence.module';
export { EVIDENCE_ENTITIES, EvidenceFile, Suspicion } from './evidence.entity';
export { clueOpened } from './evidence.events';
export { EvidenceSubjects, placeOf } from './evidence-subjects';
export { Ocr } from './read/ocr';
