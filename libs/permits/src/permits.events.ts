import { defineEvent } from '@huanbao/platform';

/** A discharge permit was issued. */
export const permitIssued = defineEvent<{ permitId: string; applicationId: string; enterpriseId: string }>('permit.issued');
/** An application was decided, either way. */
export const permitDecided = defineEvent<{ applicationId: string; outcome: 'granted' | 'refused' }>('permit.decided');
