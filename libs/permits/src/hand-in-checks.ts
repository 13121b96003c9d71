import { Injectable } from '@nestjs/common';
import { Directory, organisationNotVerified } from '@huanbao/identity';
import { Db } from '@huanbao/platform';
import type { PermitApplication } from './application.entity';
import { completeness } from './form/completeness';
import type { Form } from './form/field';
import { textOf } from './form/form';
import type { Asked } from './form/validate';
import { Materials } from './life/materials';
import { SiteStanding } from './life/site-standing';
import { Permit } from './permit.entity';
import { cannotBegin, permitEnded, recordDiffers, sectionsIncomplete } from './permits.errors';
import { formOf, type StoredSection } from './section-store';

/** What is so on the day of handing in. */
export interface HandIn {
  readonly form: Form;
  readonly asked: Asked;
  /** The applicant as its verified record has it now: the certificate bears this name. */
  readonly party: Pick<PermitApplication, 'enterpriseName' | 'uscc'>;
}

/** What must hold when an application is handed in, first or after 补正; the draft may be weeks old. */
@Injectable()
export class HandInChecks {
  constructor(
    private readonly db: Db,
    private readonly directory: Directory,
    private readonly standing: SiteStanding,
    private readonly materials: Materials,
  ) {}

  /**
   * Inside the transaction of the submission; the permit stays locked to its end.
   * @throws 422 when the organisation is not verified, the form names another one, a section is open, or the permit does not stand for this business any more
   */
  async of(application: PermitApplication, sections: readonly StoredSection[]): Promise<HandIn> {
    const enterprise = await this.directory.organisation(application.enterpriseId);
    if (enterprise?.status !== 'active') throw organisationNotVerified();
    const form = formOf(sections);
    const party = partyOf(form, { enterpriseName: enterprise.name, uscc: enterprise.uscc ?? application.uscc }, application);
    await this.assertStands(application);
    const asked = await this.materials.askedOf(application);
    const open = completeness(form, new Set(sections.filter(one => one.completed).map(one => one.section)), asked).filter(one => one.status !== 'completed');
    if (open.length > 0) throw sectionsIncomplete(open.map(one => one.section));
    return { form, asked, party };
  }

  /** A renewal or change is one of a permit that holds. After 补正 the day of receipt decides, not today: only an end before its time counts. */
  private async assertStands({ businessType, enterpriseId, siteId, permitId, submittedAt }: PermitApplication): Promise<void> {
    const permit = permitId === null ? await this.standing.living(enterpriseId, siteId) : await this.db.lock(Permit, { id: permitId });
    if (permitId !== null && permit?.status !== 'valid') throw permitEnded();
    if (submittedAt !== null) return;
    const { possible, remark } = await this.standing.beginning(businessType, enterpriseId, permit);
    if (!possible && remark) throw cannotBegin(remark, permit?.id ?? null);
  }
}

const NAMES = ['enterpriseName', 'uscc'] as const;

/**
 * By which names it is handed in: those of the record. In 补正 the names are sealed unless the notice asks for them: then those it was handed in
 * under first stand as well. @throws 422 with each name that differs
 */
function partyOf(form: Form, record: HandIn['party'], { submittedAt, enterpriseName, uscc }: PermitApplication): HandIn['party'] {
  const said = (party: HandIn['party']): boolean => NAMES.every(name => textOf(form.basic, name) === party[name]);
  if (said(record)) return record;
  const before = { enterpriseName, uscc };
  if (submittedAt !== null && said(before)) return before;
  throw recordDiffers(NAMES.filter(name => textOf(form.basic, name) !== record[name]), record.enterpriseName);
}
