import { Injectable } from '@nestjs/common';
import { DutiesService, lateDaysOf, Obligation } from '@huanbao/duties';
import { Actor, Clock, Db } from '@huanbao/platform';
import { Raw } from 'typeorm';
import { ExecutionReport, ReportRevision } from '../report.entity';

/** What a report means for its duty: done by what was handed in and holds, open again when that was returned or is void. */
@Injectable()
export class ReportDuty {
  constructor(
    private readonly db: Db,
    private readonly duties: DutiesService,
    private readonly clock: Clock,
  ) {}

  /** Days late of a copy that is handed in now: of an open duty by its own day, else (an amended report) as the copy that did it. */
  async lateDays(report: ExecutionReport): Promise<number> {
    const duty = await this.db.lock(Obligation, { id: report.obligationId });
    const own = lateDaysOf({ dueOn: report.dueOn, mendBy: duty?.mendBy ?? null }, this.clock.today());
    return duty && duty.status !== 'done' && duty.status !== 'excused' ? own : (report.lateDays ?? own);
  }

  /** One that an officer excused meanwhile stays excused. */
  async finish(actor: Actor, report: ExecutionReport): Promise<void> {
    const duty = await this.db.lock(Obligation, { id: report.obligationId });
    if (!duty || duty.status === 'done' || duty.status === 'excused') return;
    await this.duties.finish(actor, duty, { note: `已提交${report.titleZh}`, way: 'report' });
  }

  /** The bureau sent the newest copy back. A copy that was accepted before goes on to hold: the duty stays done by it. */
  async returned(actor: Actor, report: ExecutionReport): Promise<void> {
    if (await this.db.repo(ReportRevision).existsBy({ reportId: report.id, outcome: 'accepted' })) return;
    const duty = await this.db.lock(Obligation, { id: report.obligationId });
    if (duty) await this.duties.returned(actor, duty, '执行报告退回更正');
  }

  /** Where no copy holds any more nothing was handed in: the duty is open again, and the next copy is in time or late by its own day. */
  async voided(actor: Actor, report: ExecutionReport): Promise<void> {
    if (await this.db.repo(ReportRevision).existsBy({ reportId: report.id, outcome: Raw(outcome => `${outcome} IS DISTINCT FROM 'void'`) })) return;
    await this.db.repo(ExecutionReport).update({ id: report.id }, { lateDays: null });
    const duty = await this.db.lock(Obligation, { id: report.obligationId });
    if (duty) await this.duties.reopen(actor, duty, { why: '签署被否认并经核实成立' });
  }
}
