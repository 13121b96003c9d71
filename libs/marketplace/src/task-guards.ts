import { Injectable } from '@nestjs/common';
import type { Actor, FieldProblem } from '@huanbao/platform';
import type { Bid, Reason, ServiceTask } from './marketplace.entity';

export interface InvitedFirm {
  readonly firmId: string;
  readonly firmName: string;
}

/** What another room asks of a task before a step; it throws when the step must not happen. Runs under the task's lock. */
export interface TaskGuard {
  beforePublish(task: ServiceTask): Promise<void>;
  beforeAward(actor: Actor, task: ServiceTask, choice: { readonly bid: Bid; readonly reason: string }): Promise<void>;
  /** The enterprise is about to end the task without an award; with the decision it names for that. */
  beforeFail?(task: ServiceTask, by: { readonly approvalNumber: string | null }): Promise<void>;
  /** The contract of an awarded task is about to be signed. */
  beforeSign?(taskId: string): Promise<void>;
  /** Work of a signed contract is about to be handed over, or money for it recorded. */
  beforePerform?(taskId: string): Promise<void>;
  /** The award was cancelled, restored, or is before the bureau; the task is under lock. */
  awardCancelled?(actor: Actor, task: ServiceTask): Promise<void>;
  awardRestored?(task: ServiceTask): Promise<void>;
  rulingPending?(taskId: string, pending: boolean): Promise<void>;
  /** A firm is about to bid, or to accept a commission. */
  beforeBid?(task: ServiceTask, firmId: string): Promise<void>;
  /** Why the firm must not be engaged today, whatever the task: its credit, a supervision list. */
  firmReasons?(firmId: string): Promise<readonly Reason[]>;
  /** Whether a panel judges the task, by criteria everybody may read. */
  judges?(taskId: string): Promise<boolean>;
  /** When the panel's result stood; null without one. */
  judgedAt?(taskId: string): Promise<Date | null>;
  /** Whether an objection, a complaint or a ruling keeps the award from being made now. */
  awardHeld?(taskId: string): Promise<boolean>;
  /** Why the two sides of a closed task do not rate each other. */
  ratingObstacle?(task: ServiceTask): Promise<Reason | null>;
  /** Why firms must not be asked; told to the enterprise before it asks them. */
  invitedProblems?(task: ServiceTask, firms: readonly InvitedFirm[]): Promise<FieldProblem[]>;
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

  async beforeFail(task: ServiceTask, by: { readonly approvalNumber: string | null }): Promise<void> {
    for (const guard of this.guards) await guard.beforeFail?.(task, by);
  }

  async beforeSign(taskId: string): Promise<void> {
    for (const guard of this.guards) await guard.beforeSign?.(taskId);
  }

  async beforePerform(taskId: string): Promise<void> {
    for (const guard of this.guards) await guard.beforePerform?.(taskId);
  }

  async awardCancelled(actor: Actor, task: ServiceTask): Promise<void> {
    for (const guard of this.guards) await guard.awardCancelled?.(actor, task);
  }

  async awardRestored(task: ServiceTask): Promise<void> {
    for (const guard of this.guards) await guard.awardRestored?.(task);
  }

  async rulingPending(taskId: string, pending: boolean): Promise<void> {
    for (const guard of this.guards) await guard.rulingPending?.(taskId, pending);
  }

  async beforeBid(task: ServiceTask, firmId: string): Promise<void> {
    for (const guard of this.guards) await guard.beforeBid?.(task, firmId);
  }

  async firmReasons(firmId: string): Promise<Reason[]> {
    const reasons: Reason[] = [];
    for (const guard of this.guards) reasons.push(...((await guard.firmReasons?.(firmId)) ?? []));
    return reasons;
  }

  async judgedAt(taskId: string): Promise<Date | null> {
    for (const guard of this.guards) {
      const found = await guard.judgedAt?.(taskId);
      if (found) return found;
    }
    return null;
  }

  async awardHeld(taskId: string): Promise<boolean> {
    for (const guard of this.guards) if (await guard.awardHeld?.(taskId)) return true;
    return false;
  }

  async ratingObstacle(task: ServiceTask): Promise<Reason | null> {
    for (const guard of this.guards) {
      const found = await guard.ratingObstacle?.(task);
      if (found) return found;
    }
    return null;
  }

  async judged(taskId: string): Promise<boolean> {
    for (const guard of this.guards) if (await guard.judges?.(taskId)) return true;
    return false;
  }

  async invitedProblems(task: ServiceTask, firms: readonly InvitedFirm[]): Promise<FieldProblem[]> {
    const problems: FieldProblem[] = [];
    for (const guard of this.guards) problems.push(...((await guard.invitedProblems?.(task, firms)) ?? []));
    return problems;
  }

  async afterAgain(task: ServiceTask, draft: ServiceTask): Promise<void> {
    for (const guard of this.guards) await guard.afterAgain(task, draft);
  }
}
