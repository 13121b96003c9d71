import { Injectable, OnModuleInit } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { Clock } from '@huanbao/platform';
import { ReferenceBook, type ReferenceRow } from '@huanbao/reference';

const KIND = 'permit-renewal';
const WINDOW = 'renewal-window-days';

/** What ships: the law names the last day for asking (sixty days before the end), and no first one. */
const ROWS: readonly ReferenceRow[] = [{
  key: WINDOW, title: '排污许可证延续：届满前多少日起可以申请', value: '180', unit: '日', effectiveFrom: '2021-03-01', effectiveTo: null, legalBasis: '排污许可管理条例 第十四条', verified: false,
  origin: '平台设定，条例只规定届满六十日前提出', note: '最早何时可以申请没有规定，待核；与第一次届满提醒同日。自届满之日向前计算的自然日，应当大于六十',
}];

/** When the renewal of a permit may be asked for: a dated row of the reference data. */
@Injectable()
export class RenewalTerms implements OnModuleInit {
  constructor(
    private readonly book: ReferenceBook,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.book.keep(KIND, { zh: '排污许可证延续的期限', en: 'Periods of renewals' }, ROWS);
  }

  /** The first day on which one that ends on this day may be renewed. */
  async renewableFrom(validTo: string): Promise<string> {
    const today = this.clock.today();
    const held = (await this.book.rows(KIND)).filter(row => row.key === WINDOW && row.effectiveFrom <= today && (row.effectiveTo === null || row.effectiveTo >= today)).at(-1);
    return addDays(validTo, -Number(held?.value ?? ROWS[0]?.value));
  }
}
