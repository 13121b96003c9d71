import { Injectable } from '@nestjs/common';
import { CaseEngine } from '@huanbao/casework';
import { Actor, AppError, Clock, Db } from '@huanbao/platform';
import { AttachmentsService } from '../attachments.service';
import { PermitApplication } from '../application.entity';
import { ApplicationRecords } from '../application.records';
import { DraftsService } from '../drafts.service';
import { cannotBegin, notEditable, wrongReasons } from '../permits.errors';
import { ReviewRunsService } from '../review-runs.service';
import { SectionStore } from '../section-store';
import { SubmissionService } from '../submission.service';
import { reasonFaults } from './beginning';
import { BUSINESS_TYPES } from './business-types';
import { SiteStanding } from './site-standing';

/**
 * 改为重新申请: a draft that began as a change, an adjustment or a renewal and turned out to be a case of 条例 art. 15 goes
 * on as an application anew. One in 补正 has a case and a number already: it is withdrawn, and an application anew begins with all that was typed.
 * Nothing is lost either way; the permit it is compared with stays the same.
 */
@Injectable()
export class BusinessTypeChange {
  constructor(
    private readonly db: Db,
    private readonly records: ApplicationRecords,
    private readonly standing: SiteStanding,
    private readonly engine: CaseEngine,
    private readonly runs: ReviewRunsService,
    private readonly sections: SectionStore,
    private readonly drafts: DraftsService,
    private readonly submissions: SubmissionService,
    private readonly attachments: AttachmentsService,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the application that goes on: the same, or the one that took its place
   * @throws 409 when it is neither draft nor in 补正; 422 where an application anew cannot begin; 400 for a wrong case
   */
  async toReapply(actor: Actor, id: string, triggers: readonly string[]): Promise<string> {
    const found = await this.records.find(actor, id, 'permit-application.edit');
    if (found.state !== 'correcting') return this.becomes(actor, id, triggers);
    const next = await this.instead(actor, id, triggers);
    try {
      // outside the transaction, for storage may be a network away
      await this.attachments.copy(actor, next, { fromId: id, version: 1 });
    } catch (error) {
      // what cannot be copied any more the new draft asks for like every other
      if (!(error instanceof AppError)) throw error;
    }
    return next;
  }

  private instead(actor: Actor, id: string, triggers: readonly string[]): Promise<string> {
    return this.db.transaction(async () => {
      const application = await this.records.lock(id);
      await this.assertPossible(application, triggers);
      const { attachments: _copied, ...typed } = await this.sections.form(id);
      const was = BUSINESS_TYPES[application.businessType].label;
      await this.submissions.withdraw(actor, id, `属于应当重新申请排污许可证的情形，不再按${was.zh}办理，改为重新申请（排污许可管理条例 第十五条）`);
      const { enterpriseId, siteId, siteName } = application;
      const created = await this.drafts.create(actor, { ...(actor.orgId === enterpriseId ? {} : { enterpriseId }), siteId, siteName, businessType: 'reapply', triggers, typed });
      await this.engine.note(created.id, {
        actor, authorise: () => undefined, action: 'permit-application.taken-over', details: { from: id },
        text: { zh: `由${application.caseNumber ?? ''}（${was.zh}）改为重新申请，已填内容全部带入`, en: `Takes the place of ${application.caseNumber ?? ''} with everything typed there` },
      });
      return created.id;
    });
  }

  private becomes(actor: Actor, id: string, triggers: readonly string[]): Promise<string> {
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
      return id;
    });
  }

  private async assertPossible(application: PermitApplication, triggers: readonly string[]): Promise<void> {
    if (application.state !== 'draft' && application.state !== 'correcting') throw notEditable();
    if (application.businessType === 'new' || application.businessType === 'reapply') throw cannotBegin({ zh: '本件已经是首次申请或者重新申请，不用再改', en: 'This is a first application or one anew already.' }, application.permitId);
    const permit = await this.standing.living(application.enterpriseId, application.siteId);
    const { possible, remark } = await this.standing.beginning('reapply', application.enterpriseId, permit);
    if (!possible && remark) throw cannotBegin(remark, application.permitId);
    const faults = reasonFaults('reapply', { triggers, occurredOn: null }, this.clock.today());
    if (faults.length > 0) throw wrongReasons(faults);
  }
}
