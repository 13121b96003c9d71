import { defineJob, defineSchedule } from '@huanbao/platform';
import { stewardReportDrafted, stewardReportSigned } from './stewardship.events';

/** The PDF: of the draft, and again with who signed. */
export const renderStewardReport = defineJob<{ reportId: string }>('steward-report.render', { queue: 'documents', on: [stewardReportDrafted, stewardReportSigned] });

/** Ends what has run out, drafts last month's reports, reminds of visits, findings and reports. */
export const stewardRound = defineJob<Record<string, never>>('stewardship.daily-round', { queue: 'quick' });
defineSchedule(stewardRound, { dailyAt: '07:40' });
