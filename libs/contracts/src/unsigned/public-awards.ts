import { Injectable } from '@nestjs/common';
import { Db } from '@huanbao/platform';
import { AwardAnnulment, AwardCancellation } from './cancellation.entity';
import { groundRow } from './grounds';
import { IsNull, Not } from 'typeorm';

/** An award that was cancelled, for the room that publishes it. */
export interface CancelledAward {
  readonly id: string;
  readonly bidId: string | null;
  readonly firmId: string;
  readonly firmName: string;
  readonly priceYuan: string;
  readonly durationDays: number;
  readonly awardedAt: Date;
  readonly cancelledAt: Date;
  readonly groundZh: string;
  /** Null while it stands cancelled. */
  readonly restoredAt: Date | null;
}

/** Cancelled and voided awards of a task, in the order in which they were cancelled. */
@Injectable()
export class CancelledAwards {
  constructor(private readonly db: Db) {}

  async ofTask(taskId: string): Promise<CancelledAward[]> {
    const rows = await this.db.repo(AwardCancellation).find({ where: { taskId, cancelledAt: Not(IsNull()) }, order: { cancelledAt: 'ASC', id: 'ASC' } });
    const annulled = await this.db.repo(AwardAnnulment).findBy({ taskId });
    const cancelled = rows.map(({ id, bidId, firmId, firmName, priceYuan, durationDays, awardedAt, cancelledAt, ground, state, ruledAt }) => ({
      id, bidId, firmId, firmName, priceYuan, durationDays, awardedAt, cancelledAt: cancelledAt as Date, groundZh: groundRow(ground).zh, restoredAt: state === 'revoked' ? ruledAt : null,
    }));
    const voided = annulled.map(({ id, bidId, firmId, firmName, priceYuan, durationDays, awardedAt, annulledAt, reason }) => ({ id, bidId, firmId, firmName, priceYuan, durationDays, awardedAt, cancelledAt: annulledAt, groundZh: reason, restoredAt: null }));
    return [...cancelled, ...voided].sort((one, other) => one.cancelledAt.getTime() - other.cancelledAt.getTime());
  }
}
