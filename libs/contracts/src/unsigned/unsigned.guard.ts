import { Injectable, OnModuleInit } from '@nestjs/common';
import { TaskGuard, TaskGuards } from '@huanbao/marketplace';
import type { Actor } from '@huanbao/platform';
import type { ServiceTask } from '@huanbao/marketplace';
import { RulingsService } from './rulings.service';

/** Nobody is chosen in a firm's place, and no procurement ends, as long as the cancelled award can be restored. */
@Injectable()
export class UnsignedGuard implements TaskGuard, OnModuleInit {
  constructor(
    private readonly rulings: RulingsService,
    private readonly guards: TaskGuards,
  ) {}

  onModuleInit(): void {
    this.guards.register(this);
  }

  beforePublish = (): Promise<void> => Promise.resolve();
  afterAgain = (): Promise<void> => Promise.resolve();

  beforeAward(_actor: Actor, task: ServiceTask): Promise<void> {
    return this.rulings.assertFinal(task.id);
  }

  beforeFail(task: ServiceTask): Promise<void> {
    return this.rulings.assertFinal(task.id);
  }
}
