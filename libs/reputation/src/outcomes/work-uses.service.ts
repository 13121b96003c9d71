import { Injectable } from '@nestjs/common';
import { CaseRecord } from '@huanbao/casework';
import { ServiceTask, TaskRecords } from '@huanbao/marketplace';
import { Actor, Audit, Clock, Db, newId, notFound } from '@huanbao/platform';
import { ReportFates } from '@huanbao/reports';
import { useTooEarly, useUnknown } from '../reputation.errors';
import { WorkApprovals } from './work-approvals.service';
import { UseSubject, WorkUse } from './work-use.entity';

/** Where results went: named by the client, so that what the bureau makes of them tells of the work. */
@Injectable()
export class WorkUses {
  constructor(
    private readonly db: Db,
    private readonly records: TaskRecords,
    private readonly reports: ReportFates,
    private readonly approvals: WorkApprovals,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws 400 for a matter that is not the enterprise's own; named twice it stands once */
  name(actor: Actor, taskId: string, subject: { readonly type: UseSubject; readonly id: string }): Promise<WorkUse[]> {
    return this.db.transaction(async () => {
      const task = await this.records.lock(actor, taskId, 'task.accept');
      if (!task.awardedFirmId) throw useTooEarly();
      const title = subject.type === 'permit-application' ? await this.applicationTitle(task, subject.id) : await this.reportTitle(task, subject.id);
      if (title === null) throw useUnknown();
      await this.db.repo(WorkUse).createQueryBuilder().insert()
        .values({ id: newId(), taskId, subjectType: subject.type, subjectId: subject.id, title, namedByName: actor.name, namedAt: this.clock.now() }).orIgnore().execute();
      await this.audit.record({ actor, action: 'task.name-use', subject: { type: 'service-task', id: taskId }, details: { subjectType: subject.type, subjectId: subject.id } });
      await this.approvals.settle([taskId]); // the decision may be older than its name here
      return this.rows(taskId);
    });
  }

  remove(actor: Actor, taskId: string, useId: string): Promise<void> {
    return this.db.transaction(async () => {
      await this.records.lock(actor, taskId, 'task.accept');
      const removed = await this.db.repo(WorkUse).delete({ id: useId, taskId });
      if (!removed.affected) throw notFound();
      await this.audit.record({ actor, action: 'task.remove-use', subject: { type: 'service-task', id: taskId }, details: { useId } });
    });
  }

  /** For those who read the deliveries: the two sides and the bureau. */
  async ofTask(actor: Actor, taskId: string): Promise<WorkUse[]> {
    await this.records.find(actor, taskId, 'task.deliveries');
    return this.rows(taskId);
  }

  /** The tasks whose results went into this matter. */
  async tasksOf(subjectId: string): Promise<string[]> {
    return (await this.db.repo(WorkUse).findBy({ subjectId })).map(one => one.taskId);
  }

  private rows(taskId: string): Promise<WorkUse[]> {
    return this.db.repo(WorkUse).find({ where: { taskId }, order: { namedAt: 'ASC', id: 'ASC' }, take: 100 });
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
