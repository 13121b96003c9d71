import { defineJob } from '@huanbao/platform';

/** What the parties are told between publication and award. */
export type ProcedureNotice = 'short' | 'amended' | 'prolonged' | 'answered' | 'asked' | 'objected' | 'resumed' | 'first-opened' | 'final-called' | 'offered' | 'countered' | 'declined' | 'proceeding' | 'bond-returned' | 'visit-added' | 'visit-cancelled' | 'visit-minutes';

/** `ref` tells one occasion from the next, so that each is told once. */
export const tellProcedure = defineJob<{ taskId: string; notice: ProcedureNotice; ref: string; firmId?: string }>('task.tell-procedure', { queue: 'quick' });
