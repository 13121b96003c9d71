import { Injectable } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { Clock, Db, Delivery, Handles, Outbox, Signer, sm3, systemActor } from '@huanbao/platform';
import { Inspection } from './enforcement.entity';
import { inspectionPaperDrawn } from './enforcement.events';
import { drawInspectionPaper, enforcementRound, followCreditGrade, followFinding, takeLead } from './enforcement.jobs.definitions';
import { EnforcementReference } from './enforcement.reference';
import { LateVisits } from './inspections/late-visits.service';
import { PositiveService } from './positive/positive.service';
import { PositiveRenewals } from './positive/renewing.service';
import { FILES_OF } from './record/photos.service';
import { InspectionFinding, InspectionLead } from './record/record.entity';
import { RecordPaper } from './record/record.paper';

const SYSTEM = systemActor('enforcement');

/** Enforcement follows grades, days and complaints, and draws the paper of what was sealed. */
@Injectable()
export class EnforcementJobs {
  constructor(
    private readonly db: Db,
    private readonly positive: PositiveService,
    private readonly paper: RecordPaper,
    private readonly files: Files,
    private readonly signer: Signer,
    private readonly clock: Clock,
    private readonly late: LateVisits,
    private readonly renewals: PositiveRenewals,
    private readonly reference: EnforcementReference,
    private readonly outbox: Outbox,
  ) {}

  @Handles(followCreditGrade)
  async grade({ subjectId }: { subjectId: string }, delivery: Delivery): Promise<void> {
    await delivery.complete(() => this.positive.followGrade(SYSTEM, subjectId));
  }

  @Handles(followFinding)
  async finding({ inspectionId, enterpriseId }: { inspectionId: string; enterpriseId: string; result: 'clear' | 'violations' }, delivery: Delivery): Promise<void> {
    await delivery.complete(async () => {
      const exits = ((await this.reference.parameters()).get('positive:exit-findings')?.value ?? '').split(',');
      const found = (await this.db.repo(InspectionFinding).find({ where: { inspectionId }, order: { place: 'ASC' } })).filter(one => exits.includes(one.decision));
      const { number } = await this.db.repo(Inspection).findOneByOrFail({ id: inspectionId });
      if (found.length > 0) await this.positive.followViolation(SYSTEM, enterpriseId, `检查 ${number} 发现违法：${found.map(one => one.title).join('；')}`.slice(0, 1000));
    });
  }

  @Handles(enforcementRound)
  async daily(_: Record<string, never>, delivery: Delivery): Promise<void> {
    await delivery.complete(async () => {
      await this.positive.endUnreviewed(SYSTEM);
      await this.renewals.remind();
      await this.late.round();
    });
  }

  @Handles(takeLead)
  async lead({ complaintId, number, enterpriseId, subject, regionCode }: Omit<InspectionLead, 'receivedAt'>, delivery: Delivery): Promise<void> {
    await delivery.complete(() => this.db.repo(InspectionLead).createQueryBuilder().insert().values({ complaintId, number, enterpriseId, subject, regionCode, receivedAt: this.clock.now() }).orIgnore().execute());
  }

  @Handles(drawInspectionPaper)
  async draw({ inspectionId }: { inspectionId: string }, delivery: Delivery): Promise<void> {
    const inspection = await this.db.repo(Inspection).findOneByOrFail({ id: inspectionId });
    const pdf = await this.paper.render(inspection);
    await delivery.complete(async () => {
      const file = await this.files.store(pdf, { name: `检查记录-${inspection.number}.pdf`, mediaType: 'application/pdf', subjectType: FILES_OF, subjectId: inspectionId, purpose: 'record', ownerOrgId: inspection.enterpriseId, uploadedBy: SYSTEM.userId });
      const digest = sm3(pdf);
      await this.db.repo(Inspection).update({ id: inspectionId }, { paperFileId: file.id, paperSm3: digest, paperSignature: this.signer.sign(digest) });
      await this.outbox.publish(inspectionPaperDrawn, { inspectionId });
    });
  }
}
