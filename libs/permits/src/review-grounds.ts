import { Inject, Injectable } from '@nestjs/common';
import { CalendarService } from '@huanbao/casework';
import { Directory } from '@huanbao/identity';
import { canonicalJson, CITY, City, Clock, Db, shanghaiDate, sm3 } from '@huanbao/platform';
import { PermitApplication } from './application.entity';
import { Materials } from './life/materials';
import { PermitVersion } from './life/permit-version.entity';
import { RenewalTerms } from './life/renewal-terms';
import { LimitTable } from './limits/limit-table';
import type { ReviewContext } from './review/rule';
import { ruleVersions } from './review/rules';
import { SectionStore } from './section-store';

/** A version of a permit does not change, so its number stands for its form. */
export function factsHashOf({ base, form: _form, ...facts }: Omit<ReviewContext, 'form'> & Partial<Pick<ReviewContext, 'form'>>): string {
  return sm3(canonicalJson({ ...facts, base: base && { version: base.version, validTo: base.validTo, renewBy: base.renewBy }, rules: ruleVersions() }));
}

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
    private readonly terms: RenewalTerms,
    @Inject(CITY) private readonly city: City,
  ) {}

  async of(application: PermitApplication): Promise<ReviewContext> {
    return { form: await this.sections.form(application.id), ...(await this.around(application)) };
  }

  /**
   * SM3 of everything a run rests on beside the form: the rules, the day, the reference data, the enterprise, the permit. A run of other facts
   * has not judged what is handed in now.
   */
  async factsHash(application: PermitApplication): Promise<string> {
    return factsHashOf(await this.around(application));
  }

  private async around(application: PermitApplication): Promise<Omit<ReviewContext, 'form'>> {
    const date = application.submittedAt ? shanghaiDate(application.submittedAt) : this.clock.today();
    return {
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
    return { form: snapshot, version: number, validTo, renewBy: await this.terms.lastDay(validTo) };
  }
}
