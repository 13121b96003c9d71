import { defineEvent } from '@huanbao/platform';

/** A duty was not done by its day. */
export const dutyOverdue = defineEvent<{ obligationId: string; permitId: string; enterpriseId: string }>('duty.overdue');
/** A duty was done, late or in time. */
export const dutyDone = defineEvent<{ obligationId: string; permitId: string; enterpriseId: string; lateDays: number }>('duty.done');
/** Enforcement ordered correction of an overdue duty: what follows writes the order. */
export const dutyOrdered = defineEvent<{ obligationId: string; enterpriseId: string; regionCode: string; title: string; legalBasis: string; verified: boolean; dueOn: string; place: string; orderedBy: string }>('duty.ordered');
/** 停产 was reported, ended or taken back. */
export const stoppageChanged = defineEvent<{ stoppageId: string; permitId: string; enterpriseId: string }>('stoppage.changed');
