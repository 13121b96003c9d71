import { Injectable } from '@nestjs/common';
import { CaseRecord } from '@huanbao/casework';
import { ServiceTask, TaskRecords } from '@huanbao/marketplace';
import { Actor, Audit, Clock, Db, newId, notFound } from '@huanbao/platform';
import { ReportFates } from '@huanbao/reports';
import { IsNull } from 'typeorm';
import { useRefused, useTooEarly, useUnknown } from '../reputation.errors';
import { OutcomeReading } from './facts.service';
import { mayName, mayRemove } from './use.rules';
import { UseNotices } from './use.notices';
import { WorkApprovals } from './work-approvals.service';
import { UseSubject, WorkUse } from './work-use.entity';

interface Subject {
  readonly type: UseSubject;
  readonly id: string;
}

/** Where results went: named by one of the two sides, so that what the bureau makes of them tells of the work, and pays for it where that was agreed. */
@Injectable()
export class WorkUses {
  constructor(
    private readonly db: Db,
    private readonly records: TaskRecords,
    private readonly reports: ReportFates,
    private readonly outcomes: OutcomeReading,
    private readonly approvals: WorkApprovals,
    private readonly notices: UseNotices,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws 400 for a matter that is not the enterprise's own, 422 for a firm whose file is not in it; named twice it stands once */
  name(actor: Actor, taskId: string, subject: Subject): Promise<WorkUse[]> {
    return this.db.transaction(async () => {
      const task = await this.records.lock(actor, taskId, 'task.name-use');
      if (!task.awardedFirmId) throw useTooEarly();
      const title = subject.type === 'permit-application' ? await this.applicationTitle(task, subject.id) : await this.reportTitle(task, subject.id);
      if (title === null) throw useUnknown();
      const verdict = mayName({ by: actor.orgId === task.enterpriseId ? 'client' : 'firm', sameFile: await this.holdsDelivered(taskId, subject.id) });
      if (verdict !== 'yes') throw useRefused(verdict);
      const use = { id: newId(), taskId, subjectType: subject.type, subjectId: subject.id, title, namedByName: actor.name, namedByOrg: actor.orgId as string, namedAt: this.clock.now() };
      const known = await this.db.repo(WorkUse).existsBy({ taskId, subjectType: subject.type, subjectId: subject.id, removedAt: IsNull() });
      if (!known) {
        await this.db.repo(WorkUse).insert(use);
        await this.audit.record({ actor, action: 'task.name-use', subject: { type: 'service-task', id: taskId }, details: { subjectType: subject.type, subjectId: subject.id } });
        await this.notices.tell(actor, task, { id: use.id, title, step: 'named', reason: null });
      }
      await this.approvals.settle([taskId]); // the decision may be older than its name here
      return this.rows(taskId);
    });
  }

  /** Taken back with a reason, told to both sides, and kept to be read. @throws 422 once the bureau has decided, or the file itself proves it */
  remove(actor: Actor, taskId: string, { useId, reason }: { useId: string; reason: string }): Promise<WorkUse[]> {
    return this.db.transaction(async () => {
      const task = await this.records.lock(actor, taskId, 'task.name-use');
      const use = await this.db.repo(WorkUse).findOneBy({ id: useId, taskId, removedAt: IsNull() });
      if (!use) throw notFound();
      const verdict = mayRemove({ own: use.namedByOrg === actor.orgId, decided: await this.outcomes.isDecided(use), sameFile: await this.holdsDelivered(taskId, use.subjectId) });
      if (verdict !== 'yes') throw useRefused(verdict);
      await this.db.repo(WorkUse).update({ id: useId }, { removedAt: this.clock.now(), removedByName: actor.name, removedReason: reason });
      await this.audit.record({ actor, action: 'task.remove-use', subject: { type: 'service-task', id: taskId }, details: { useId, reason } });
      await this.notices.tell(actor, task, { id: useId, title: use.title, step: 'removed', reason });
      return this.rows(taskId);
    });
  }

  /** For those who read the deliveries: the two sides and the bureau. */
  async ofTask(actor: Actor, taskId: string): Promise<WorkUse[]> {
    await this.records.find(actor, taskId, 'task.deliveries');
    return this.rows(taskId);
  }

  /** The tasks whose results went into this matter. */
  async tasksOf(subjectId: string): Promise<string[]> {
    return (await this.db.repo(WorkUse).findBy({ subjectId, removedAt: IsNull() })).map(one => one.taskId);
  }

  private rows(taskId: string): Promise<WorkUse[]> {
    return this.db.repo(WorkUse).find({ where: { taskId }, order: { namedAt: 'ASC', id: 'ASC' }, take: 100 });
  }

  /** A file that was handed over for the task lies in the matter as well. */
  private async holdsDelivered(taskId: string, subjectId: string): Promise<boolean> {
    const [row] = await this.db.query<{ found: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM delivery d JOIN stored_file mine ON mine.id = ANY(d.file_ids) JOIN stored_file theirs ON theirs.hash = mine.hash
                       WHERE d.task_id = $1 AND theirs.subject_id = $2 AND theirs.subject_type <> 'service-task' AND theirs.removed_at IS NULL) AS found`,
      [taskId, subjectId],
    );
    return row?.found === true;
  }

  private async applicationTitle({ enterpriseId }: ServiceTask, id: string): Promise<string | null> {
    const found = await this.db.repo(CaseRecord).findOneBy({ id, kind: 'permit-application', partyOrgId: enterpriseId });
    return found && `${found.title}${found.number ? `（${found.number}）` : ''}`;
  }

  private async reportTitle({ enterpriseId }: ServiceTask, id: string): Promise<string | null> {
    const [found] = await this.reports.of([id]);
    return found?.enterpriseId === enterpriseId ? found.titleZh : null;
  }
}
