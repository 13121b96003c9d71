import { Injectable } from '@nestjs/common';
import { Delivery, Handles } from '@huanbao/platform';
import { CertificatePapers } from './certificates/certificate-papers';
import { drawCreditCertificate, followCreditChange, repairDailyRound } from './credit-repair.events';
import { Following } from './following.service';

/** Subjects a batch of the nightly round: each commits by itself. */
const BATCH = 200;

/** Work of repair in the background. Each piece may be told again. */
@Injectable()
export class CreditRepairJobs {
  constructor(
    private readonly following: Following,
    private readonly papers: CertificatePapers,
  ) {}

  @Handles(followCreditChange)
  async follow(change: { subjectId: string; snapshotId: string }, delivery: Delivery): Promise<void> {
    await delivery.complete(() => this.following.follow(change));
  }

  @Handles(drawCreditCertificate)
  draw({ certificateId }: { certificateId: string }, delivery: Delivery): Promise<void> {
    return this.papers.draw(certificateId, delivery);
  }

  /** After the round of credit at 00:30: what ended by time alone. */
  @Handles(repairDailyRound)
  async daily(_: Record<string, never>, delivery: Delivery): Promise<void> {
    for (let after: string | null = await this.following.settleBatch(null, BATCH); after !== null; ) after = await this.following.settleBatch(after, BATCH);
    await delivery.complete(() => Promise.resolve());
  }
}
