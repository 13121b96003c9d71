import { Injectable } from '@nestjs/common';
import { ServiceTask } from '@huanbao/marketplace';
import { Db, Delivery, Handles } from '@huanbao/platform';
import { Evaluation } from '../evaluation.entity';
import { carryOutDecisions } from '../evaluation.events';
import { ComplaintExecution } from './complaint-execution';

/** Decisions that waited for a ruling on a cancelled award. */
@Injectable()
export class ComplaintJobs {
  constructor(
    private readonly db: Db,
    private readonly execution: ComplaintExecution,
  ) {}

  @Handles(carryOutDecisions)
  async carryOut({ taskId }: { taskId: string }, delivery: Delivery): Promise<void> {
    await delivery.complete(async () => {
      const task = await this.db.lock(ServiceTask, { id: taskId });
      if (task && (await this.db.lock(Evaluation, { taskId }))) await this.execution.carryOutWaiting(task);
    });
  }
}
