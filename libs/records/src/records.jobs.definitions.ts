import { defineJob } from '@huanbao/platform';
import { monitoringResultExceeded } from './records.events';

/** Tells the enterprise and the enforcers of the place about a result above its limit. */
export const tellExceedance = defineJob<{ resultId: string; exceedanceId: string; permitId: string; enterpriseId: string }>('records.tell-exceedance', { queue: 'quick', on: monitoringResultExceeded });
