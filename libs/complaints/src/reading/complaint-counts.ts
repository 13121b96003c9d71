import { Injectable } from '@nestjs/common';
import { Db, shanghaiInstant } from '@huanbao/platform';
import { addDays } from '@huanbao/calendar';

/** How many complaints an enterprise had, and how many were found justified, wholly or in part. */
export interface ComplaintCount {
  readonly received: number;
  readonly confirmed: number;
}

/** Complaints as numbers, for rooms above: nothing of what was said, nor by whom. */
@Injectable()
export class ComplaintCounts {
  constructor(private readonly db: Db) {}

  /** Received within the span of days, both included. One that was merged into another is not counted twice. */
  async of(enterpriseId: string, { from, to }: { readonly from: string; readonly to: string }): Promise<ComplaintCount> {
    const [row] = await this.db.query<ComplaintCount & object>(
      `SELECT count(*)::int AS received, count(*) FILTER (WHERE outcome IN ('confirmed', 'partly'))::int AS confirmed
         FROM complaint WHERE enterprise_id = $1 AND parent_id IS NULL AND received_at >= $2 AND received_at < $3`,
      [enterpriseId, shanghaiInstant(from), shanghaiInstant(addDays(to, 1))],
    );
    return row ?? { received: 0, confirmed: 0 };
  }
}
