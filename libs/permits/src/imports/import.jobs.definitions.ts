import { defineJob } from '@huanbao/platform';

/** Reads a list and compares it with the platform, line by line. */
export const judgeList = defineJob<{ importId: string }>('permit.judge-list', { queue: 'documents', attempts: 5 });
/** Takes the good lines of a list over. */
export const applyList = defineJob<{ importId: string }>('permit.apply-list', { queue: 'documents' });
/** Takes a list back. */
export const undoList = defineJob<{ importId: string }>('permit.undo-list', { queue: 'documents' });
