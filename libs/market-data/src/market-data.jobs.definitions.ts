import { contractActivated, contractChanged, contractClosed, contractMilestoneAccepted, contractPaymentDecided, contractTerminated } from '@huanbao/contracts';
import { taskAmended, taskAwardCancelled, taskAwarded, taskEnded, taskOpened, taskPublished } from '@huanbao/marketplace';
import { defineJob, defineSchedule } from '@huanbao/platform';

/** Writes the OCDS releases of a task that are missing. */
export const publishReleases = defineJob<{ taskId: string }>('market-data.publish-releases', { queue: 'quick', on: [taskPublished, taskAmended, taskOpened, taskAwarded, taskAwardCancelled, taskEnded] });
/** The same for what became of a contract. */
export const publishContractReleases = defineJob<{ contractId: string }>('market-data.publish-contract-releases', { queue: 'quick', on: [contractActivated, contractChanged, contractMilestoneAccepted, contractPaymentDecided, contractTerminated, contractClosed] });
/** Makes up for tasks of before and jobs that were lost. */
export const catchUpReleases = defineJob<Record<string, never>>('market-data.catch-up-releases', { queue: 'review' });
defineSchedule(catchUpReleases, { minutes: 60 });
/** Tells firms whose saved search a new task fits. */
export const tellSearchers = defineJob<{ taskId: string }>('market-data.tell-searchers', { queue: 'quick', on: taskPublished });
