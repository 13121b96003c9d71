import type { Keeping } from '@huanbao/signatures';
import type { SectionData } from '../form/field';
import { printedSections } from '../form/print';
import { contentHash } from '../section-store';
import { drawForm } from '../submission-records';
import { REGISTRATION_SECTION } from './form';
import { KIND_WORDS } from './receipt';
import type { Classification, PermitRegistration, RegistrationKind } from './registration.entity';

/** A version that is filed. */
export interface NewRegistrationVersion {
  readonly kind: RegistrationKind;
  readonly content: SectionData;
  /** Left out: that of the version before. */
  readonly classification?: Classification;
  readonly occurredOn?: string;
  readonly reason?: string;
}

/** What is ticked when a registration is filed, changed or prolonged, word by word. */
export const REGISTRATION_PROMISE = '填报内容真实、准确、完整，变动之日起二十日内变更登记';

const EN: Readonly<Record<RegistrationKind, string>> = { first: 'First registration', change: 'Change of the registration', renew: 'Renewal of the registration', cancel: 'Cancellation of the registration', restore: 'Registration restored' };

/** The copy of record of one filing: what was stated, as it was seen. */
export function registrationRecord(registration: PermitRegistration, { kind, content, classification, occurredOn, reason }: NewRegistrationVersion): Keeping {
  const { id, number, enterpriseId, enterpriseName, uscc, siteId, siteName, regionCode, validFrom, validTo, versionNumber } = registration;
  const section = { ...REGISTRATION_SECTION, key: 'basic' as const, title: { zh: '登记内容', en: 'Registration' } };
  return {
    subject: { type: 'permit-registration', id }, ownerOrgId: enterpriseId, matter: 'permits', siteId, regionCode,
    what: { zh: `${KIND_WORDS[kind]}：${siteName}`, en: `${EN[kind]}: ${siteName}` },
    ...(kind === 'cancel' ? {} : { agreed: REGISTRATION_PROMISE }),
    data: { registration: { id, number, enterpriseName, uscc, siteName, validFrom, validTo, version: versionNumber }, kind, occurredOn: occurredOn ?? null, reason: reason ?? null, classification: classification ?? null, contentHash: contentHash({ basic: content }), content },
    draw: page => {
      page.heading(`固定污染源排污登记表（${KIND_WORDS[kind]}）`, 1);
      page.keyValues([
        ['登记编号', number], ['排污单位名称', enterpriseName], ['统一社会信用代码', uscc], ['生产经营场所', siteName], ['有效期', `${validFrom} 至 ${validTo}`],
        ...(occurredOn ? [['变动日期', occurredOn] as [string, string]] : []), ...(reason ? [['注销原因', reason] as [string, string]] : []),
        ['分类依据', (classification?.entries ?? []).map(one => `第 ${one.no} 类 ${one.title}`).join('；')],
      ]);
      drawForm(page, printedSections([section], { basic: content }));
    },
  };
}
