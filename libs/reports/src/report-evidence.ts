import { Injectable, OnModuleInit } from '@nestjs/common';
import { EvidenceSubjects, placeOf } from '@huanbao/evidence';
import { PermitReader } from '@huanbao/permits';
import { Db } from '@huanbao/platform';
import { ExecutionReport } from './report.entity';
import { FILES_OF } from './writing/parts.service';

/** Attachments of reports go through the same fingerprints as documents of applications; what is being written is the holder's own. */
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
        return found && { enterpriseId: found.enterpriseId, enterpriseName: found.enterpriseName, siteName: found.siteName, regionCode: found.regionCode, isHandedIn: found.state === 'submitted' || found.state === 'accepted' };
      },
      siteOf: async id => {
        const report = await this.db.repo(ExecutionReport).findOneBy({ id });
        const said = report && (await this.permits.formOn(report.permitId, report.periodTo));
        return placeOf(said?.form.basic?.['location']);
      },
    });
  }
}
