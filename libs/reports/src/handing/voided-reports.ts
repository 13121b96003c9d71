import { Injectable } from '@nestjs/common';
import { Audit, Clock, Db, systemActor } from '@huanbao/platform';
import type { SignedSubject } from '@huanbao/signatures';
import { ExecutionReport, ReportRevision } from '../report.entity';
import { ReportDuty } from './report-duty';
import { ReportNotices } from './report-notices';

/** What becomes of a report when it was decided that its signature does not hold. */
@Injectable()
export class VoidedReports {
  constructor(
    private readonly db: Db,
    private readonly notices: ReportNotices,
    private readonly duty: ReportDuty,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** In the transaction of the job. A commitment ahead of a submission is taken off; the copy that rests on the signature is void, and the report is to be handed in again. */
  async undo(subject: SignedSubject): Promise<void> {
    if (subject.subjectType !== 'execution-report') return;
    const report = await this.db.lock(ExecutionReport, { id: subject.subjectId });
    if (!report) return;
    const copy = await this.db.repo(ReportRevision).findOneBy({ reportId: report.id, recordId: subject.recordId });
    const unsigned = { committedAt: null, committedBy: null, committedHash: null, updatedAt: this.clock.now() };
    if (copy && copy.number === report.revision) {
      await this.db.repo(ReportRevision).update({ id: copy.id }, { outcome: 'void', decidedAt: this.clock.now(), outcomeNote: '签署被否认并经核实成立（电子签名法第十三条）' });
      await this.db.repo(ExecutionReport).update({ id: report.id }, { ...unsigned, state: report.state === 'amending' ? 'amending' : 'returned', version: report.version + 1 });
      await this.duty.voided(systemActor('signatures'), report);
      await this.notices.undone(report, copy.number);
    } else if (!copy && report.state !== 'submitted' && report.state !== 'accepted') await this.db.repo(ExecutionReport).update({ id: report.id }, unsigned);
    await this.audit.record({ actor: systemActor('signatures'), action: 'execution-report.void', subject: { type: 'execution-report', id: report.id }, details: { recordId: subject.recordId, revision: copy?.number ?? null } });
  }
}
