import { Injectable } from '@nestjs/common';
import { Actor, Audit, Clock, Db, Outbox } from '@huanbao/platform';
import { ExecutionReport, ReportPart, ReportRevision } from '../report.entity';
import { notAmending, nothingToReturnTo } from '../reports.errors';
import { reportAmendmentWithdrawn } from '../reports.events';
import { onBehalf, ReportRecords } from './report-records';

/** 撤回更正: a correction that was begun is given up, and the report stands again as it was handed in last. */
@Injectable()
export class WithdrawAmendment {
  constructor(
    private readonly db: Db,
    private readonly records: ReportRecords,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * What was typed since is gone, the files stay. It waits for the check again, or is accepted, as before.
   * @throws 409 when nothing is being amended, or the copy that was handed in does not count
   */
  withdraw(actor: Actor, id: string): Promise<ExecutionReport> {
    return this.db.transaction(async () => {
      const report = await this.records.lock(actor, id, 'execution-report.withdraw-amendment');
      if (report.state !== 'amending') throw notAmending();
      const copy = await this.db.repo(ReportRevision).findOneByOrFail({ reportId: id, number: report.revision });
      const state = stateOf(copy);
      if (!state) throw nothingToReturnTo();
      await this.restore(actor, report, copy);
      // a commitment for what was being written is bound to content that nobody hands in
      const signature = report.committedHash === copy.contentHash ? {} : { committedAt: null, committedBy: null, committedHash: null };
      const change = { ...signature, state, amendmentReason: null, version: report.version + 1, updatedAt: this.clock.now() };
      await this.db.repo(ExecutionReport).update({ id }, change);
      await this.audit.record({ actor, action: 'execution-report.withdraw-amendment', subject: { type: 'execution-report', id }, details: { to: state, revision: copy.number, reason: report.amendmentReason }, onBehalfOf: onBehalf(actor, report) });
      await this.outbox.publish(reportAmendmentWithdrawn, { reportId: id, permitId: report.permitId, enterpriseId: report.enterpriseId, revision: copy.number });
      await this.records.tell(report);
      return { ...report, ...change };
    });
  }

  private async restore(actor: Actor, report: ExecutionReport, copy: ReportRevision): Promise<void> {
    for (const part of await this.records.parts(report)) {
      await this.db.repo(ReportPart).update({ reportId: report.id, part: part.part }, { data: (copy.form[part.part] ?? {}) as object, completed: true, version: part.version + 1, updatedBy: actor.userId, updatedAt: this.clock.now() });
    }
  }
}

/** How the report stood before: while it is amended nobody judges it. */
function stateOf({ outcome }: ReportRevision): 'submitted' | 'accepted' | null {
  if (outcome === 'accepted') return 'accepted';
  return outcome === null || outcome === undefined ? 'submitted' : null;
}
