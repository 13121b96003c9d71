import { Injectable } from '@nestjs/common';
import { Clock, Db } from '@huanbao/platform';
import { AwardPrice, PriceBand } from '../catalogue/catalogue.entity';
import { bandOf } from './band';

/** Older awards say little about today's price. */
const MOST = 500;

/** Prices learned from awards. The market tells each award; bands move in whole batches. */
@Injectable()
export class Prices {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** The award was cancelled: its price was not agreed on. The band moves with the next award. */
  async forget(taskId: string): Promise<void> {
    await this.db.repo(AwardPrice).delete({ taskId });
  }

  /** An award of a catalogue service. Told twice, it counts once. */
  learn(award: { readonly taskId: string; readonly serviceCode: string; readonly priceYuan: string; readonly at: Date }): Promise<void> {
    return this.db.transaction(async () => {
      await this.db.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 11))', [award.serviceCode]);
      await this.db.repo(AwardPrice).createQueryBuilder().insert().values({ taskId: award.taskId, serviceCode: award.serviceCode, priceYuan: award.priceYuan, awardedAt: award.at }).orIgnore().execute();
      const rows = await this.db.query<{ price: string }>(
        `SELECT price_yuan::text AS price FROM (SELECT price_yuan, awarded_at, task_id FROM award_price WHERE service_code = $1 ORDER BY awarded_at DESC, task_id DESC LIMIT $2) newest ORDER BY awarded_at, task_id`,
        [award.serviceCode, MOST],
      );
      const band = bandOf(rows.map(row => row.price));
      if (!band) return;
      const known = await this.db.repo(PriceBand).findOneBy({ serviceCode: award.serviceCode });
      if (known?.n === band.n && rows.length < MOST) return;
      await this.db.repo(PriceBand).upsert({ serviceCode: award.serviceCode, n: band.n, lowYuan: band.low, medianYuan: band.median, highYuan: band.high, asOf: this.clock.today() }, ['serviceCode']);
    });
  }
}
