import { Injectable } from '@nestjs/common';
import { Notifier } from '@huanbao/notifications';
import { KIND_WORDS } from './receipt';
import type { PermitRegistration, RegistrationKind } from './registration.entity';

/** Tells the enterprise that its registration is there. */
@Injectable()
export class RegistrationNotices {
  constructor(private readonly notifier: Notifier) {}

  filed(registration: PermitRegistration, kind: RegistrationKind): Promise<void> {
    const { id, enterpriseId, siteId, siteName, number, validTo, versionNumber } = registration;
    return this.notifier.notify({
      to: { orgId: enterpriseId, matter: 'permits', site: siteId }, topic: 'permits', subject: { type: 'permit-registration', id }, key: `permit-registration:${id}:${versionNumber}`,
      link: `/e/${enterpriseId}/registrations/${id}`,
      title: { zh: `${KIND_WORDS[kind]}已完成：${siteName}`, en: `Registration ${number} filed` },
      body: kind === 'cancel'
        ? { zh: `登记 ${number} 已注销。`, en: `Registration ${number} was cancelled.` }
        : { zh: `回执 ${number} 可以下载，有效期至 ${validTo}。内容有变动的，二十日内办理登记变更。`, en: `Receipt ${number} holds until ${validTo}. Changes are due within twenty days.` },
    });
  }
}
