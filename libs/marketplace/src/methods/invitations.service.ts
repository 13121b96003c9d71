import { Injectable } from '@nestjs/common';
import { Directory } from '@huanbao/identity';
import { Actor, Clock, Db, type FieldProblem, invalidFields, newId, notFound, Outbox } from '@huanbao/platform';
import { In } from 'typeorm';
import { Bid, ServiceTask } from '../marketplace.entity';
import { taskEnded } from '../marketplace.events';
import { FirmStandings } from '../standing-check';
import { TaskGuards } from '../task-guards';
import { TaskRecords } from '../task.records';
import { METHODS } from './methods';
import { declineAfterBid } from './methods.errors';
import { tellProcedure } from './procedure.jobs';
import { TaskInvitation, TaskOffer } from './procedure.entity';

/** Whom the enterprise asks, and who declines. */
@Injectable()
export class Invitations {
  constructor(
    private readonly db: Db,
    private readonly records: TaskRecords,
    private readonly directory: Directory,
    private readonly standings: FirmStandings,
    private readonly guards: TaskGuards,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Who was asked. The bidders among them are not told apart: that is sealed until the opening. */
  async of(actor: Actor, taskId: string): Promise<TaskInvitation[]> {
    await this.records.find(actor, taskId, 'task.invitations');
    return this.db.repo(TaskInvitation).find({ where: { taskId }, order: { firmName: 'ASC', id: 'ASC' } });
  }

  /** The whole choice at once, while the task is a draft. Under its lock. @throws 400 for what is not a firm */
  async choose(task: ServiceTask, firmIds: readonly string[]): Promise<void> {
    await this.db.repo(TaskInvitation).delete({ taskId: task.id });
    await this.add(task, firmIds);
  }

  /** Asks further firms; who was asked before stays as it is. */
  async add(task: ServiceTask, firmIds: readonly string[]): Promise<void> {
    if (firmIds.length === 0) return;
    const firms = await this.directory.organisations(firmIds);
    const unknown = firmIds.findIndex(id => firms.get(id)?.kind !== 'firm');
    if (unknown >= 0) throw invalidFields([{ pointer: `/invitedFirmIds/${unknown}`, code: 'not-a-firm', zh: '所选机构不在服务机构名录中，请重新选择', en: 'This firm is not in the register. Choose again.' }]);
    const kept = await this.guards.invitedProblems(task, firmIds.map(firmId => ({ firmId, firmName: firms.get(firmId)?.name ?? '' })));
    if (kept.length > 0) throw invalidFields(kept);
    const rows = firmIds.map(firmId => ({ id: newId(), taskId: task.id, firmId, firmName: firms.get(firmId)?.name ?? '', state: 'invited' as const }));
    await this.db.repo(TaskInvitation).createQueryBuilder().insert().values(rows).orIgnore().execute();
  }

  /** Those asked the time before who have not declined and could bid today; whoever is missing the enterprise sees before it publishes, for too few are refused then. */
  async askAgain(draft: ServiceTask, formerTaskId: string): Promise<void> {
    const former = await this.db.repo(TaskInvitation).find({ where: { taskId: formerTaskId, state: 'invited' }, order: { firmName: 'ASC' } });
    const known = await this.directory.organisations(former.map(one => one.firmId));
    for (const { firmId, firmName } of former) {
      if (known.get(firmId)?.kind !== 'firm' || !(await this.standings.qualified(draft, firmId)).ok) continue;
      if ((await this.guards.invitedProblems(draft, [{ firmId, firmName }])).length === 0) await this.add(draft, [firmId]);
    }
  }

  /** Firms that could not bid today, each with its reasons: asking them would be for nothing. */
  async problems(task: ServiceTask): Promise<FieldProblem[]> {
    const asked = await this.db.repo(TaskInvitation).find({ where: { taskId: task.id, state: 'invited' }, order: { firmName: 'ASC' } });
    const problems: FieldProblem[] = [];
    for (const { firmId, firmName } of asked) {
      const verdict = await this.standings.qualified(task, firmId);
      if (!verdict.ok) problems.push({ pointer: '/invitedFirmIds', code: 'invited-not-eligible', zh: `${firmName}现在不符合任务要求：${verdict.reasons.map(one => one.zh).join('；')}。请换一家或修改资质要求`, en: `${firmName} could not bid: ${verdict.reasons.map(one => one.en).join('; ')}. Choose another or change the requirement.` });
    }
    return [...problems, ...(await this.guards.invitedProblems(task, asked))];
  }

  count = (taskId: string): Promise<number> => this.db.repo(TaskInvitation).countBy({ taskId, state: 'invited' });

  /** The firm will not bid. A direct commission ends with it. */
  decline(actor: Actor, taskId: string, reason: string): Promise<void> {
    return this.db.transaction(async () => {
      const task = await this.records.lock(actor, taskId, 'task.decline');
      if (task.state !== 'published') throw notFound();
      const firmId = actor.orgId as string;
      // under the lock of the task, which a bid takes too: a bid that is left alive would be opened and could be awarded
      if (await this.db.repo(Bid).existsBy({ taskId, firmId, state: 'sealed' })) throw declineAfterBid();
      await this.db.repo(TaskInvitation).update({ taskId, firmId }, { state: 'declined', reason, answeredAt: this.clock.now() });
      const one = METHODS[task.method].who === 'one';
      // who declines an invitation to tender shows who does not bid: the owner learns it, the others do not
      await this.records.tell({ actor, task }, 'decline', { zh: `${actor.orgName ?? ''}婉拒${one ? '委托' : '邀请'}：${reason}`, en: `${actor.orgName ?? ''} declined: ${reason}`, audience: 'owner' });
      await this.outbox.enqueue(tellProcedure, { taskId, notice: 'declined', ref: firmId });
      if (one) await this.end(actor, task);
    });
  }

  private async end(actor: Actor, task: ServiceTask): Promise<void> {
    await this.db.repo(TaskOffer).update({ taskId: task.id, state: In(['open']) }, { state: 'lapsed' });
    task.endedReason = '机构婉拒了委托';
    await this.records.step(task, 'fail');
    await this.records.tell({ actor, task }, 'fail', { zh: '机构婉拒了委托，本次未成交', en: 'The firm declined: no contract', audience: 'parties' });
    await this.outbox.publish(taskEnded, { taskId: task.id });
  }
}
