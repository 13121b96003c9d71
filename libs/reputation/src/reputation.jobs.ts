import { Injectable } from '@nestjs/common';
import { Db, Delivery, Handles } from '@huanbao/platform';
import { FirmFinding } from './findings/finding.entity';
import { WorkApprovals } from './outcomes/work-approvals.service';
import { WorkUses } from './outcomes/work-uses.service';
import { rescoreAfterCorrection, rescoreAfterDecision, rescoreAfterDelivery, rescoreAfterFinding, rescoreAfterRating, rescoreAfterReport, rescoreAll } from './reputation.events';
import { Scoring } from './scores/scoring.service';

/** Scores follow what happens. Each run reckons from the facts as they are, so running twice changes nothing. */
@Injectable()
export class ReputationJobs {
  constructor(
    private readonly db: Db,
    private readonly scoring: Scoring,
    private readonly uses: WorkUses,
    private readonly approvals: WorkApprovals,
  ) {}

  @Handles(rescoreAfterRating)
  async rated({ taskId, organisationId }: { taskId: string; organisationId: string }, delivery: Delivery): Promise<void> {
    const firmId = await this.scoring.firmOf(taskId);
    await delivery.complete(async () => {
      if (firmId === organisationId) await this.scoring.rescore(firmId);
    });
  }

  @Handles(rescoreAfterFinding)
  async found({ findingId }: { findingId: string }, delivery: Delivery): Promise<void> {
    const finding = await this.db.repo(FirmFinding).findOneByOrFail({ id: findingId });
    await delivery.complete(() => this.scoring.rescore(finding.firmId));
  }

  @Handles(rescoreAfterDelivery)
  async delivered({ taskId }: { taskId: string; deliveryId: string }, delivery: Delivery): Promise<void> {
    await this.rescoreTasks([taskId], delivery);
  }

  @Handles(rescoreAfterCorrection)
  async corrected({ caseId }: { caseId: string; roundId: string }, delivery: Delivery): Promise<void> {
    await this.rescoreTasks(await this.uses.tasksOf(caseId), delivery);
  }

  @Handles(rescoreAfterDecision)
  async decided({ applicationId }: { applicationId: string; outcome: 'granted' | 'refused' }, delivery: Delivery): Promise<void> {
    await this.rescoreTasks(await this.uses.tasksOf(applicationId), delivery);
  }

  @Handles(rescoreAfterReport)
  async judged({ reportId }: { reportId: string; permitId: string; enterpriseId: string; revision: number }, delivery: Delivery): Promise<void> {
    await this.rescoreTasks(await this.uses.tasksOf(reportId), delivery);
  }

  /** Firm by firm, each in a transaction of its own. */
  @Handles(rescoreAll)
  async all(_: Record<string, never>, delivery: Delivery): Promise<void> {
    for await (const firmId of this.scoring.ratedFirms()) await this.db.transaction(() => this.scoring.rescore(firmId));
    await delivery.complete(async () => undefined);
  }

  private async rescoreTasks(taskIds: readonly string[], delivery: Delivery): Promise<void> {
    const firms = new Set<string>();
    for (const taskId of taskIds) {
      const firmId = await this.scoring.firmOf(taskId);
      if (firmId) firms.add(firmId);
    }
    await delivery.complete(async () => {
      await this.approvals.settle(taskIds);
      for (const firmId of [...firms].sort()) await this.scoring.rescore(firmId);
    });
  }
}
