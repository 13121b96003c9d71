import { Injectable } from '@nestjs/common';
import { Obligation } from '@huanbao/duties';
import { acceptDraft, type SectionData } from '@huanbao/permits';
import { Actor, Audit, Clock, Db, newId, violatedConstraint } from '@huanbao/platform';
import { partsOf } from '../form/form';
import { REPORT_FORM_VERSION, type ReportKind } from '../form/part';
import type { Offer } from '../prefill/offer';
import { offersOf } from '../prefill/parts';
import { ExecutionReport, ReportPart } from '../report.entity';
import { dutyExcused, notReportDuty, reportExists } from '../reports.errors';
import { reportPolicy } from '../reports.policy';
import { ReportFactsService } from './report-facts.service';
import { onBehalf } from './report-records';

const KINDS: Readonly<Record<string, ReportKind>> = { 'report-annual': 'annual', 'report-quarterly': 'quarterly', 'report-monthly': 'monthly' };

/** A report is begun from its duty, prefilled with what the platform knows. */
@Injectable()
export class BeginReport {
  constructor(
    private readonly db: Db,
    private readonly facts: ReportFactsService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws 404 for a duty that is not the actor's to see, 409 `report.exists` with the report that is there: one is kept a duty,
   * by a constraint, so of two who begin at once one wins and the other is told where
   */
  async begin(actor: Actor, dutyId: string): Promise<ExecutionReport> {
    try {
      return await this.db.transaction(() => this.insert(actor, dutyId));
    } catch (error) {
      if (violatedConstraint(error) !== 'execution_report_once') throw error;
      const there = await this.db.beside(() => this.db.repo(ExecutionReport).findOneByOrFail({ obligationId: dutyId }));
      throw reportExists(there.id);
    }
  }

  private async insert(actor: Actor, dutyId: string): Promise<ExecutionReport> {
    const duty = await this.db.repo(Obligation).findOneBy({ id: dutyId });
    reportPolicy.require(actor, 'execution-report.edit', duty && { ...duty, submittedAt: null });
    const kind = KINDS[duty?.kind ?? ''];
    if (!duty || !kind) throw notReportDuty();
    if (duty.status === 'excused') throw dutyExcused();
    const report = this.row(actor, duty, kind);
    await this.db.repo(ExecutionReport).insert(report);
    const offers = offersOf(await this.facts.of(report));
    const parts = partsOf(kind).map(part => this.part(report, part, offers.get(part.key)));
    for (const part of parts) await this.db.repo(ReportPart).insert({ ...part, data: part.data as object, offered: part.offered as object, sources: part.sources as object });
    await this.audit.record({ actor, action: 'execution-report.begin', subject: { type: 'execution-report', id: report.id }, details: { dutyId, kind, period: `${report.periodFrom}/${report.periodTo}` }, onBehalfOf: onBehalf(actor, report) });
    return report;
  }

  private row(actor: Actor, duty: Obligation, kind: ReportKind): ExecutionReport {
    const { id: obligationId, permitId, enterpriseId, enterpriseName, siteId, siteName, regionCode, permitNumber, periodFrom, periodTo, dueOn, titleZh, titleEn } = duty;
    return {
      id: newId(), obligationId, permitId, enterpriseId, enterpriseName, siteId, siteName, regionCode, permitNumber, kind, periodFrom, periodTo, dueOn, titleZh, titleEn, formVersion: REPORT_FORM_VERSION, state: 'draft', revision: 0,
      amendmentReason: null, submittedAt: null, submittedHash: null, lateDays: null, committedAt: null, committedBy: null, committedHash: null, search: `${enterpriseName} ${siteName} ${permitNumber} ${titleZh}`, version: 1,
      createdBy: actor.userId, createdAt: this.clock.now(), updatedAt: this.clock.now(),
    };
  }

  private part({ id, createdBy }: ExecutionReport, part: ReturnType<typeof partsOf>[number], offer: Offer | undefined): ReportPart {
    const data = acceptedOffer(part, offer);
    return { reportId: id, part: part.key, data, offered: data, sources: offer?.sources ?? {}, offeredAt: this.clock.now(), version: 1, completed: false, updatedBy: createdBy, updatedAt: this.clock.now() };
  }
}

/** What is offered, in the form in which it would be stored had a person typed it. */
export const acceptedOffer = (part: ReturnType<typeof partsOf>[number], offer: Offer | undefined): SectionData => acceptDraft({ fields: part.fields }, offer?.data ?? {}).data;
