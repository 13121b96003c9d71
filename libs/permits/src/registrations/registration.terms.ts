import { Injectable, OnModuleInit } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { Clock } from '@huanbao/platform';
import { ReferenceBook, type ReferenceRow } from '@huanbao/reference';

const KIND = 'permit-registration';
const WINDOW = 'renewal-window-days';

/** What ships: the law says for how long a registration holds, not from which day on it may be prolonged. */
const ROWS: readonly ReferenceRow[] = [{
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
    const today = this.clock.today();
    const holding = (await this.book.rows(KIND)).filter(row => row.key === WINDOW && row.effectiveFrom <= today && (row.effectiveTo === null || row.effectiveTo >= today));
    const days = Number(holding.at(-1)?.value ?? ROWS[0]?.value);
    return addDays(validTo, -days);
  }
}
