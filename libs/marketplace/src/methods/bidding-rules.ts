import type { Db } from '@huanbao/platform';
import { Bid, type ServiceTask } from '../marketplace.entity';
import { biddingPaused, notInFinalRound } from './methods.errors';

/** No bid while an objection to the documents waits for its answer (招标投标法实施条例 第二十二条). Taking one back stays possible. */
export function assertRunning(task: ServiceTask): void {
  if (task.pausedAt !== null) throw biddingPaused();
}

/** The final round is for those whose first offer was opened and stood. */
export async function assertFinalist(db: Db, task: ServiceTask, firmId: string): Promise<void> {
  if (task.bidRound === 2 && !(await db.repo(Bid).existsBy({ taskId: task.id, firmId, sealedRound: 1, state: 'opened', eligible: true }))) throw notInFinalRound();
}
