import { Injectable, OnModuleInit } from '@nestjs/common';
import { CalendarService } from '@huanbao/casework';
import { Clock, invalidFields } from '@huanbao/platform';
import { ReferenceBook } from '@huanbao/reference';
import { type Facts, regimeOf } from './admission';
import { lawOn, PROCUREMENT_KIND, PROCUREMENT_VALUES } from './law';
import type { Regime } from './methods';
import type { Almanac } from './periods';
import { type Classed, type PriceMoment, priceProblem } from './price-class';

/** The values of the law on procurement and the working days, as they hold today. */
@Injectable()
export class ProcurementLaw implements OnModuleInit {
  constructor(
    private readonly book: ReferenceBook,
    private readonly calendars: CalendarService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.book.keep(PROCUREMENT_KIND, { zh: '采购方式的限额与期限', en: 'Limits and periods of procurement' }, PROCUREMENT_VALUES);
  }

  /** Which law binds by the values of today; null while public money is spent without a budget. */
  async regimeOf(facts: Facts): Promise<Regime | null> {
    return regimeOf(facts, (await this.almanac()).law);
  }

  /** A price that was not announced, against the limits of today. @throws 400 with the way out */
  async assertPrice(task: Classed, priceYuan: string, at: { moment: PriceMoment; pointer: string }): Promise<void> {
    if (task.funds === 'private') return;
    const found = priceProblem(task, priceYuan, { ...at, law: (await this.almanac()).law });
    if (found) throw invalidFields([found]);
  }

  async almanac(): Promise<Almanac> {
    return { law: lawOn(await this.book.rows(PROCUREMENT_KIND), this.clock.today()), calendar: await this.calendars.calendar() };
  }
}
