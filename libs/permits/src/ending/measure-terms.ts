import { Injectable, OnModuleInit } from '@nestjs/common';
import type { ClockChoice } from '@huanbao/casework';
import { Clock } from '@huanbao/platform';
import { ReferenceBook, type ReferenceRow } from '@huanbao/reference';
import type { ProcedureClockView } from '../life/life.view';
import type { MeasureKind } from './ending.entity';

const KIND = 'permit-measure';
const WORKDAYS = '个工作日';
/** What is not a number of days is no length: the table of the procedure holds. */
const DAYS = /^[1-9]\d{0,2}$/;

const row = (key: MeasureKind, title: string, [value, unit]: readonly [string, string], given: Pick<ReferenceRow, 'legalBasis' | 'note'>): ReferenceRow => ({
  key, title: `${title}：作出决定的期限`, value, unit, effectiveFrom: '2021-07-15', effectiveTo: null, verified: false, origin: '按条文或平台设定录入，未与公布的文本核对', ...given,
});

const UNSAID = '行政许可法没有规定期限，比照行政处罚设定，待核';

/** What ships: 吊销 is a penalty and has the penalties' period; for the others the law names none. */
const ROWS: readonly ReferenceRow[] = [
  row('forfeit', '吊销排污许可证', ['90', '日'], { legalBasis: '行政处罚法 第六十条', note: '自立案之日起计算的自然日；延长须经批准' }),
  row('revoke', '撤销排污许可证', ['90', '日'], { legalBasis: '行政许可法 第六十九条', note: UNSAID }),
  row('withdraw', '撤回排污许可', ['90', '日'], { legalBasis: '行政许可法 第八条', note: UNSAID }),
  row('cancel-ex-officio', '依职权注销排污许可证', ['20', WORKDAYS], { legalBasis: '行政许可法 第七十条', note: '行政许可法没有规定期限，比照第四十二条设定，待核' }),
];

/** How long a measure may take, from the day it was proposed to the decision: dated rows of the reference data. */
@Injectable()
export class MeasureTerms implements OnModuleInit {
  constructor(
    private readonly book: ReferenceBook,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.book.keep(KIND, { zh: '许可证撤销、吊销、撤回、注销的期限', en: 'Periods of measures against permits' }, ROWS);
  }

  /** The length of today's row; one that nobody verified says so. */
  async lengthFor(kind: MeasureKind): Promise<ClockChoice> {
    const held = (await this.holding()).get(kind);
    if (!held) return {};
    const { days, dayType, article, verified } = held;
    return { clockPeriods: { handling: { days, dayType, article: verified ? article : `${article}（期限未核实）` } } };
  }

  /** Today's lengths by kind. */
  async holding(): Promise<ReadonlyMap<string, Omit<ProcedureClockView, 'label'>>> {
    const today = this.clock.today();
    const rows = (await this.book.rows(KIND)).filter(one => one.effectiveFrom <= today && (one.effectiveTo === null || one.effectiveTo >= today));
    return new Map(rows.filter(one => DAYS.test(one.value)).map(({ key, value, unit, legalBasis, verified }) => [key, { days: Number(value), dayType: unit === WORKDAYS ? 'workday' : 'calendar', article: legalBasis, verified }]));
  }
}
