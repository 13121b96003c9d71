import { Inject, Injectable } from '@nestjs/common';
import { CalendarService } from '@huanbao/casework';
import { Directory } from '@huanbao/identity';
import { CITY, City, Clock, Db, shanghaiDate } from '@huanbao/platform';
import { PermitApplication } from './application.entity';
import { Materials } from './life/materials';
import { PermitVersion } from './life/permit-version.entity';
import { LimitTable } from './limits/limit-table';
import type { ReviewContext } from './review/rule';
import { SectionStore } from './section-store';

/** What the rules of the machine review judge by: the form, the permit it changes, and the reference data of its day. */
@Injectable()
export class ReviewGrounds {
  constructor(
    private readonly db: Db,
    private readonly sections: SectionStore,
    private readonly clock: Clock,
    private readonly calendars: CalendarService,
    private readonly limits: LimitTable,
    private readonly materials: Materials,
    private readonly directory: Directory,
    @Inject(CITY) private readonly city: City,
  ) {}

  async of(application: PermitApplication): Promise<ReviewContext> {
    const date = application.submittedAt ? shanghaiDate(application.submittedAt) : this.clock.today();
    return {
      form: await this.sections.form(application.id),
      enterprise: await this.partyOf(application),
      applicationDate: date,
      handInDate: this.handInDate(application),
      ...(await this.limits.reference(date)),
      bounds: this.city.bounds,
      boundary: this.city.boundary,
      cityName: this.city.name,
      ...(this.city.airKeyRegion ? { airKeyRegion: this.city.airKeyRegion } : {}),
      businessType: application.businessType,
      base: await this.baseOf(application),
      needed: await this.materials.neededFor(application),
      calendar: await this.calendars.calendar(),
    };
  }

  /** What was handed in is judged by the names it was handed in under, a draft by the record as it is now. */
  private async partyOf({ editing, enterpriseId, uscc, enterpriseName }: PermitApplication): Promise<ReviewContext['enterprise']> {
    const record = editing === 'sealed' ? null : await this.directory.organisation(enterpriseId);
    return { uscc: record?.uscc ?? uscc, name: record?.name ?? enterpriseName };
  }

  /** The day of the newest submission; today for what is about to be handed in, first or again. */
  private handInDate({ editing, handedInAt, submittedAt }: PermitApplication): string {
    const at = handedInAt ?? submittedAt;
    return editing === 'sealed' && at ? shanghaiDate(at) : this.clock.today();
  }

  /** The version of the permit the application changes; null for a first one. */
  private async baseOf({ permitId, baseVersion }: PermitApplication): Promise<ReviewContext['base']> {
    if (permitId === null || baseVersion === null) return null;
    const { snapshot, number, validTo } = await this.db.repo(PermitVersion).findOneByOrFail({ permitId, number: baseVersion });
    return { form: snapshot, version: number, validTo };
  }
}
