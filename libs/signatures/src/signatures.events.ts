import { defineEvent, defineJob } from '@huanbao/platform';

/** What an act of signing belongs to. */
export interface SignedSubject {
  readonly recordId: string;
  readonly subjectType: string;
  readonly subjectId: string;
}

/** Something was signed and a copy of record kept. */
export const signatureKept = defineEvent<SignedSubject>('signature.kept');
/** Somebody says that a signature in their name is not theirs. The record is contested until a person has decided. */
export const signatureRepudiated = defineEvent<SignedSubject>('signature.repudiated');
/** It was decided that the signature does not hold. */
export const signatureVoided = defineEvent<SignedSubject>('signature.voided');
/** It was decided that the signature holds. */
export const signatureConfirmed = defineEvent<SignedSubject>('signature.confirmed');

/** Draws the PDF of a record. */
export const drawSignature = defineJob<SignedSubject>('signature.draw', { queue: 'documents', on: signatureKept });
/** Tells the signer by mail, whatever the preferences say: the session that signed is the channel that must not be trusted alone. */
export const mailSigner = defineJob<SignedSubject>('signature.mail-signer', { queue: 'mail', on: signatureKept });
