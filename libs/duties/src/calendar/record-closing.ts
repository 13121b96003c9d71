import { Injectable } from '@nestjs/common';
import { type Cover, OutageCovers, RecordCovers } from '@huanbao/records';
import { Clock, Db, systemActor } from '@huanbao/platform';
import { ReferenceBook } from '@huanbao/reference';
import { followed } from '../engine/followed';
import { ledgerKindOf, ledgerRhythms } from '../engine/ledger-duties';
import { DUTY_KIND } from '../engine/reference';
import { isOutageDuty } from '../engine/outage-duties';
import { frequenciesOf } from '../engine/standing-duties';
import { addDays } from '@huanbao/calendar';
import type { Span } from '../engine/periods';
import { DutiesService } from './duties.service';
import { type CoveredLine, Obligation } from './obligation.entity';

/** A week counts for the period it ends in: a day at its beginning may lie so many days before that period. */
const WEEK_BEFORE = 6;
/** What was closed longer ago is not looked at when only the permit or a stoppage changed. */
const LOOK_BACK_DAYS = 100;
const YEARS_BACK_DAYS = 1100;

type CoveredKind = 'monitoring' | 'ledger';

/** What people read of each kind. */
const WORDS: Readonly<Record<CoveredKind, { readonly way: 'results' | 'ledger'; readonly done: (cover: Cover) => string; readonly short: string }>> = {
  monitoring: { way: 'results', done: ({ lines, needed, done }) => `监测结果已满足本周期要求：${lines.length} 项应采 ${needed} 次，已采 ${done} 次`, short: '监测结果更正或撤回后，不再满足本周期的监测要求' },
  ledger: { way: 'ledger', done: ({ lines, needed, done }) => `台账已满足本周期要求：${lines.length} 项应记 ${needed} 条，已记 ${done} 条`, short: '台账更正或撤回后，不再满足本周期的记录要求' },
};

/** Duties of self-monitoring and of ledgers follow the records: covered ones are done, those whose records were taken back are open again. */
@Injectable()
export class RecordClosing {
  constructor(
    private readonly db: Db,
    private readonly covers: RecordCovers,
    private readonly outages: OutageCovers,
    private readonly duties: DutiesService,
    private readonly book: ReferenceBook,
    private readonly clock: Clock,
  ) {}

  /**
   * Compares the duties of a permit with what is there now; said twice, it changes nothing the second time. The rows are locked before the
   * records are read, so that of two entries side by side the later one sees both.
   * @param days only duties that records of these days can count for; otherwise those of late
   */
  settle(permitId: string, kinds: readonly CoveredKind[], days?: Span): Promise<void> {
    return this.db.transaction(async () => {
      for (const kind of kinds) {
        const rows = await this.rows(permitId, kind, days);
        const covers = await this.coversOf(permitId, kind, rows);
        for (const [index, row] of rows.entries()) await this.apply(row, WORDS[kind], covers[index] as Cover);
      }
    });
  }

  /** Whatever is open of some years: when results begin to count for a permit that had duties before. */
  settleAll(permitId: string): Promise<void> {
    const today = this.clock.today();
    return this.settle(permitId, ['monitoring'], { from: addDays(today, -YEARS_BACK_DAYS), to: today });
  }

  /** What a duty needs and has, for its page; null for a kind that no records cover. */
  async coverOf(row: Obligation): Promise<Cover | null> {
    if (row.kind !== 'monitoring' && row.kind !== 'ledger') return null;
    const [cover] = await this.coversOf(row.permitId, row.kind, [row]);
    return cover ?? null;
  }

  private async coversOf(permitId: string, kind: CoveredKind, rows: readonly Obligation[]): Promise<Cover[]> {
    if (kind === 'monitoring') return this.monitoringCovers(permitId, rows);
    const values = await this.book.rows(DUTY_KIND);
    return this.covers.ledger(permitId, rows.map(({ key, periodFrom, periodTo, rhythm }) => ({ from: periodFrom, to: periodTo, kind: ledgerKindOf(key), rhythms: ledgerRhythms(rhythm, periodTo, values) })));
  }

  /** Those of the plan and those of failures, each by its own measure. */
  private async monitoringCovers(permitId: string, rows: readonly Obligation[]): Promise<Cover[]> {
    const [failing, planned] = [rows.filter(row => isOutageDuty(row.key)), rows.filter(row => !isOutageDuty(row.key))];
    const byRow = new Map<Obligation, Cover>();
    (await this.covers.monitoring(permitId, planned.map(({ periodFrom, periodTo, rhythm }) => ({ from: periodFrom, to: periodTo, frequencies: frequenciesOf(rhythm) })))).forEach((cover, at) => byRow.set(planned[at] as Obligation, cover));
    (await this.outages.covers(permitId, failing.map(({ periodFrom, periodTo }) => ({ from: periodFrom, to: periodTo })))).forEach((cover, at) => byRow.set(failing[at] as Obligation, cover));
    return rows.map(row => byRow.get(row) as Cover);
  }

  private async apply(row: Obligation, words: (typeof WORDS)[CoveredKind], cover: Cover): Promise<void> {
    const next = followed(row.status, cover);
    if (next === 'reopen') await this.duties.reopen(systemActor('duties'), row, { why: words.short });
    if (next === 'finish') await this.duties.finish(systemActor('duties'), row, { note: words.done(cover), way: words.way, at: cover.coveredAt ?? this.clock.now(), facts: factsOf(cover) });
  }

  private rows(permitId: string, kind: CoveredKind, days: Span | undefined): Promise<Obligation[]> {
    const today = this.clock.today();
    const span = days ? { from: days.from, to: addDays(days.to, WEEK_BEFORE) } : { from: addDays(today, -LOOK_BACK_DAYS), to: today };
    return this.db.repo(Obligation).createQueryBuilder('o').setLock('pessimistic_write')
      .where('o.permitId = :permitId AND o.kind = :kind', { permitId, kind })
      .andWhere(`(o.status IN ('upcoming', 'due', 'overdue') OR (o.status = 'done' AND o.doneWay = :way))`, { way: WORDS[kind].way })
      .andWhere('o.periodFrom <= :to AND o.periodTo >= :from', span)
      .orderBy('o.id').getMany();
  }
}

const factsOf = (cover: Cover): CoveredLine[] => cover.lines.map(({ title, needed, days }) => ({ title, needed, days }));
