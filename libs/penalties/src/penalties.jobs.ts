import { Injectable } from '@nestjs/common';
import { PositiveService } from '@huanbao/enforcement';
import { Delivery, Handles, systemActor } from '@huanbao/platform';
import { Clues } from './clues/clues.service';
import { leavePositiveList, penaltyDailyRound, takeComplaintClue, takeInspectionClue, takeInspectionPaper, takeRecheck, takeRectificationClue, tellCreditOfPenalty } from './penalties.events';
import { Following } from './executing/following.service';
import { Crediting } from './steps/crediting.service';
import { Publishing } from './steps/publishing.service';

const BY = systemActor('penalties');

/** What follows from a penalty, and from what a penalty follows. Each may be told again. */
@Injectable()
export class PenaltiesJobs {
  constructor(
    private readonly publishing: Publishing,
    private readonly crediting: Crediting,
    private readonly clues: Clues,
    private readonly positiveList: PositiveService,
    private readonly following: Following,
  ) {}

  @Handles(tellCreditOfPenalty)
  async credit({ penaltyId }: { penaltyId: string }, delivery: Delivery): Promise<void> {
    await delivery.complete(() => this.crediting.tell(penaltyId));
  }

  @Handles(leavePositiveList)
  async positive({ penaltyId, partyOrgId, kind }: { penaltyId: string; partyOrgId: string | null; kind: string }, delivery: Delivery): Promise<void> {
    await delivery.complete(async () => {
      if (partyOrgId === null || kind !== 'penalty') return;
      const { violationTitle, number } = await this.clues.facts(penaltyId);
      await this.positiveList.followViolation(BY, partyOrgId, `行政处罚决定已送达（${number ?? ''}）：${violationTitle ?? ''}`);
    });
  }

  @Handles(takeComplaintClue)
  async complaint(told: { complaintId: string; enterpriseId: string | null; outcome: string; regionCode: string; on?: string }, delivery: Delivery): Promise<void> {
    await delivery.complete(() => this.clues.complaint(told));
  }

  @Handles(takeInspectionClue)
  async inspection(told: { inspectionId: string; enterpriseId: string; regionCode: string }, delivery: Delivery): Promise<void> {
    await delivery.complete(() => this.clues.inspection(told));
  }

  @Handles(takeInspectionPaper)
  async paper({ inspectionId }: { inspectionId: string }, delivery: Delivery): Promise<void> {
    await delivery.complete(() => this.clues.paper(inspectionId));
  }

  @Handles(takeRectificationClue)
  async rectification(told: { rectificationId: string; enterpriseId: string; regionCode: string; number: string; reason: string; on?: string; inspectionId?: string | null; complaintId?: string | null; findingIds?: readonly string[] }, delivery: Delivery): Promise<void> {
    await delivery.complete(() => this.clues.rectification(told));
  }

  @Handles(takeRecheck)
  async recheck(told: { rectificationId: string; enterpriseId: string; regionCode: string; number: string; orderServedOn: string; recheckedOn: string; words: string; inspectionId?: string | null; complaintId?: string | null; findingIds?: readonly string[] }, delivery: Delivery): Promise<void> {
    await delivery.complete(() => this.clues.recheck(told));
  }

  @Handles(penaltyDailyRound)
  async daily(_: Record<string, never>, delivery: Delivery): Promise<void> {
    const failures: unknown[] = [];
    // one round that fails does not keep the other from its cases
    for (const round of [() => this.following.round(), () => this.publishing.round()]) await round().catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
    await delivery.complete(() => Promise.resolve());
  }
}
