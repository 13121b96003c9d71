import { fileStored } from '@huanbao/documents';
import { signatureKept, type SignedSubject } from '@huanbao/signatures';
import { defineEvent, defineJob } from '@huanbao/platform';

/** An officer made a clue of a suspicion: enforcement takes it up. */
export const clueOpened = defineEvent<{ suspicionId: string; subjectType: string; subjectId: string }>('evidence.clue-opened');

/** Reads a document of an application or a report: key numbers and fingerprints. */
export const readDocument = defineJob<{ fileId: string }>('evidence.read-document', { queue: 'review', on: fileStored, attempts: 4 });
/** An application or a report was handed in: its documents are compared with those of others. */
export const compareDocuments = defineJob<SignedSubject>('evidence.compare-documents', { queue: 'review', on: signatureKept, attempts: 5 });
