import { Injectable } from '@nestjs/common';
import type { Actor } from '@huanbao/platform';
import type { Reason, ServiceTask } from './marketplace.entity';

/** How far an awarded work has come: nothing binding signed, signed and nothing of it done or paid, or performed in part or whole. */
export type ContractStage = 'unsigned' | 'unperformed' | 'performed';

/** An award that is found void, as it was. */
export interface VoidAward {
  readonly taskId: string;
  readonly bidId: string | null;
  readonly firmId: string;
  readonly firmName: string;
  readonly priceYuan: string;
  readonly durationDays: number;
  readonly at: Date;
}

/** What the market must know of a task's contract. The room of contracts, above this one, answers; all within the caller's transaction. */
export interface TaskContract {
  /** Work is handed over. @throws when the contract asks for a milestone, or has not been signed */
  handedOver(actor: Actor, taskId: string, milestoneId: string | null): Promise<void>;
  /** It was accepted or sent back. `more`: the contract goes on after this acceptance. */
  reviewed(actor: Actor, taskId: string, delivery: { readonly milestoneId: string | null; readonly accepted: boolean }): Promise<{ readonly more: boolean }>;
  /** Whether the contract is closed, and the sides may rate each other. */
  isSettled(taskId: string): Promise<boolean>;
  /** When both had signed; null before, and without a contract. */
  signedAt(taskId: string): Promise<Date | null>;
  stage(taskId: string): Promise<ContractStage>;
  /** The award is void: its contract lapses, or is revoked where both had signed and nothing was performed. @throws 409 once it is performed */
  annul(actor: Actor, award: VoidAward, words: Reason): Promise<void>;
}

/** A task without a contract goes as it always did; one with a contract asks it here. */
@Injectable()
export class TaskContracts {
  private answering: TaskContract | null = null;

  use(contract: TaskContract): void {
    this.answering = contract;
  }

  async handedOver(actor: Actor, taskId: string, milestoneId: string | null): Promise<void> {
    await this.answering?.handedOver(actor, taskId, milestoneId);
  }

  async reviewed(actor: Actor, taskId: string, delivery: { readonly milestoneId: string | null; readonly accepted: boolean }): Promise<{ readonly more: boolean }> {
    return (await this.answering?.reviewed(actor, taskId, delivery)) ?? { more: false };
  }

  async signedAt(taskId: string): Promise<Date | null> {
    return (await this.answering?.signedAt(taskId)) ?? null;
  }

  async stage(taskId: string): Promise<ContractStage> {
    return (await this.answering?.stage(taskId)) ?? 'unsigned';
  }

  async annul(actor: Actor, award: VoidAward, words: Reason): Promise<void> {
    await this.answering?.annul(actor, award, words);
  }

  /** Only closed contracts are rated, those that came about by performance among them. */
  async isRateable(task: Pick<ServiceTask, 'id' | 'state'>): Promise<boolean> {
    if (task.state !== 'accepted' && task.state !== 'cancelled') return false;
    return (await this.answering?.isSettled(task.id)) ?? false;
  }
}
