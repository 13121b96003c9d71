import { defineEvent } from '@huanbao/platform';

/** A version of a discharge permit was issued: the first, or one by renewal, change or applying again. */
export const permitIssued = defineEvent<{ permitId: string; applicationId: string; enterpriseId: string }>('permit.issued');
/** An application was decided, either way. */
export const permitDecided = defineEvent<{ applicationId: string; outcome: 'granted' | 'refused' }>('permit.decided');
/** A permit ended before its time: 撤销, 吊销, 撤回 or 注销. `endedOn` is the first day on which it no longer holds. */
export const permitEndedEvent = defineEvent<{ permitId: string; enterpriseId: string; status: 'revoked' | 'forfeited' | 'withdrawn' | 'cancelled'; endedOn: string }>('permit.ended');
/** Permits were taken over from a list, changed by one, or set back when it was taken back: what they demand may be new. */
export const permitsImported = defineEvent<{ permitIds: readonly string[] }>('permit.imported');
/** A site check was carried out and reported. */
export const siteCheckReported = defineEvent<{ checkId: string; applicationId: string }>('permit.site-check-reported');
