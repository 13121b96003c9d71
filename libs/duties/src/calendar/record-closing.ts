import { Injectable } from '@nestjs/common';
import { type Cover, RecordCovers } from '@huanbao/records';
import { Clock, Db, systemActor } from '@huanbao/platform';
import { frequenciesOf } from '../engine/standing-duties';
import { addDays } from '@huanbao/calendar';
import type { Span } from '../engine/periods';
import { DutiesService } from './duties.service';
import { type CoveredLine, Obligation } from './obligation.entity';

/** A week counts for the period it ends in: a day at its beginning may lie so many days before that period. */
const WEEK_BEFORE = 6;
/** What was closed longer ago is not looked at when only the permit or a stoppage changed. */
const LOOK_BACK_DAYS = 400;
const FELL_SHORT = '监测结果更正或撤回后，不再满足本周期的监测要求';

/** Duties of self-monitoring follow the results: covered ones are done, those whose results were taken back are open again. */
@Injectable()
export class RecordClosing {
  constructor(
    private readonly db: Db,
    private readonly covers: RecordCovers,
    private readonly duties: DutiesService,
    private readonly clock: Clock,
  ) {}

  /**
   * Compares the duties of a permit with what is there now; said twice, it changes nothing the second time. The rows are locked before the
   * results are read, so that of two entries side by side the later one sees both.
   * @param days only duties that results of these days can count for
   */
  settle(permitId: string, days?: Span): Promise<void> {
    return this.db.transaction(async () => {
      const rows = await this.rows(permitId, days);
      const covers = await this.covers.monitoring(permitId, rows.map(({ periodFrom, periodTo, rhythm }) => ({ from: periodFrom, to: periodTo, frequencies: frequenciesOf(rhythm) })));
      for (const [index, row] of rows.entries()) await this.apply(row, covers[index] as Cover);
    });
  }

  /** What a duty needs and has, for its page; null for a kind that no records cover. */
  async coverOf({ kind, permitId, periodFrom, periodTo, rhythm }: Obligation): Promise<Cover | null> {
    if (kind !== 'monitoring') return null;
    const [cover] = await this.covers.monitoring(permitId, [{ from: periodFrom, to: periodTo, frequencies: frequenciesOf(rhythm) }]);
    return cover ?? null;
  }

  private async apply(row: Obligation, cover: Cover): Promise<void> {
    const isCovered = cover.coveredAt !== null;
    if (row.status === 'done' && !isCovered) await this.duties.reopen(systemActor('duties'), row, { why: FELL_SHORT });
    if (row.status !== 'done' && isCovered) {
      const note = `监测结果已满足本周期要求：${cover.lines.length} 项应采 ${cover.needed} 次，已采 ${cover.done} 次`;
      await this.duties.finish(systemActor('duties'), row, { note, way: 'results', at: cover.coveredAt ?? this.clock.now(), facts: factsOf(cover) });
    }
  }

  private rows(permitId: string, days: Span | undefined): Promise<Obligation[]> {
    const query = this.db.repo(Obligation).createQueryBuilder('o').setLock('pessimistic_write')
      .where(`o.permitId = :permitId AND o.kind = 'monitoring'`, { permitId })
      .andWhere(`(o.status IN ('upcoming', 'due', 'overdue') OR (o.status = 'done' AND o.doneWay = 'results'))`)
      .orderBy('o.id');
    const today = this.clock.today();
    const span = days ? { from: days.from, to: addDays(days.to, WEEK_BEFORE) } : { from: addDays(today, -LOOK_BACK_DAYS), to: today };
    return query.andWhere('o.periodFrom <= :to AND o.periodTo >= :from', span).getMany();
  }
}

const factsOf = (cover: Cover): CoveredLine[] => cover.lines.map(({ title, needed, days }) => ({ title, needed, days }));
