import { Injectable, OnModuleInit } from '@nestjs/common';
import { ReferenceBook, type ReferenceRow } from '@huanbao/reference';

const SAMPLE_KIND = 'monitoring-samples';
const A_DAY = 'by-hand.continuous';
const GAP = 'outage.gap-hours';
const REPORT = 'outage.report-hours';
const REPAIR = 'outage.repair-workdays';
const UNSEEN = '知：凭经验录入，未见原文';
const OPERATING = '《污染源自动监控设施运行管理办法》（环发〔2008〕6号，待核）';

type Given = Pick<ReferenceRow, 'key' | 'title' | 'value' | 'unit' | 'effectiveFrom' | 'legalBasis'>;
const row = (given: Given): ReferenceRow => ({ ...given, effectiveTo: null, verified: false, origin: UNSEEN, note: null });

/** The plan may name 连续 or 每小时 for what is measured by hand: no law says how many samples a day that is, so a row does; the others are about failures of automatic monitoring. */
export const SAMPLE_DEMANDS: readonly ReferenceRow[] = [
  row({ key: A_DAY, title: '方案写“连续”或“每小时”的手工监测，每天至少几次', value: '4', unit: '次/日', effectiveFrom: '2017-06-01', legalBasis: '参照自动监测故障期间手工监测：每天不少于 4 次，间隔不超过 6 小时（HJ 819-2017 及行业自行监测技术指南，待核）' }),
  row({ key: GAP, title: '自动监测故障期间，两次手工监测最多相隔几小时', value: '6', unit: '小时', effectiveFrom: '2017-06-01', legalBasis: '每天不少于 4 次，间隔不超过 6 小时（HJ 819-2017 及行业自行监测技术指南，待核）' }),
  row({ key: REPORT, title: '自动监测故障后，最迟几小时内报告', value: '12', unit: '小时', effectiveFrom: '2008-05-01', legalBasis: OPERATING }),
  row({ key: REPAIR, title: '自动监测故障，最多几个工作日内恢复', value: '5', unit: '个工作日', effectiveFrom: '2008-05-01', legalBasis: OPERATING }),
];

/** What the rows of a day say of failures of automatic monitoring; null where no row holds. */
export interface OutageTerms {
  readonly gapHours: number;
  readonly reportHours: number | null;
  readonly repairWorkdays: number | null;
  readonly verified: boolean;
  readonly basis: string;
}

const USUAL_GAP_HOURS = 6;

/** How many samples a day stand for a frequency that is more than daily, and what holds while a device fails: dated reference data. */
@Injectable()
export class SampleDemands implements OnModuleInit {
  constructor(private readonly book: ReferenceBook) {}

  onModuleInit(): void {
    this.book.keep(SAMPLE_KIND, { zh: '手工监测的采样次数', en: 'Samples by hand' }, SAMPLE_DEMANDS);
  }

  /** Samples of a civil day, by day. */
  async aDay(): Promise<(day: string) => number> {
    const rows = (await this.book.rows(SAMPLE_KIND)).filter(one => one.key === A_DAY);
    return day => Number((holding(rows, day) ?? rows[0])?.value ?? 1);
  }

  /** What holds for failures, by day. */
  async outages(): Promise<(day: string) => OutageTerms> {
    const rows = await this.book.rows(SAMPLE_KIND);
    const of = (key: string, day: string): ReferenceRow | undefined => holding(rows.filter(one => one.key === key), day);
    return day => {
      const [gap, report, repair] = [of(GAP, day), of(REPORT, day), of(REPAIR, day)];
      return { gapHours: amount(gap) ?? USUAL_GAP_HOURS, reportHours: amount(report), repairWorkdays: amount(repair), verified: gap?.verified ?? false, basis: gap?.legalBasis ?? '' };
    };
  }
}

const holding = (rows: readonly ReferenceRow[], day: string): ReferenceRow | undefined => rows.find(one => one.effectiveFrom <= day && (one.effectiveTo === null || day <= one.effectiveTo));

/** What is no positive number is no length. */
const amount = (found: ReferenceRow | undefined): number | null => (found && Number(found.value) > 0 ? Number(found.value) : null);
