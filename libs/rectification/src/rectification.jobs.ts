import { Injectable } from '@nestjs/common';
import { Delivery, Handles, systemActor } from '@huanbao/platform';
import { RectificationFollowing } from './following.service';
import { draftFromComplaint, draftFromDuty, draftFromInspection, rectificationRound, tellCreditOfRectification } from './rectification.events';
import { RectificationOpening } from './steps/opening.service';

const BY = systemActor('rectification');

/** From what a rectification follows, and what follows from it. Each may be told again. */
@Injectable()
export class RectificationJobs {
  constructor(
    private readonly opening: RectificationOpening,
    private readonly following: RectificationFollowing,
  ) {}

  @Handles(draftFromInspection)
  async inspection(told: { inspectionId: string; enterpriseId: string; regionCode: string; result: 'clear' | 'violations' }, delivery: Delivery): Promise<void> {
    await delivery.complete(async () => {
      if (told.result === 'violations') await this.opening.fromInspection(BY, told);
    });
  }

  @Handles(draftFromComplaint)
  async complaint(told: { complaintId: string; enterpriseId: string | null; outcome: string; regionCode: string }, delivery: Delivery): Promise<void> {
    await delivery.complete(() => this.opening.fromComplaint(BY, told));
  }

  @Handles(draftFromDuty)
  async duty(told: { obligationId: string; enterpriseId: string; regionCode: string; title: string; legalBasis: string; verified: boolean; dueOn: string; place: string; orderedBy: string }, delivery: Delivery): Promise<void> {
    await delivery.complete(() => this.opening.fromDuty(BY, told));
  }

  @Handles(tellCreditOfRectification)
  async credit({ rectificationId }: { rectificationId: string }, delivery: Delivery): Promise<void> {
    await delivery.complete(() => this.following.tellCredit(rectificationId));
  }

  @Handles(rectificationRound)
  async daily(_: Record<string, never>, delivery: Delivery): Promise<void> {
    for (let more = true; more; ) more = await this.following.round();
    await delivery.complete(() => Promise.resolve());
  }
}
