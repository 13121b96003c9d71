import { Injectable, OnModuleInit } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { Clock } from '@huanbao/platform';
import { ReferenceBook, type ReferenceRow } from '@huanbao/reference';

const KIND = 'permit-registration';
const WINDOW = 'renewal-window-days';
const REMINDERS = 'reminder-days';

/** What ships: the law says for how long a registration holds, not from which day on it may be prolonged. */
const ROWS: readonly ReferenceRow[] = [{
  key: REMINDERS, title: '排污登记到期提醒：届满前多少日', value: '180,90,60,30', unit: '日', effectiveFrom: '2021-03-01', effectiveTo: null, legalBasis: '平台约定', verified: false,
  origin: '平台设定，法律未作规定', note: '届满前的自然日，用半角逗号分开；每个日数提醒一次',
}, {
  key: WINDOW, title: '排污登记延续：届满前多少日起可以办理', value: '90', unit: '日', effectiveFrom: '2021-03-01', effectiveTo: null, legalBasis: '排污许可管理条例 第二十四条', verified: false,
  origin: '平台设定，条例未作规定', note: '登记的有效期五年；何时可以延续没有规定，待核。自届满之日向前计算的自然日',
}];

/** When a registration may be prolonged: a dated row of the reference data. */
@Injectable()
export class RegistrationTerms implements OnModuleInit {
  constructor(
    private readonly book: ReferenceBook,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.book.keep(KIND, { zh: '排污登记的期限', en: 'Periods of registrations' }, ROWS);
  }

  /** The first day on which one that ends on this day may be prolonged. */
  async renewableFrom(validTo: string): Promise<string> {
    return addDays(validTo, -Number(await this.value(WINDOW)));
  }

  /** Days before the end on which the holder is reminded. */
  async reminderDays(): Promise<readonly number[]> {
    return (await this.value(REMINDERS)).split(/[,，、]/).map(Number).filter(days => Number.isInteger(days) && days >= 0);
  }

  private async value(key: string): Promise<string> {
    const today = this.clock.today();
    const holding = (await this.book.rows(KIND)).filter(row => row.key === key && row.effectiveFrom <= today && (row.effectiveTo === null || row.effectiveTo >= today));
    return holding.at(-1)?.value ?? ROWS.find(one => one.key === key)?.value ?? '';
  }
}
