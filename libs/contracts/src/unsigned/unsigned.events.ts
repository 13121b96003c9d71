import { defineEvent, defineJob } from '@huanbao/platform';

/** What happens around an award that is not signed. Payloads hold ids only. */
export const awardReminded = defineEvent<{ reminderId: string }>('award-cancellation.reminded');
/** A step was taken; the record says which. */
export const cancellationMoved = defineEvent<{ cancellationId: string; step: string }>('award-cancellation.moved');
/** Something of it stands in somebody's credit, or does no longer. For the room of credit. */
export const unsignedAwardDecided = defineEvent<{ cancellationId: string }>('award-cancellation.decided');

export const tellAwardReminded = defineJob<{ reminderId: string }>('award-cancellation.tell-reminded', { queue: 'quick', on: awardReminded });
export const tellCancellation = defineJob<{ cancellationId: string; step: string }>('award-cancellation.tell', { queue: 'quick', on: cancellationMoved });
