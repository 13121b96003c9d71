import { Injectable, OnModuleInit } from '@nestjs/common';
import { ReferenceBook, type ReferenceRow } from '@huanbao/reference';

const SAMPLE_KIND = 'monitoring-samples';
const A_DAY = 'by-hand.continuous';

/** The plan may name 连续 or 每小时 for what is measured by hand: no law says how many samples a day that is, so a row does. */
export const SAMPLE_DEMANDS: readonly ReferenceRow[] = [{
  key: A_DAY, title: '方案写“连续”或“每小时”的手工监测，每天至少几次', value: '4', unit: '次/日', effectiveFrom: '2017-06-01', effectiveTo: null,
  legalBasis: '参照自动监测故障期间手工监测：每天不少于 4 次，间隔不超过 6 小时（HJ 819-2017 及行业自行监测技术指南，待核）', verified: false, origin: '知：凭经验录入，未见原文', note: null,
}];

/** How many samples a day stand for a frequency that is more than daily, by dated reference data. */
@Injectable()
export class SampleDemands implements OnModuleInit {
  constructor(private readonly book: ReferenceBook) {}

  onModuleInit(): void {
    this.book.keep(SAMPLE_KIND, { zh: '手工监测的采样次数', en: 'Samples by hand' }, SAMPLE_DEMANDS);
  }

  /** Samples of a civil day, by day. */
  async aDay(): Promise<(day: string) => number> {
    const rows = (await this.book.rows(SAMPLE_KIND)).filter(row => row.key === A_DAY);
    return day => Number((rows.find(one => one.effectiveFrom <= day && (one.effectiveTo === null || day <= one.effectiveTo)) ?? rows[0])?.value ?? 1);
  }
}
