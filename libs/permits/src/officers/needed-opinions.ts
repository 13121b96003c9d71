import { Injectable } from '@nestjs/common';
import { Db } from '@huanbao/platform';
import { IsNull, Not } from 'typeorm';
import { PermitApplication, ReviewOpinion } from '../application.entity';
import { PermitVersion } from '../life/permit-version.entity';
import { opinionsMissing } from '../permits.errors';
import { SectionStore } from '../section-store';
import { isGiven, Medium, mediaOf } from './media';
import { ReviewPart } from './officers.entity';

export interface MediumState extends Medium {
  readonly given: boolean;
}

/** Whether the review has spoken of every medium the application is about. */
@Injectable()
export class NeededOpinions {
  constructor(
    private readonly db: Db,
    private readonly sections: SectionStore,
  ) {}

  async of({ id, businessType, permitId, baseVersion }: PermitApplication): Promise<MediumState[]> {
    const base = permitId === null || baseVersion === null ? null : await this.db.repo(PermitVersion).findOneBy({ permitId, number: baseVersion });
    const media = mediaOf({ businessType, form: await this.sections.form(id), base: base?.snapshot ?? null });
    const opinions = await this.db.repo(ReviewOpinion).find({ select: { section: true }, where: { applicationId: id } });
    const parts = await this.db.repo(ReviewPart).find({ select: { specialty: true }, where: { applicationId: id, doneAt: Not(IsNull()) } });
    const given = { opinions: opinions.map(one => one.section), parts: parts.map(one => one.specialty) };
    return media.map(medium => ({ ...medium, given: isGiven(medium, given) }));
  }

  /** Asked under the application's lock, when the review is concluded and when it is decided. @throws 409 `permit.opinions-missing` naming each */
  async assertGiven(application: PermitApplication): Promise<void> {
    const missing = (await this.of(application)).filter(one => !one.given);
    if (missing.length > 0) throw opinionsMissing(missing);
  }
}
