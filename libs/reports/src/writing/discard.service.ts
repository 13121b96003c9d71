import { Injectable } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { Actor, Audit, Db } from '@huanbao/platform';
import { ExecutionReport, ReportCheck, ReportFinding, ReportPart } from '../report.entity';
import { notDiscardable } from '../reports.errors';
import { FILES_OF } from './parts.service';
import { ReportRecords } from './report-records';

/** Throws a draft away that nobody has handed in. */
@Injectable()
export class DiscardReport {
  constructor(
    private readonly db: Db,
    private readonly records: ReportRecords,
    private readonly files: Files,
    private readonly audit: Audit,
  ) {}

  /**
   * The duty stays as it was (排污许可管理条例 art. 22): a new report can be begun for it. A commitment that was signed ahead
   * stays in the signer's copies of record; it is bound to content that nobody can hand in any more.
   * @throws 409 when it was handed in once: then it is kept
   */
  discard(actor: Actor, id: string): Promise<void> {
    return this.db.transaction(async () => {
      const report = await this.records.lock(actor, id, 'execution-report.discard');
      if (report.state !== 'draft' || report.revision > 0) throw notDiscardable();
      const files = await this.files.list(FILES_OF, id);
      for (const file of files) await this.files.remove(actor, file.id);
      await this.db.repo(ReportFinding).delete({ reportId: id });
      await this.db.repo(ReportCheck).delete({ reportId: id });
      const { affected } = await this.db.repo(ReportPart).delete({ reportId: id });
      await this.db.repo(ExecutionReport).delete({ id });
      const { obligationId: dutyId, kind, periodFrom, periodTo } = report;
      await this.audit.record({ actor, action: 'execution-report.discard', subject: { type: 'execution-report', id }, details: { dutyId, kind, period: `${periodFrom}/${periodTo}`, parts: affected, files: files.length, signed: report.committedHash !== null } });
      await this.records.tell(report);
    });
  }
}
