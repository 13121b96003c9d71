import { Injectable } from '@nestjs/common';
import { Actor, Audit, Clock, Db, newId, Outbox } from '@huanbao/platform';
import { LikeTexts } from '../checking/like-texts';
import type { ReportForm } from '../form/part';
import { ExecutionReport, type KeptFinding, ReportRevision } from '../report.entity';
import { reportSubmitted } from '../reports.events';
import { onBehalf, ReportRecords } from '../writing/report-records';
import { ReportCopies } from './report-copies';
import { ReportDuty } from './report-duty';
import { ReportNotices } from './report-notices';

export interface HandIn {
  readonly report: ExecutionReport;
  readonly form: ReportForm;
  readonly hash: string;
  readonly findings: readonly KeptFinding[];
  /** Given with this act, not ahead of it. */
  readonly signature: Partial<ExecutionReport>;
}

/** What becomes of a report that may be handed in: kept as signed, its duty done, the bureau told. */
@Injectable()
export class ReportFiling {
  constructor(
    private readonly db: Db,
    private readonly records: ReportRecords,
    private readonly like: LikeTexts,
    private readonly duty: ReportDuty,
    private readonly copies: ReportCopies,
    private readonly notices: ReportNotices,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Inside the transaction of the act. The copy of record, the revision, the duty, the word to the bureau. */
  async handIn(actor: Actor, { report, form, hash, findings, signature }: HandIn): Promise<ExecutionReport> {
    const { id, permitId, enterpriseId } = report;
    const revision = report.revision + 1;
    const lateDays = await this.duty.lateDays(report);
    const reason = revision === 1 ? null : (report.amendmentReason ?? '按退回意见更正');
    const recordId = await this.copies.ofSubmission(actor, report, { form, findings, revision, reason, withCommitment: 'committedHash' in signature });
    await this.supersede(report);
    await this.db.repo(ReportRevision).insert({
      id: newId(), reportId: id, number: revision, reason, form: form as object, findings: findings as never, contentHash: hash, recordId, submittedAt: this.clock.now(), submittedBy: actor.userId, submittedByName: actor.name, lateDays,
    });
    const change = { ...signature, state: 'submitted' as const, revision, amendmentReason: null, submittedAt: report.submittedAt ?? this.clock.now(), submittedHash: hash, lateDays, version: report.version + 1, updatedAt: this.clock.now() };
    await this.db.repo(ExecutionReport).update({ id }, change);
    const next = { ...report, ...change };
    await this.like.keep(next, form);
    await this.duty.finish(actor, next);
    await this.audit.record({ actor, action: 'execution-report.submit', subject: { type: 'execution-report', id }, details: { revision, hash, lateDays, reason, warnings: findings.length }, onBehalfOf: onBehalf(actor, report) });
    await this.outbox.publish(reportSubmitted, { reportId: id, permitId, enterpriseId, revision, lateDays });
    await this.notices.submitted(next, { revision, lateDays });
    await this.records.tell(next);
    return next;
  }

  /** An amended copy takes the place of one that nobody has judged yet. */
  private async supersede(report: ExecutionReport): Promise<void> {
    await this.db.query(`UPDATE execution_report_revision SET outcome = 'superseded', decided_at = $2 WHERE report_id = $1 AND outcome IS NULL`, [report.id, this.clock.now()]);
  }
}
