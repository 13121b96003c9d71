export { SignaturesModule, SignaturesHttpModule, SignaturesJobsModule } from './signatures.module';
export { SIGNATURES_ENTITIES, SignatureRecord } from './signature.entity';
export { Signatures, type Keeping } from './signatures.service';
export { RepudiationService } from './repudiation.service';
export type { Paper, PaperPage } from './paper/paper';
export { signatureConfirmed, signatureKept, signatureRepudiated, signatureVoided, type SignedSubject } from './signatures.events';
export { publicKeyPem } from './paper/content';
