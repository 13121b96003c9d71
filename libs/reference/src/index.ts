import { ReferenceCheck, ReferenceProposal, ReferenceValue } from './reference.entity';

export { ReferenceBook, type ReferenceRow } from './reference-book';
export { ReferenceHttpModule, ReferenceModule } from './reference.module';
export type { ReferenceItem } from './reference-item';
export { type ReferenceSource, ReferenceSources } from './reference-sources';
export { type Editing, lastDayBefore, type Successor } from './succession';
export { ownRow } from './reference.errors';
export { referencePolicy } from './reference.policy';
export { Verifications } from './verification.service';
export { seedReference } from './seed';

/** The tables of this room. */
export const REFERENCE_ENTITIES = [ReferenceValue, ReferenceCheck, ReferenceProposal];
