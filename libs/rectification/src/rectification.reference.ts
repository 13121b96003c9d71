import { Injectable, OnModuleInit } from '@nestjs/common';
import { addPeriod, type Calendar } from '@huanbao/calendar';
import { CalendarService, type PeriodLength } from '@huanbao/casework';
import { Clock } from '@huanbao/platform';
import { ReferenceBook, type ReferenceRow } from '@huanbao/reference';

const KIND = 'rectification-parameter';
const OWN = '本平台约定，待主管部门核定';
const ORDER = '行政处罚法 第二十八条';
const CREDIT = '企业环境信用评价方案';

const row = (key: string, title: string, [value, unit]: readonly [string, string], [legalBasis, note]: readonly [string, string?]): ReferenceRow => ({
  key, title, value, unit, legalBasis, effectiveFrom: '2021-07-15', effectiveTo: null, verified: false, origin: legalBasis === OWN ? OWN : '二手资料转述，待核原文', note: note ?? null,
});

/** Periods, limits and what follows in credit. Nobody has compared them. */
const PARAMETERS: readonly ReferenceRow[] = [
  row('period:unit', '整改期限按什么日计算（calendar 自然日，workday 工作日）', ['calendar', ''], [ORDER, '法律只说责令当事人改正或者限期改正，没有规定单位']),
  row('period:most', '一项整改的最长期限', ['180', '日'], [OWN]),
  row('period:plan', '提交整改方案的期限', ['5', '工作日'], [OWN]),
  row('period:verify', '提交整改结果后核查的期限', ['10', '工作日'], [OWN]),
  row('extension:times', '每件整改可以延期的次数', ['1', '次'], [OWN, '延期须审批；次数和长度没有查到规定']),
  row('extension:most', '一次延期的最长日数', ['30', '日'], [OWN, '延期须审批；次数和长度没有查到规定']),
  row('period:extension-decision', '决定延期申请的期限', ['10', '工作日'], [OWN, '期满没有决定的，申请失效，原期限照算；天数没有查到规定']),
  row('period:announcement', '公告送达的期间', ['30', '日'], [ORDER, '民事诉讼法关于公告送达的规定，待核']),
  row('period:default-statement', '认定督办逾期前陈述申辩的期限', ['5', '工作日'], [OWN, '认定为严重失信事项前先告知；天数没有查到规定']),
  row('supervision:most', '挂牌督办的最长期限', ['90', '日'], [OWN, '参照重大环境违法案件挂牌督办的做法，未核对']),
  row('supervision:public', '挂牌督办的整改是否公开', ['yes', ''], [OWN, '改为 no 后新挂牌的不公开']),
  row('credit:overdue', '整改逾期计入信用台账的事项', ['order-correct', ''], [CREDIT, '评价方案没有“整改逾期”的条目，暂按“责令改正”计入；改为 none 即不计入']),
  row('credit:timely', '按期完成整改计入信用台账的事项', ['none', ''], [CREDIT, '评价方案没有“按期整改”的条目']),
  row('credit:supervision', '挂牌督办逾期未完成计入信用台账的事项', ['supervision-overdue', ''], [CREDIT]),
];

export type Length = Pick<PeriodLength, 'days' | 'dayType'>;

/** Dated rows of rectification. */
@Injectable()
export class RectificationBook implements OnModuleInit {
  constructor(
    private readonly book: ReferenceBook,
    private readonly calendars: CalendarService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.book.keep(KIND, { zh: '整改的期限、延期和督办', en: 'Rectification: periods, extensions, supervision' }, PARAMETERS);
  }

  /** The value that held on a day; today unless said otherwise. */
  async text(key: string, day = this.clock.today()): Promise<string> {
    return (await this.row(key, day)).value;
  }

  async number(key: string): Promise<number> {
    return Number((await this.row(key)).value);
  }

  async dayType(): Promise<'workday' | 'calendar'> {
    return (await this.text('period:unit')) === 'workday' ? 'workday' : 'calendar';
  }

  /** A period of its own unit, for a clock of the case. */
  async period(name: 'plan' | 'verify' | 'announcement' | 'default-statement' | 'extension-decision'): Promise<PeriodLength> {
    const { value, unit, legalBasis } = await this.row(`period:${name}`);
    return { days: Number(value), dayType: unit.includes('工作日') ? 'workday' : 'calendar', article: legalBasis };
  }

  calendar(): Promise<Calendar> {
    return this.calendars.calendar();
  }

  /** The last day of a period that begins the day after `from`. */
  async end(from: string, length: Length): Promise<string> {
    return addPeriod(from, length, await this.calendar()).date;
  }

  private async row(key: string, day = this.clock.today()): Promise<ReferenceRow> {
    const found = (await this.book.rows(KIND)).find(one => one.key === key && one.effectiveFrom <= day && (one.effectiveTo === null || day <= one.effectiveTo)) ?? PARAMETERS.find(one => one.key === key);
    if (!found) throw new Error(`No parameter of rectification is called ${key}`);
    return found;
  }
}
