import { defineJob } from '@huanbao/platform';
import { permitIssued } from './permits.events';

/** Runs the rules over the content of an application. */
export const reviewApplication = defineJob<{ applicationId: string; runId: string }>('permit.review-application', { queue: 'review', attempts: 5 });

/** Draws 正本 and 副本 of a permit. */
export const drawCertificate = defineJob<{ permitId: string; applicationId: string; enterpriseId: string }>('permit.draw-certificate', { queue: 'documents', on: permitIssued });
