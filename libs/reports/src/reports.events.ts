import { defineEvent } from '@huanbao/platform';

interface ReportRef {
  readonly reportId: string;
  readonly permitId: string;
  readonly enterpriseId: string;
}

/** A report was handed in, or handed in again; `lateDays` counts from the due day of its duty, after a return from the day for mending. */
export const reportSubmitted = defineEvent<ReportRef & { readonly revision: number; readonly lateDays: number }>('report.submitted');
/** The bureau found the four qualities met: the report is public from now on. */
export const reportAccepted = defineEvent<ReportRef & { readonly revision: number }>('report.accepted');
/** The bureau sent it back with the places to correct. */
export const reportReturned = defineEvent<ReportRef & { readonly revision: number }>('report.returned');
/** The holder is writing a report again that it had handed in. */
export const reportAmended = defineEvent<ReportRef & { readonly revision: number }>('report.amended');
/** A correction that was begun is given up: the report stands as it was handed in. */
export const reportAmendmentWithdrawn = defineEvent<ReportRef & { readonly revision: number }>('report.amendment-withdrawn');
