import { Injectable, OnModuleInit } from '@nestjs/common';
import { addPeriod } from '@huanbao/calendar';
import { CalendarService, type PeriodLength } from '@huanbao/casework';
import { Clock } from '@huanbao/platform';
import { ReferenceBook, type ReferenceRow } from '@huanbao/reference';
import { TRIGGER_KIND, TRIGGER_ROWS, WATCH_ROWS } from './reference.rows';
import type { Terms } from './rules/term';
import { type TriggerTable, triggersOf } from './rules/triggers';

const KIND = 'watch-list';

/** Name, periods, terms and triggers of the list: dated rows of the reference data. */
@Injectable()
export class WatchReference implements OnModuleInit {
  constructor(
    private readonly book: ReferenceBook,
    private readonly clock: Clock,
    private readonly calendars: CalendarService,
  ) {}

  onModuleInit(): void {
    this.book.keep(KIND, { zh: '失信名单的名称、期限', en: 'Supervision list: name and periods' }, WATCH_ROWS);
    this.book.keep(TRIGGER_KIND, { zh: '失信名单的线索来源', en: 'Supervision list: triggers' }, TRIGGER_ROWS);
  }

  /** What the list is called today, and on what that rests. */
  name(): Promise<ReferenceRow> {
    return this.row('name');
  }

  async says(key: 'discussion' | 'contest-pauses'): Promise<boolean> {
    return (await this.row(key)).value === 'yes';
  }

  /** Length and article of a period, for a clock of the case. */
  async period(name: string): Promise<PeriodLength> {
    const { value, unit, legalBasis } = await this.row(`period:${name}`);
    return { days: Number(value), dayType: unit.includes('工作日') ? 'workday' : 'calendar', article: legalBasis };
  }

  /** Last day of a period that begins the day after `from`. */
  async end(name: string, from: string): Promise<string> {
    const { days, dayType } = await this.period(name);
    return addPeriod(from, { days, dayType }, await this.calendars.calendar()).date;
  }

  async terms(): Promise<Terms> {
    const months = async (key: string): Promise<number> => Number((await this.row(`term:${key}`)).value);
    return { least: await months('least'), most: await months('most'), removal: await months('removal') };
  }

  /** Rows that nobody has compared, among those the pages show. */
  async isVerified(): Promise<boolean> {
    return (await this.name()).verified && (await this.row('term:least')).verified && (await this.row('term:most')).verified;
  }

  async triggers(day = this.clock.today()): Promise<TriggerTable> {
    return triggersOf(await this.book.rows(TRIGGER_KIND), day);
  }

  private async row(key: string): Promise<ReferenceRow> {
    const today = this.clock.today();
    const held = (await this.book.rows(KIND)).find(one => one.key === key && one.effectiveFrom <= today && (one.effectiveTo === null || today <= one.effectiveTo));
    const found = held ?? WATCH_ROWS.find(one => one.key === key);
    if (!found) throw new Error(`No row of the supervision list is called ${key}`);
    return found;
  }
}
