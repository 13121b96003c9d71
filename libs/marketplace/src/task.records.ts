import { Injectable } from '@nestjs/common';
import { Actor, Audit, Clock, Db, newId, notFound, stale } from '@huanbao/platform';
import { Bid, OpeningShare, ServiceTask, TaskEvent } from './marketplace.entity';
import { METHODS } from './methods/methods';
import { TaskInvitation } from './methods/procedure.entity';
import { TaskParties, taskPolicy } from './marketplace.policy';
import { advance, TaskAction } from './task.flow';

type PolicyAction = Parameters<typeof taskPolicy.may>[1];

interface StepText {
  readonly zh: string;
  readonly en: string;
  readonly audience?: TaskEvent['audience'];
  /** Leaves out who did it: before the opening a name would tell who wants to bid. */
  readonly nameless?: boolean;
}

/** What a firm does for the enterprise under a mandate; delivering and rating it does for itself. */
const MANDATED = new Set(['create', 'edit', 'publish']);

/** Loading under lock, policy, version, state, history and audit: the part that every step of a task shares. */
@Injectable()
export class TaskRecords {
  constructor(
    private readonly db: Db,
    private readonly trail: Audit,
    private readonly clock: Clock,
  ) {}

  /** The task FOR UPDATE, when the actor may do the action. @throws 404 unseen, 403 not allowed, 412 stale version. */
  async lock(actor: Actor, taskId: string, action: PolicyAction, expectedVersion?: number): Promise<ServiceTask> {
    const task = await this.db.lock(ServiceTask, { id: taskId });
    await this.require(actor, task, action);
    if (!task) throw notFound();
    if (expectedVersion !== undefined && task.version !== expectedVersion) throw stale();
    return task;
  }

  /** The task without lock, when the actor may see it. */
  async find(actor: Actor, taskId: string, action: PolicyAction = 'task.read'): Promise<ServiceTask> {
    const task = await this.db.repo(ServiceTask).findOneBy({ id: taskId });
    await this.require(actor, task, action);
    if (!task) throw notFound();
    return task;
  }

  /** @param about `bidding` alone does not ask whether the actor has bid before: it opens nothing that a firm may do which bids again. */
  async partiesFor(actor: Actor, task: ServiceTask, about: 'everything' | 'bidding' = 'everything'): Promise<TaskParties> {
    const asks = actor.orgKind === 'firm' && actor.orgId !== null && (about === 'everything' || !task.listed);
    const actorBids = asks && (await this.db.repo(Bid).existsBy({ taskId: task.id, firmId: actor.orgId as string }));
    const inviteOnly = METHODS[task.method].who !== 'all';
    const invitation = inviteOnly && actor.orgKind === 'firm' && actor.orgId !== null ? await this.db.repo(TaskInvitation).findOneBy({ taskId: task.id, firmId: actor.orgId }) : null;
    return { enterpriseId: task.enterpriseId, regionCode: task.regionCode, state: task.state, awardedFirmId: task.awardedFirmId, actorBids, listed: task.listed, inviteOnly, actorInvited: invitation?.state ?? null };
  }

  private async require(actor: Actor, task: ServiceTask | null, action: PolicyAction): Promise<void> {
    taskPolicy.require(actor, action, task && (await this.partiesFor(actor, task)));
  }

  /** Moves the task by its table and saves it. The caller has changed the other columns before. */
  async step(task: ServiceTask, action: TaskAction): Promise<void> {
    task.state = advance(task.state, action);
    // with public money the end is everybody's business, whoever was asked to bid
    if ((task.state === 'failed' || task.state === 'cancelled') && task.publishedAt !== null && task.regime !== 'voluntary') task.listed = true;
    await this.save(task);
  }

  async save(task: ServiceTask): Promise<void> {
    task.version += 1;
    task.updatedAt = this.clock.now();
    await this.db.repo(ServiceTask).save(task);
  }

  /** One line of history and one audit row. Text names no bidder before the opening. */
  async tell({ actor, task }: { actor: Actor; task: ServiceTask }, kind: string, text: StepText, details: Record<string, unknown> = {}): Promise<void> {
    const onBehalfOf = MANDATED.has(kind) && actor.orgKind === 'firm' ? task.enterpriseId : null;
    await this.note({ actor, task }, kind, text, onBehalfOf);
    await this.trail.record({ actor, action: `task.${kind}`, subject: { type: 'service-task', id: task.id }, details: { state: task.state, ...details }, onBehalfOf });
  }

  /** A line of history alone: the act is in the audit already, in words for other readers. */
  async note({ actor, task }: { actor: Actor; task: ServiceTask }, kind: string, text: StepText, onBehalfOf: string | null = null): Promise<void> {
    await this.db.repo(TaskEvent).insert({
      id: newId(),
      taskId: task.id,
      at: this.clock.now(),
      kind,
      actorUserId: text.nameless ? null : actor.userId,
      actorName: text.nameless ? '—' : actor.name,
      onBehalfOf,
      audience: text.audience ?? 'parties',
      zh: text.zh,
      en: text.en,
    });
  }

  /** Whether a person has had a hand in the procurement itself: opened it, set a member aside, ruled on it. What is done about a complaint does not count. */
  async hasActed(taskId: string, userId: string): Promise<boolean> {
    const acted = await this.db.repo(TaskEvent).createQueryBuilder('e').where(`e.taskId = :taskId AND e.actorUserId = :userId AND e.kind NOT LIKE 'evaluation-complaint%'`, { taskId, userId }).getExists();
    return acted || this.db.repo(OpeningShare).existsBy({ taskId, givenBy: userId });
  }

  /** An audit row without a line of history: the act itself would tell who wants to bid. */
  async audit({ actor, task }: { actor: Actor; task: ServiceTask }, kind: string, details: Record<string, unknown>): Promise<void> {
    await this.trail.record({ actor, action: `task.${kind}`, subject: { type: 'service-task', id: task.id }, details });
  }
}
