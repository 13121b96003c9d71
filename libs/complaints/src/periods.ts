import { Injectable, OnModuleInit } from '@nestjs/common';
import type { PeriodLength } from '@huanbao/casework';
import { Clock } from '@huanbao/platform';
import { ReferenceBook, ReferenceRow } from '@huanbao/reference';
import type { DisputeDays } from './disputes/dispute-rules';
import { AppliedPeriod, ClockPeriod, PeriodAsked, periodFor } from './period-rules';
import { PERIODS } from './periods.rows';

export const PERIOD_KIND = 'complaint-period';

export type DayCount = 'extension' | 'rating' | 'dispute' | 'reopening' | 'review-request' | 'recheck' | 'alike-days' | 'alike-metres';

/** A period with the row it rests on. */
export interface RuledPeriod {
  readonly length: PeriodLength;
  readonly applied: AppliedPeriod;
}

const GENERAL: PeriodAsked = { subject: '', channel: '' };

/** Periods of complaints: dated rows of the reference data, by subject and way in where those are ruled. */
@Injectable()
export class ComplaintPeriods implements OnModuleInit {
  constructor(
    private readonly book: ReferenceBook,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.book.keep(PERIOD_KIND, { zh: '投诉举报期限', en: 'Periods of complaints' }, PERIODS);
  }

  /** The period of a clock for a complaint, and the row that says so. */
  async of(name: ClockPeriod, asked: PeriodAsked): Promise<RuledPeriod> {
    const row = await this.row(name, asked);
    const { key, title, value, unit, legalBasis, verified, effectiveFrom } = row;
    return { length: lengthOf(row), applied: { key, title, value, unit, legalBasis, verified, effectiveFrom } };
  }

  /** A number of days or metres; `extension` may be ruled by subject as well. */
  async number(name: DayCount, asked: PeriodAsked = GENERAL): Promise<number> {
    return Number((await this.row(name, asked)).value);
  }

  /** Posts, in their order, that judge or review where everybody who would had a hand in it. */
  async standIns(): Promise<string[]> {
    const today = this.clock.today();
    const rows = (await this.book.rows(PERIOD_KIND)).filter(one => one.key === 'stand-in' && (one.effectiveFrom ?? '') <= today && (one.effectiveTo === null || today <= one.effectiveTo));
    return (rows.at(-1) ?? (PERIODS.find(one => one.key === 'stand-in') as ReferenceRow)).value.split(/[,，、\s]+/).filter(Boolean);
  }

  async disputeDays(asked: PeriodAsked): Promise<DisputeDays> {
    return { first: await this.number('dispute', asked), closed: await this.number('reopening', asked), review: await this.number('review-request', asked), recheck: await this.number('recheck', asked) };
  }

  /** The most specific row in force today; what ships where the table has none. */
  private async row(name: string, asked: PeriodAsked): Promise<ReferenceRow> {
    const today = this.clock.today();
    return periodFor(await this.book.rows(PERIOD_KIND), name, asked, today) ?? (PERIODS.find(one => one.key === name) as ReferenceRow);
  }
}

const lengthOf = ({ value, unit, legalBasis }: ReferenceRow): PeriodLength => ({ days: Number(value), dayType: unit.includes('工作日') ? 'workday' : 'calendar', article: legalBasis });
