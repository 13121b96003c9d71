import { Injectable, OnModuleInit } from '@nestjs/common';
import { EvidenceSubjects, placeOf } from '@huanbao/evidence';
import { PermitReader } from '@huanbao/permits';
import { Db } from '@huanbao/platform';
import { ExecutionReport, ReportRevision } from './report.entity';
import { FILES_OF } from './writing/parts.service';

/** Attachments of reports go through the same fingerprints as documents of applications; what was added since a copy was handed in is the holder's own; what went with it stays handed in while the report is written again. */
@Injectable()
export class ReportEvidence implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly permits: PermitReader,
    private readonly subjects: EvidenceSubjects,
  ) {}

  onModuleInit(): void {
    this.subjects.register(FILES_OF, {
      find: async id => {
        const found = await this.db.repo(ExecutionReport).findOneBy({ id });
        if (!found) return null;
        const [newest] = await this.db.repo(ReportRevision).find({ where: { reportId: id }, order: { number: 'DESC' }, take: 1 });
        return { enterpriseId: found.enterpriseId, enterpriseName: found.enterpriseName, siteName: found.siteName, regionCode: found.regionCode, isHandedIn: storedAt => newest !== undefined && storedAt <= newest.submittedAt };
      },
      siteOf: async id => {
        const report = await this.db.repo(ExecutionReport).findOneBy({ id });
        const said = report && (await this.permits.formOn(report.permitId, report.periodTo));
        return placeOf(said?.form.basic?.['location']);
      },
    });
  }
}
