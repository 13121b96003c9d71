import { defineEvent } from '@huanbao/platform';

/** What happened under a retainer. Payloads hold ids only. */
export const retainerBegan = defineEvent<{ retainerId: string }>('retainer.began');
export const retainerEnded = defineEvent<{ retainerId: string }>('retainer.ended');
export const stewardReportDrafted = defineEvent<{ reportId: string }>('steward-report.drafted');
/** The firm's manager has signed it off: the enterprise reads it from now on. */
export const stewardReportSigned = defineEvent<{ reportId: string }>('steward-report.signed');
