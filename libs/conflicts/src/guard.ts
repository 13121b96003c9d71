import { Injectable, OnModuleInit } from '@nestjs/common';
import { Bid, InvitedFirm, ServiceTask, TaskGuard, TaskGuards } from '@huanbao/marketplace';
import type { Actor, FieldProblem } from '@huanbao/platform';
import { conflictOfInvited, conflictPrevents } from './conflicts.errors';
import { Conflicts } from './conflicts.service';

/** Holds the table against a task's steps: who is asked, who bids, who is chosen. */
@Injectable()
export class ConflictGuard implements TaskGuard, OnModuleInit {
  constructor(
    private readonly conflicts: Conflicts,
    private readonly guards: TaskGuards,
  ) {}

  onModuleInit(): void {
    this.guards.register(this);
  }

  beforePublish = (): Promise<void> => Promise.resolve();
  afterAgain = (): Promise<void> => Promise.resolve();

  async beforeBid(task: ServiceTask, firmId: string): Promise<void> {
    const obstacles = await this.conflicts.obstacles(task, firmId);
    if (obstacles.length > 0) throw conflictPrevents(obstacles);
  }

  async invitedProblems(task: ServiceTask, firms: readonly InvitedFirm[]): Promise<FieldProblem[]> {
    const problems: FieldProblem[] = [];
    for (const { firmId, firmName } of firms) {
      const obstacles = await this.conflicts.obstacles(task, firmId);
      if (obstacles.length > 0) problems.push(conflictOfInvited(firmName, obstacles));
    }
    return problems;
  }

  /** What has come up since the firm bid. */
  async beforeAward(_actor: Actor, task: ServiceTask, { bid }: { readonly bid: Bid; readonly reason: string }): Promise<void> {
    await this.beforeBid(task, bid.firmId);
  }
}
