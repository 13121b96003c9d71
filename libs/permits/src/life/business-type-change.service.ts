import { Injectable } from '@nestjs/common';
import { CaseEngine } from '@huanbao/casework';
import { Actor, Clock, Db } from '@huanbao/platform';
import { PermitApplication } from '../application.entity';
import { ApplicationRecords } from '../application.records';
import { cannotBegin, notEditable, wrongReasons } from '../permits.errors';
import { ReviewRunsService } from '../review-runs.service';
import { reasonFaults } from './beginning';
import { BUSINESS_TYPES } from './business-types';
import { SiteStanding } from './site-standing';

/**
 * 改为重新申请: a draft that began as a change, an adjustment or a renewal and turned out to be a case of 条例 art. 15 goes
 * on as an application anew. Nothing that was typed is lost; the permit it is compared with stays the same.
 */
@Injectable()
export class BusinessTypeChange {
  constructor(
    private readonly db: Db,
    private readonly records: ApplicationRecords,
    private readonly standing: SiteStanding,
    private readonly engine: CaseEngine,
    private readonly runs: ReviewRunsService,
    private readonly clock: Clock,
  ) {}

  /** @throws 409 when it is no draft any more; 422 where an application anew cannot begin; 400 for a wrong case */
  toReapply(actor: Actor, id: string, triggers: readonly string[]): Promise<void> {
    return this.db.transaction(async () => {
      const application = await this.records.lock(id);
      const authorise = async (): Promise<void> => {
        await this.records.find(actor, id, 'permit-application.edit');
        await this.assertPossible(application, triggers);
      };
      const { label } = BUSINESS_TYPES.reapply;
      const was = BUSINESS_TYPES[application.businessType].label;
      await this.engine.note(id, {
        actor, authorise, action: 'permit-application.change-type', text: { zh: `${was.zh}改为${label.zh}`, en: `${was.en} became: ${label.en}` },
        details: { from: application.businessType, to: 'reapply', triggers }, title: `${application.siteName}排污许可${label.zh}申请`,
      });
      const changed = { businessType: 'reapply' as const, triggers: [...new Set(triggers)], occurredOn: null, updatedAt: this.clock.now() };
      await this.db.repo(PermitApplication).update({ id }, changed);
      await this.runs.again(actor, { ...application, ...changed });
    });
  }

  private async assertPossible(application: PermitApplication, triggers: readonly string[]): Promise<void> {
    if (application.state !== 'draft') throw notEditable();
    if (application.businessType === 'new' || application.businessType === 'reapply') throw cannotBegin({ zh: '本件已经是首次申请或者重新申请，不用再改', en: 'This is a first application or one anew already.' }, application.permitId);
    const permit = await this.standing.living(application.enterpriseId, application.siteId);
    const { possible, remark } = await this.standing.beginning('reapply', application.enterpriseId, permit);
    if (!possible && remark) throw cannotBegin(remark, application.permitId);
    const faults = reasonFaults('reapply', { triggers, occurredOn: null }, this.clock.today());
    if (faults.length > 0) throw wrongReasons(faults);
  }
}
