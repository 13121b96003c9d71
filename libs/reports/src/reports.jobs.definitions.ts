import { defineJob } from '@huanbao/platform';
import { type SignedSubject, signatureVoided } from '@huanbao/signatures';

/** Runs R1–R7 over a report. */
export const runReportCheck = defineJob<{ reportId: string; checkId: string }>('report.check', { queue: 'review', attempts: 5 });
/** A signature does not hold: what rests on it is undone. */
export const undoReport = defineJob<SignedSubject>('report.undo', { queue: 'quick', on: signatureVoided });
