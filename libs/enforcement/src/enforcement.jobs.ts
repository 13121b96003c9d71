import { Injectable } from '@nestjs/common';
import { Delivery, Handles, systemActor } from '@huanbao/platform';
import { enforcementRound, followCreditGrade } from './enforcement.jobs.definitions';
import { PositiveService } from './positive/positive.service';

const SYSTEM = systemActor('enforcement');

/** Enforcement follows grades and days. */
@Injectable()
export class EnforcementJobs {
  constructor(private readonly positive: PositiveService) {}

  @Handles(followCreditGrade)
  async grade({ subjectId }: { subjectId: string }, delivery: Delivery): Promise<void> {
    await delivery.complete(() => this.positive.followGrade(SYSTEM, subjectId));
  }

  @Handles(enforcementRound)
  async daily(_: Record<string, never>, delivery: Delivery): Promise<void> {
    await delivery.complete(() => this.positive.endUnreviewed(SYSTEM));
  }
}
