import { Injectable } from '@nestjs/common';
import { Clock, Db } from '@huanbao/platform';
import { EvaluationRecords } from '../evaluation.records';
import { EvaluationReference } from '../reference';
import type { ObjectionView } from '../views/evaluation.view';
import { TenderComplaint } from './complaint.entity';
import { complaintFrom } from './complaint.flow';

type Shown = Omit<ObjectionView, 'complaintId' | 'complainUntil'>;

/** From an objection to its complaint: the one that was lodged, or until when one can be. */
@Injectable()
export class ComplaintWays {
  constructor(
    private readonly db: Db,
    private readonly records: EvaluationRecords,
    private readonly reference: EvaluationReference,
    private readonly clock: Clock,
  ) {}

  /** `firmName`: of who may complain, about its own objections. The objections are those the reader may see. */
  async of(taskId: string, objections: readonly Shown[], firmName: string | null): Promise<ObjectionView[]> {
    if (objections.length === 0) return [];
    const complaints = await this.db.repo(TenderComplaint).findBy({ taskId });
    const [now, days] = [this.clock.now(), await this.reference.days('complaint.lodge-days')];
    const views: ObjectionView[] = [];
    for (const one of objections) {
      const from = one.firmName === firmName ? complaintFrom({ answeredAt: one.answeredAt ? new Date(one.answeredAt) : null, dueAt: new Date(one.dueAt) }, now) : null;
      const complaintId = complaints.find(each => each.objectionId === one.id)?.id ?? null;
      const until = from && complaintId === null ? await this.records.endOf(days, from) : null;
      views.push({ ...one, complaintId, complainUntil: until && now <= until ? until.toISOString() : null });
    }
    return views;
  }
}
