import { Injectable, OnModuleInit } from '@nestjs/common';
import { FileSubjects } from '@huanbao/documents';
import { Actor, Db } from '@huanbao/platform';
import { ExecutionReport } from './report.entity';
import { MATTER, reportPolicy } from './reports.policy';
import { FILES_OF } from './writing/parts.service';
import { isOpen } from './writing/report-records';

/** Who reads and writes the attachments of reports: access follows the report. */
@Injectable()
export class ReportFiles implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly subjects: FileSubjects,
  ) {}

  onModuleInit(): void {
    this.subjects.register(FILES_OF, (actor, id, verb) => this.may(actor, id, verb), async id => {
      const report = await this.db.repo(ExecutionReport).findOneBy({ id });
      return report && { matter: MATTER, site: report.siteId };
    });
  }

  private async may(actor: Actor, id: string, verb: 'read' | 'write'): Promise<boolean> {
    const report = await this.db.repo(ExecutionReport).findOneBy({ id });
    if (!report) return false;
    return verb === 'read' ? reportPolicy.sees(actor, report) : isOpen(report) && reportPolicy.may(actor, 'execution-report.edit', report);
  }
}
