import { Injectable, OnModuleInit } from '@nestjs/common';
import type { PeriodLength } from '@huanbao/casework';
import { Clock } from '@huanbao/platform';
import { ReferenceBook, ReferenceRow } from '@huanbao/reference';
import type { Channel } from './rules';

export const PERIOD_KIND = 'complaint-period';

type Key = 'acceptance' | 'acceptance-phone' | 'handling' | 'extension' | 'rating' | 'alike-days' | 'alike-metres';

const row = (key: Key, words: readonly [title: string, note: string], size: readonly [value: string, unit: string], basis: readonly [legalBasis: string, origin: string]): ReferenceRow => ({
  key, title: words[0], note: words[1], value: size[0], unit: size[1], legalBasis: basis[0], origin: basis[1], effectiveFrom: '2022-05-01', effectiveTo: null, verified: false,
});
const OWN = '平台设定，未见法规规定';

/** What ships; nobody has compared it. */
export const PERIODS: readonly ReferenceRow[] = [
  row('acceptance', ['网上、导入举报的受理告知', 'Acceptance told, web and import'], ['2', '个工作日'], ['12369 环保微信举报办理要求', '微信举报 2 个工作日内决定是否受理的通行口径，未与原文核对']),
  row('acceptance-phone', ['电话、来访举报的受理告知', 'Acceptance told, phone and walk-in'], ['3', '个工作日'], ['环保举报热线工作管理办法', '电话当场或 3 个工作日内告知的通行口径，未与原文核对']),
  row('handling', ['办理期限', 'Handling'], ['60', '日'], ['信访工作条例 第三十四条', '自受理之日起 60 日；有的地方规定 30 日办结，按本地规定改']),
  row('extension', ['经批准最多延长', 'Extension, at most'], ['30', '日'], ['信访工作条例 第三十四条', '不超过 30 日并告知延期理由；未与原文核对']),
  row('rating', ['答复后可评价的天数', 'Days to rate an answer'], ['60', '日'], [OWN, OWN]),
  row('alike-days', ['相似举报：时间范围', 'Alike: days'], ['30', '日'], [OWN, OWN]),
  row('alike-metres', ['相似举报：距离', 'Alike: distance'], ['1000', '米'], [OWN, OWN]),
];

/** Periods of complaints: dated rows of the reference data. */
@Injectable()
export class ComplaintPeriods implements OnModuleInit {
  constructor(
    private readonly book: ReferenceBook,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.book.keep(PERIOD_KIND, { zh: '投诉举报期限', en: 'Periods of complaints' }, PERIODS);
  }

  async acceptance(channel: Channel): Promise<PeriodLength> {
    return lengthOf(await this.row(channel === 'phone' || channel === 'walk-in' ? 'acceptance-phone' : 'acceptance'));
  }

  async handling(): Promise<PeriodLength> {
    return lengthOf(await this.row('handling'));
  }

  async number(key: 'extension' | 'rating' | 'alike-days' | 'alike-metres'): Promise<number> {
    return Number((await this.row(key)).value);
  }

  /** The row in force today. */
  private async row(key: Key): Promise<ReferenceRow> {
    const today = this.clock.today();
    const found = (await this.book.rows(PERIOD_KIND)).find(one => one.key === key && (one.effectiveFrom ?? '') <= today && (one.effectiveTo === null || today <= one.effectiveTo));
    return found ?? (PERIODS.find(one => one.key === key) as ReferenceRow);
  }
}

const lengthOf = ({ value, unit, legalBasis }: ReferenceRow): PeriodLength => ({ days: Number(value), dayType: unit.includes('工作日') ? 'workday' : 'calendar', article: legalBasis });
