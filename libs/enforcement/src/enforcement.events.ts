import { defineEvent } from '@huanbao/platform';

/** The record of an inspection is sealed. What follows (rectification, penalties, credit) reads its findings by `InspectionResults`. */
export const inspectionClosed = defineEvent<{ inspectionId: string; enterpriseId: string; regionCode: string; kind: string; result: 'clear' | 'violations'; findings: number }>('inspection.closed');
/** The sealed record is on paper, some time after it was sealed. */
export const inspectionPaperDrawn = defineEvent<{ inspectionId: string }>('inspection.paper-drawn');
