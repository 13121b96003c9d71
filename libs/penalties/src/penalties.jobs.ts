import { Injectable } from '@nestjs/common';
import { Clock, Db, Delivery, Handles, systemActor } from '@huanbao/platform';
import { penaltyDailyRound, takeComplaintClue, tellCreditOfPenalty } from './penalties.events';
import { Opening } from './steps/opening.service';
import { Publishing } from './steps/publishing.service';

const BY = systemActor('penalties');

/** What follows from a penalty, and from what a penalty follows. Each may be told again. */
@Injectable()
export class PenaltiesJobs {
  constructor(
    private readonly db: Db,
    private readonly publishing: Publishing,
    private readonly opening: Opening,
    private readonly clock: Clock,
  ) {}

  @Handles(tellCreditOfPenalty)
  async credit({ penaltyId }: { penaltyId: string }, delivery: Delivery): Promise<void> {
    await delivery.complete(() => this.publishing.tellCredit(penaltyId));
  }

  /** A complaint that was found justified against an enterprise is a clue; a complaint is one once. */
  @Handles(takeComplaintClue)
  async complaint({ complaintId, enterpriseId, outcome, regionCode }: { complaintId: string; enterpriseId: string | null; outcome: string; regionCode: string }, delivery: Delivery): Promise<void> {
    await delivery.complete(async () => {
      const party = enterpriseId === null || outcome !== 'confirmed' ? null : await this.opening.platformParty(enterpriseId);
      if (!party || (await this.isKnown(complaintId))) return;
      await this.opening.register(BY, { kind: 'complaint', text: '投诉举报经查属实，自动转为线索，请核查是否需要立案。', discoveredOn: this.clock.today(), party, regionCode, sourceType: 'complaint', sourceId: complaintId });
    });
  }

  @Handles(penaltyDailyRound)
  async daily(_: Record<string, never>, delivery: Delivery): Promise<void> {
    await delivery.complete(() => this.publishing.round());
  }

  private async isKnown(sourceId: string): Promise<boolean> {
    const rows = await this.db.query(`SELECT 1 FROM penalty WHERE source_type = 'complaint' AND source_id = $1`, [sourceId]);
    return rows.length > 0;
  }
}

