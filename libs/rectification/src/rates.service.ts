import { Injectable } from '@nestjs/common';
import { Clock, Db } from '@huanbao/platform';
import { Rectification } from './entities';
import { rateFrom, rateOf, type RectificationRate, yearBefore } from './rules/rate';

/** 整改按期率 over twelve months: of an enterprise, and of the regions of a bureau. */
@Injectable()
export class RectificationRates {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  async of(enterpriseId: string, day = this.clock.today()): Promise<RectificationRate> {
    const rows = await this.db.repo(Rectification).createQueryBuilder('r').select(['r.id', 'r.dueOn', 'r.overdueOn', 'r.closedOn']).where('r.enterpriseId = :enterpriseId AND r.withdrawnAt IS NULL AND r.servedOn IS NOT NULL', { enterpriseId }).getMany();
    return rateOf(rows, { from: yearBefore(day), to: day });
  }

  async ofRegions(regions: readonly string[], day = this.clock.today()): Promise<RectificationRate> {
    const [row] = await this.db.query<{ late: number; in_time: number }>(
      `SELECT (count(*) FILTER (WHERE overdue_on BETWEEN $2 AND $3))::int AS late, (count(*) FILTER (WHERE overdue_on IS NULL AND closed_on BETWEEN $2 AND $3))::int AS in_time
       FROM rectification WHERE region_code LIKE ANY ($1) AND withdrawn_at IS NULL AND served_on IS NOT NULL`, [regions, yearBefore(day), day]);
    return rateFrom(row?.in_time ?? 0, row?.late ?? 0);
  }
}
