import { Injectable } from '@nestjs/common';
import { TaskRecords } from '@huanbao/marketplace';
import { Actor, Clock, Db, newId, violatedConstraint } from '@huanbao/platform';
import { EvaluationObjection } from '../evaluation.entity';
import { EvaluationRecords } from '../evaluation.records';
import { EvaluationReference } from '../reference';
import type { TenderComplaintDto } from './complaint.dto';
import { TenderComplaint } from './complaint.entity';
import { complainedAlready, complaintLate, complaintTooEarly, noObjection } from './complaint.errors';
import { complaintFrom } from './complaint.flow';
import { ComplaintNotices } from './complaint.notices';

/** 招标投标法实施条例 第六十条: a bidder complains about the answer to its objection, or about none in time. */
@Injectable()
export class ComplaintsService {
  constructor(
    private readonly db: Db,
    private readonly records: EvaluationRecords,
    private readonly tasks: TaskRecords,
    private readonly reference: EvaluationReference,
    private readonly notices: ComplaintNotices,
    private readonly clock: Clock,
  ) {}

  /** @throws 422 without an objection of one's own, 409 before the answer or after ten days, and the second time */
  async lodge(actor: Actor, taskId: string, input: TenderComplaintDto): Promise<string> {
    try {
      return await this.db.transaction(() => this.write(actor, taskId, input));
    } catch (error) {
      if (violatedConstraint(error) === 'tender_complaint_once') throw complainedAlready();
      throw error;
    }
  }

  private async write(actor: Actor, taskId: string, { objectionId, demand, facts }: TenderComplaintDto): Promise<string> {
    const task = await this.records.task(actor, taskId, 'evaluation.complain', { lock: true });
    const objection = await this.db.repo(EvaluationObjection).findOneBy({ id: objectionId, taskId, firmId: actor.orgId as string });
    if (!objection) throw noObjection();
    const now = this.clock.now();
    const from = complaintFrom(objection, now);
    if (from === null) throw complaintTooEarly(objection.dueAt);
    const until = await this.records.endOf(await this.reference.days('complaint.lodge-days'), from);
    if (now > until) throw complaintLate(until);
    const row = {
      id: newId(), taskId, objectionId, taskTitle: task.title, taskNumber: task.number, regionCode: task.regionCode, enterpriseId: task.enterpriseId, enterpriseName: task.enterpriseName, firmId: objection.firmId, firmName: objection.firmName,
      demand, facts, state: 'lodged' as const, lodgedAt: now, lodgedBy: actor.userId, acceptDue: await this.records.workdaysFromNow(await this.reference.days('complaint.accept-workdays')), version: 1,
      search: [task.title, task.number, task.enterpriseName, objection.firmName].filter(Boolean).join(' '),
    };
    await this.db.repo(TenderComplaint).insert(row);
    await this.tasks.tell({ actor, task }, 'evaluation-complaint', { zh: '投标机构就评标结果向主管部门投诉', en: 'A bidder has complained to the bureau about the result', audience: 'owner' }, { complaintId: row.id, objectionId });
    await this.notices.lodged(await this.db.repo(TenderComplaint).findOneByOrFail({ id: row.id }));
    return row.id;
  }
}
