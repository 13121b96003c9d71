import { Injectable, OnModuleInit } from '@nestjs/common';
import { PermitApplication, SectionStore } from '@huanbao/permits';
import { Db } from '@huanbao/platform';
import { EvidenceSubjects, placeOf } from './evidence-subjects';

/** Applications for permits as records with documents. A commitment ahead of the submission leaves them the applicant's own. */
@Injectable()
export class ApplicationEvidence implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly sections: SectionStore,
    private readonly subjects: EvidenceSubjects,
  ) {}

  onModuleInit(): void {
    this.subjects.register('permit-application', {
      find: async id => {
        const found = await this.db.repo(PermitApplication).findOneBy({ id });
        return found && { enterpriseId: found.enterpriseId, enterpriseName: found.enterpriseName, siteName: found.siteName, regionCode: found.regionCode, isHandedIn: () => found.submittedAt !== null };
      },
      siteOf: async id => placeOf((await this.sections.form(id)).basic?.['location']),
    });
  }
}
