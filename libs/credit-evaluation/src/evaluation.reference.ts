import { Injectable, OnModuleInit } from '@nestjs/common';
import type { PeriodLength } from '@huanbao/casework';
import { Clock } from '@huanbao/platform';
import { ReferenceBook, type ReferenceRow } from '@huanbao/reference';
import { LAW } from './evaluation.machine';
import type { Level } from './rules/answers';
import { LISTING_RULES, LISTING_WORDS, type ListingBook, type ListingRule } from './rules/listing';
import { type Thresholds, thresholdsOf } from './rules/reminders';
import type { PlanRows } from './rules/plan';

export const RULE_KIND = 'credit-evaluation';
export const LISTING_KIND = 'credit-evaluation-listing';

const TOLD = '二手资料转述，待核原文';
const OWN = '平台设定，办法未作规定';

interface Words {
  readonly origin?: string;
  readonly note?: string;
}

const row = (key: string, title: string, [value, unit]: readonly [string, string], { origin = TOLD, note }: Words = {}): ReferenceRow => ({
  key, title, value, unit, effectiveFrom: '2014-03-01', effectiveTo: null, legalBasis: LAW, verified: false, origin, note: note ?? null,
});
const own = { origin: OWN };

/** What ships; nobody has compared it with the promulgated text. */
export const RULE_ROWS: readonly ReferenceRow[] = [
  row('report-until', '企业自查自报的截止日（次年）', ['02-15', '月-日'], own),
  row('check-until', '县级初核的截止日（次年）', ['03-05', '月-日'], own),
  row('review-until', '市级复核的截止日（次年）', ['03-20', '月-日'], own),
  row('publish-by', '评价结果公布的截止日（次年）', ['04-30', '月-日'], { note: '每年四月底前公布' }),
  row('publicity-days', '初评结果公示', ['15', '日'], { note: '自公示次日起算' }),
  row('changed-publicity-days', '异议复核后结果更正的，再次公示', ['15', '日'], { ...own, note: '更正后是否再公示、公示几日，待核；按初次公示的天数，填 0 为不再公示。自更正次日起算' }),
  row('moved-worse-days', '公示期内信用记录变化、等级降低的，重新公示', ['15', '日'], { ...own, note: '办法未作规定；按初次公示的天数，自重新计算次日起算，期内可以提出异议，待核' }),
  row('moved-better-days', '公示期内信用记录变化、等级不降低的，重新公示', ['0', '日'], { ...own, note: '填 0 为不重新公示，原公示期照算，待核' }),
  row('late-facts-years', '结果公布后才得知的该年度事件，引起更正的年数', ['3', '年'], { ...own, note: '自首次公布起算，与结果公开的年数一致；超过的只影响当前等级。填 0 为一律不引起更正，待核' }),
  row('correct-within', '公布结果的更正', ['10', '个工作日'], { ...own, note: '自发现所依据的信用记录有变化或者得知该年度的新事件起算，逾期督办，待核' }),
  row('corrected-worse-days', '公布结果更正后等级降低的，公示', ['15', '日'], { ...own, note: '办法未规定公布后的更正；按初次公示的天数，期内可以提出异议，待核' }),
  row('corrected-better-days', '公布结果更正后等级不降低的，公示', ['0', '日'], { ...own, note: '填 0 为同意更正后立即公布，待核' }),
  row('approve-instead', '督办人员都参与过的，由谁审定', ['bureau.admin', '岗位'], { ...own, note: '可填 bureau.admin、bureau.approver，用逗号分开；仍须没有参与过初核、复核和更正' }),
  row('publish-workdays', '审定后公布', ['5', '个工作日']),
  row('recheck', '异议的复核和答复', ['10', '个工作日'], own),
  row('least-report', '自查自报最短时间', ['15', '日'], own),
  row('least-check', '县级初核最短时间', ['10', '日'], own),
  row('least-review', '市级复核最短时间', ['7', '日'], own),
  row('level:1', '第一档分值', ['80-100', '分']),
  row('level:2', '第二档分值', ['50-79', '分']),
  row('level:3', '第三档分值', ['0-49', '分']),
  row('not-reported', '未自查自报：平台没有数据的指标按此计分', ['0', '分'], { ...own, note: '由初核人员按掌握的信息评定，可逐项改正并写明理由' }),
  row('returns', '初核退回企业补充的次数', ['1', '次'], own),
  row('remind-days', '各阶段截止前、逾期后提醒的天数', ['7,3,1,-1,-7,-15', '日'], { ...own, note: '正数为截止前，负数为逾期后' }),
  row('public-years', '评价结果向社会公开的年数', ['3', '年'], own),
  row('result-months', '年度指标取值的有效期', ['24', '个月'], { ...own, note: '下一年度结果公布后以新的为准' }),
];

const industry = (name: string, codes: string): ReferenceRow => row(`industry:${name}`, `重污染行业：${name}`, [codes, 'GB/T 4754 代码'], { note: '对应代码为平台整理，待核' });

