import { Injectable } from '@nestjs/common';
import type { Actor } from '@huanbao/platform';
import type { Bid, ServiceTask } from './marketplace.entity';

/** What another room asks of a task before a step; it throws when the step must not happen. Runs under the task's lock. */
export interface TaskGuard {
  beforePublish(task: ServiceTask): Promise<void>;
  beforeAward(actor: Actor, task: ServiceTask, choice: { readonly bid: Bid; readonly reason: string }): Promise<void>;
  /** A task was begun anew: what the other room keeps of it goes into the draft too. */
  afterAgain(task: ServiceTask, draft: ServiceTask): Promise<void>;
}

/** Rooms above the market (evaluation) hold back its steps here; the market knows none of them. */
@Injectable()
export class TaskGuards {
  private readonly guards: TaskGuard[] = [];

  register(guard: TaskGuard): void {
    this.guards.push(guard);
  }

  async beforePublish(task: ServiceTask): Promise<void> {
    for (const guard of this.guards) await guard.beforePublish(task);
  }

  async beforeAward(actor: Actor, task: ServiceTask, choice: { readonly bid: Bid; readonly reason: string }): Promise<void> {
    for (const guard of this.guards) await guard.beforeAward(actor, task, choice);
  }

  async afterAgain(task: ServiceTask, draft: ServiceTask): Promise<void> {
    for (const guard of this.guards) await guard.afterAgain(task, draft);
  }
}
