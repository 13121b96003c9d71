import { Inject, Injectable } from '@nestjs/common';
import { CalendarService } from '@huanbao/casework';
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
    @Inject(CITY) private readonly city: City,
  ) {}

  async of(application: PermitApplication): Promise<ReviewContext> {
    const date = application.submittedAt ? shanghaiDate(application.submittedAt) : this.clock.today();
    return {
      form: await this.sections.form(application.id),
      enterprise: { uscc: application.uscc, name: application.enterpriseName },
      applicationDate: date,
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

  /** The version of the permit the application changes; null for a first one. */
  private async baseOf({ permitId, baseVersion }: PermitApplication): Promise<ReviewContext['base']> {
    if (permitId === null || baseVersion === null) return null;
    const { snapshot, number, validTo } = await this.db.repo(PermitVersion).findOneByOrFail({ permitId, number: baseVersion });
    return { form: snapshot, version: number, validTo };
  }
}