/** Which rules make up the list. `on` switches a rule on; thresholds are numbers. */
export const LISTING_ROWS: readonly ReferenceRow[] = [
  row('rule:permit-key', LISTING_WORDS['permit-key'].zh, ['on', '']),
  row('rule:permit-simplified', LISTING_WORDS['permit-simplified'].zh, ['on', ''], { note: '办法所称重点监控企业如何对应排污许可管理类别，待核' }),
  row('rule:industry', LISTING_WORDS.industry.zh, ['on', '']),
  row('rule:fined', LISTING_WORDS.fined.zh, ['50000', '元']),
  ...(['measure', 'over-limit', 'incident', 'supervised', 'hand', 'voluntary'] as const).map(rule => row(`rule:${rule}`, LISTING_WORDS[rule].zh, ['on', ''])),
  ...([['火电', '4411,4412'], ['钢铁', '31'], ['水泥', '3011,3021'], ['电解铝', '3216'], ['煤炭', '06'], ['冶金', '32'], ['化工', '26'], ['石化和焦化', '25'], ['建材', '30'], ['造纸', '22'], ['酿造', '151'], ['制药', '27'], ['发酵', '1461,1462'], ['纺织', '17'], ['制革', '191,193'], ['采矿', '08,09,10']] as const).map(([name, codes]) => industry(name, codes)),
];

/** Periods, classes and rules of the list: dated rows of the reference data. */
@Injectable()
export class EvaluationBook implements OnModuleInit {
  constructor(
    private readonly book: ReferenceBook,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.book.keep(RULE_KIND, { zh: '年度信用评价的期限和分档', en: 'Periods and classes of the annual evaluation' }, RULE_ROWS);
    this.book.keep(LISTING_KIND, { zh: '年度信用评价的参评范围', en: 'Who takes part in the annual evaluation' }, LISTING_ROWS);
  }

  async plan(): Promise<PlanRows> {
    const rows = await this.holding(RULE_KIND);
    const text = (key: string): string => valueOf(rows, key);
    const days = (key: string): number => Number(text(key));
    return {
      reportUntil: text('report-until'), checkUntil: text('check-until'), reviewUntil: text('review-until'), publishBy: text('publish-by'),
      publicityDays: days('publicity-days'), publishWorkdays: days('publish-workdays'), leastReport: days('least-report'), leastCheck: days('least-check'), leastReview: days('least-review'),
    };
  }

  /** Rows on which the dates of a plan rest, for the page that shows them. */
  async planRows(): Promise<ReferenceRow[]> {
    return (await this.holding(RULE_KIND)).filter(one => /until|publish|publicity|least/.test(one.key));
  }

  async levels(): Promise<Level[]> {
    const rows = await this.holding(RULE_KIND);
    return [1, 2, 3].map(level => {
      const [low = 0, high = 100] = valueOf(rows, `level:${level}`).split('-').map(Number);
      return { level, low, high };
    });
  }

  async number(key: 'changed-publicity-days' | 'corrected-worse-days' | 'corrected-better-days' | 'moved-worse-days' | 'moved-better-days' | 'late-facts-years' | 'not-reported' | 'returns' | 'public-years' | 'result-months'): Promise<number> {
    return Number(valueOf(await this.holding(RULE_KIND), key));
  }

  /** Posts that approve where every supervisor had a hand in the result. */
  async insteadOfSupervisors(): Promise<string[]> {
    return valueOf(await this.holding(RULE_KIND), 'approve-instead').split(/[,，、\s]+/).filter(Boolean);
  }

  /** At how many days before and after its last day a stage is reminded of. */
  async reminders(): Promise<Thresholds> {
    return thresholdsOf(valueOf(await this.holding(RULE_KIND), 'remind-days'));
  }

  /** The consequence of not reporting, as it is shown. */
  async silence(): Promise<ReferenceRow> {
    const found = (await this.holding(RULE_KIND)).find(one => one.key === 'not-reported') ?? RULE_ROWS.find(one => one.key === 'not-reported');
    return found as ReferenceRow;
  }

  /** Length of a clock of the case, by its row. */
  async period(key: 'recheck' | 'correct-within'): Promise<PeriodLength> {
    const found = (await this.holding(RULE_KIND)).find(one => one.key === key) ?? (RULE_ROWS.find(one => one.key === key) as ReferenceRow);
    return { days: Number(found.value), dayType: found.unit.includes('工作日') ? 'workday' : 'calendar', article: found.legalBasis };
  }

  async listing(): Promise<ListingBook> {
    const rows = await this.holding(LISTING_KIND);
    return {
      on: new Set(LISTING_RULES.filter((rule: ListingRule) => !['', 'off'].includes(rows.find(one => one.key === `rule:${rule}`)?.value ?? ''))),
      finedYuan: Number(rows.find(one => one.key === 'rule:fined')?.value ?? '50000'),
      industries: rows.filter(one => one.key.startsWith('industry:') && one.value !== 'off').map(one => ({ name: one.key.slice('industry:'.length), codes: one.value.split(/[,，、\s]+/).filter(Boolean) })),
    };
  }

  private async holding(kind: string): Promise<ReferenceRow[]> {
    const today = this.clock.today();
    return (await this.book.rows(kind)).filter(one => (one.effectiveFrom ?? '') <= today && (one.effectiveTo === null || today <= one.effectiveTo));
  }
}

function valueOf(rows: readonly ReferenceRow[], key: string): string {
  const found = rows.find(one => one.key === key) ?? RULE_ROWS.find(one => one.key === key);
  if (!found) throw new Error(`no rule ${key}`);
  return found.value;
}
