export { ComplaintsHttpModule, ComplaintsJobsModule, ComplaintsModule } from './complaints.module';
export { COMPLAINTS_ENTITIES } from './entities';
export { complaintAccepted, complaintAnswered, complaintAnsweredAnew, complaintClosed } from './complaints.events';
export { seedComplaintsDemo } from './demo/seed';
export { ComplaintCounts } from './reading/complaint-counts';
export { OUTCOME_WORDS as COMPLAINT_OUTCOMES } from './rules';
