import { defineEvent } from '@huanbao/platform';

/** A result of self-monitoring lies above the permitted limit of its day. */
export const monitoringResultExceeded = defineEvent<{ resultId: string; exceedanceId: string; permitId: string; enterpriseId: string }>('monitoring-result.exceeded');
/** Results of these civil days were entered, corrected or taken back. */
export const monitoringResultsChanged = defineEvent<{ permitId: string; from: string; to: string }>('monitoring-results.changed');

/** A failure of automatic monitoring was reported, ended or taken back. */
export const monitoringOutageChanged = defineEvent<{ outageId: string; permitId: string; version: number }>('monitoring-outage.changed');

/** Entries of these civil days were made, corrected or taken back. */
export const ledgerChanged = defineEvent<{ permitId: string; from: string; to: string }>('ledger.changed');
