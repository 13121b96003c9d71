import { Injectable, OnModuleInit } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { Clock } from '@huanbao/platform';
import { ReferenceBook, type ReferenceRow } from '@huanbao/reference';
import { renewalLastDay } from './beginning';

const KIND = 'permit-renewal';
const WINDOW = 'renewal-window-days';
const BEFORE = 'renewal-days-before';

/** What ships: the law names the last day for asking (sixty days before the end), and no first one. */
const ROWS: readonly ReferenceRow[] = [
  {
    key: WINDOW, title: '排污许可证延续：届满前多少日起可以申请', value: '180', unit: '日', effectiveFrom: '2021-03-01', effectiveTo: null, legalBasis: '排污许可管理条例 第十四条', verified: false,
    origin: '平台设定，条例只规定届满六十日前提出', note: '最早何时可以申请没有规定，待核；与第一次届满提醒同日。自届满之日向前计算的自然日，应当大于最迟提出的日数',
  },
  {
    key: BEFORE, title: '排污许可证延续：届满前多少日以前提出', value: '60', unit: '日', effectiveFrom: '2021-03-01', effectiveTo: null, legalBasis: '排污许可管理条例 第十四条', verified: true,
    origin: '条文原文', note: '约束申请人，按自然日自届满之日向前计算；以届满之日有效的一行为准',
  },
];

/** Until when a renewal is to be asked for, with its row. */
export interface RenewBy {
  readonly day: string;
  readonly legalBasis: string;
  readonly verified: boolean;
}

/** When the renewal of a permit may and has to be asked for: dated rows of the reference data. */
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
    return addDays(validTo, -Number((await this.row(WINDOW, this.clock.today())).value));
  }

  /** The last day on which it is asked for in time, by the row that holds on the day it ends: a permit has one such day as long as it runs. */
  async renewBy(validTo: string): Promise<RenewBy> {
    const { value, legalBasis, verified } = await this.row(BEFORE, validTo);
    return { day: renewalLastDay(validTo, Number(value)), legalBasis: legalBasis ?? '', verified };
  }

  async lastDay(validTo: string): Promise<string> {
    return (await this.renewBy(validTo)).day;
  }

  private async row(key: string, day: string): Promise<ReferenceRow> {
    const held = (await this.book.rows(KIND)).filter(row => row.key === key && row.effectiveFrom <= day && (row.effectiveTo === null || row.effectiveTo >= day)).at(-1);
    const row = held ?? ROWS.find(one => one.key === key);
    if (!row) throw new Error(`No term of renewals is called ${key}`);
    return row;
  }
}
