import { Injectable } from '@nestjs/common';
import { Clock, shanghaiDate } from '@huanbao/platform';
import type { PermitApplication } from '../application.entity';
import { ApplicationRecords } from '../application.records';
import type { ApplicationView } from '../views/application.view';
import { beginning, lateRemarks } from './beginning';
import { BUSINESS_TYPES } from './business-types';
import { RenewalTerms } from './renewal-terms';

/** What kind of application it is, in words, and what to mind about its day. */
@Injectable()
export class ApplicationLife {
  constructor(
    private readonly records: ApplicationRecords,
    private readonly terms: RenewalTerms,
    private readonly clock: Clock,
  ) {}

  async of(application: PermitApplication): Promise<Pick<ApplicationView, 'businessTypeLabel' | 'baseVersion' | 'triggers' | 'occurredOn' | 'remarks'>> {
    const { businessType, baseVersion, occurredOn, submittedAt } = application;
    const row = BUSINESS_TYPES[businessType];
    const day = submittedAt ? shanghaiDate(submittedAt) : this.clock.today();
    const permit = businessType === 'renew' ? await this.records.base(application) : null;
    const renewal = permit ? beginning('renew', { number: '', validTo: permit.validTo, renewBy: await this.terms.lastDay(permit.validTo), standing: 'valid' }, day, null).remark : null;
    return {
      businessTypeLabel: row.label, baseVersion, occurredOn,
      triggers: row.triggers.filter(one => application.triggers.includes(one.key)).map(one => one.label),
      remarks: [...(renewal ? [renewal] : []), ...lateRemarks(businessType, application, day)],
    };
  }
}
