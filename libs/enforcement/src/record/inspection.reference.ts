import { Injectable, OnModuleInit } from '@nestjs/common';
import { addWorkingDays } from '@huanbao/calendar';
import { CalendarService } from '@huanbao/casework';
import { ReferenceBook, type ReferenceRow } from '@huanbao/reference';
import type { InspectionKind } from '../enforcement.entity';
import { Library, violationsOf } from './law';

const OWN = '本平台约定，法律未作规定';
const STRICT = '国务院办公厅关于严格规范涉企行政检查的意见（国办发〔2024〕54号）';
const CODE_FROM = '2026-08-15';
const BEFORE_CODE = '2026-08-14';

interface Told {
  readonly basis: string;
  readonly from?: string;
  readonly to?: string | null;
  readonly unit?: string;
  readonly note?: string;
}

const row = (key: string, title: string, value: string, { basis, from = '2021-07-15', to = null, unit = '', note }: Told): ReferenceRow => ({
  key, title, value, unit, effectiveFrom: from, effectiveTo: to, legalBasis: basis, verified: false, origin: basis === OWN ? '平台约定，待主管部门核定' : '二手资料转述，待核原文', note: note ?? null,
});

/** One violation under the laws before the Code and under the Code (2026-08-15). */
const violation = (key: string, title: string, [old, from]: readonly [string, string], code: string): ReferenceRow[] => [
  row(key, title, '违法行为', { basis: old, from, to: BEFORE_CODE }),
  row(key, title, '违法行为', { basis: `生态环境法典 ${code || '（条文待核）'}`, from: CODE_FROM, ...(code ? {} : { note: '法典对应条文未查到，使用前核对原文' }) }),
];

const AIR = '2018-10-26', WATER = '2018-01-01', WASTE = '2020-09-01', PERMIT = '2021-03-01', BASIC = '2015-01-01', EIA = '2018-12-29';

const LAWS: readonly ReferenceRow[] = [
  ...violation('no-permit', '未取得排污许可证排放污染物', ['排污许可管理条例 第二条、第三十三条', PERMIT], '第一千一百零二条'),
  ...violation('over-permit-air', '超过许可或标准排放大气污染物', ['大气污染防治法 第十八条、第九十九条', AIR], '第一千一百零三条'),
  ...violation('over-permit-water', '超过许可或标准排放水污染物', ['水污染防治法 第十条、第八十三条', WATER], '第一千一百零三条'),
  ...violation('hidden-discharge', '以暗管、渗井等逃避监管的方式排放', ['环境保护法 第四十二条、第六十三条', BASIC], ''),
  ...violation('facility-idle', '不正常运行污染防治设施', ['大气污染防治法 第二十条、第九十九条', AIR], ''),
  ...violation('dust', '未采取有效措施控制扬尘或无组织排放', ['大气污染防治法 第七十二条、第一百一十七条', AIR], ''),
  ...violation('online-fault', '未保证自动监测设备正常运行', ['大气污染防治法 第二十四条、第一百条', AIR], ''),
  ...violation('monitoring-none', '未按规定开展自行监测', ['排污许可管理条例 第十九条、第三十六条', PERMIT], ''),
  ...violation('false-data', '篡改、伪造监测数据', ['环境保护法 第四十二条、第六十三条', BASIC], ''),
  ...violation('ledger', '未建立或未如实记录环境管理台账', ['排污许可管理条例 第二十一条、第三十七条', PERMIT], ''),
  ...violation('waste-store', '危险废物贮存不符合要求', ['固体废物污染环境防治法 第七十九条、第一百一十二条', WASTE], '第一千一百七十五条'),
  ...violation('waste-over-year', '危险废物贮存超过一年', ['固体废物污染环境防治法 第八十一条、第一百一十二条', WASTE], '第五百三十五条'),
  ...violation('waste-ledger', '危险废物管理计划或台账不符合要求', ['固体废物污染环境防治法 第七十八条、第一百一十二条', WASTE], '第五百三十二条'),
  ...violation('no-eia', '建设项目未批先建或未经验收投产', ['环境影响评价法 第二十五条、第三十一条', EIA], ''),
  ...violation('emergency-order', '拒不执行重污染天气停产限产措施', ['大气污染防治法 第九十六条、第一百二十一条', AIR], '第一千一百三十四条'),
  ...violation('refusal', '拒绝、阻挠检查或者弄虚作假', ['大气污染防治法 第二十九条、第九十八条', AIR], ''),
];

const WEIGHING = '行政处罚法 第五条、第三十三条';
const cell = (harm: string, fault: string, value: string, words: string): ReferenceRow => row(`${harm}:${fault}`, words, value, { basis: WEIGHING, note: '按危害和情节的建议为平台约定，裁量以本省基准为准' });

const MATRIX: readonly ReferenceRow[] = [
  cell('slight', 'first', 'order', '危害轻微、初次：责令改正'), cell('slight', 'repeated', 'rectify', '危害轻微、再次：限期整改'), cell('slight', 'wilful', 'penalty-clue', '危害轻微、故意：移送立案审查'),
  cell('medium', 'first', 'rectify', '危害一般、初次：限期整改'), cell('medium', 'repeated', 'penalty-clue', '危害一般、再次：移送立案审查'), cell('medium', 'wilful', 'penalty-clue', '危害一般、故意：移送立案审查'),
  cell('serious', 'first', 'penalty-clue', '危害严重、初次：移送立案审查'), cell('serious', 'repeated', 'penalty-clue', '危害严重、再次：移送立案审查'), cell('serious', 'wilful', 'penalty-clue', '危害严重、故意：移送立案审查'),
];

const RULES: readonly ReferenceRow[] = [
  row('counts:random', '双随机检查计入年度频次', 'true', { basis: STRICT, from: '2025-01-01' }),
  row('counts:special', '专项检查计入年度频次', 'true', { basis: STRICT, from: '2025-01-01' }),
  row('counts:complaint', '投诉举报检查计入年度频次', 'false', { basis: STRICT, from: '2025-01-01', note: '投诉、转办不占频次' }),
  row('counts:follow-up', '复查计入年度频次', 'false', { basis: OWN, from: '2025-01-01', note: '复查是否计入未查到规定' }),
  row('counts:offsite', '非现场检查计入年度频次', 'false', { basis: STRICT, from: '2025-01-01' }),
  row('record:days', '检查后多少日内记录应当到达平台（断网补传），超过的写明原因', '3', { unit: '日', basis: OWN }),
  row('statement:workdays', '企业对检查记录提出意见的期限', '5', { unit: '工作日', basis: OWN }),
  row('seized:days', '先行登记保存证据的处理期限', '7', { unit: '工作日', basis: '行政处罚法 第五十六条', note: '处罚法中七日以内的期限指工作日' }),
];

const FEW_DAYS = 5;
const [LAW_KIND, MATRIX_KIND, RULE_KIND] = ['inspection-law', 'inspection-severity', 'inspection-rule'];

/** Laws, weights and periods of a visit, as dated rows. */
@Injectable()
export class InspectionReference implements OnModuleInit {
  constructor(
    private readonly book: ReferenceBook,
    private readonly calendar: CalendarService,
  ) {}

  onModuleInit(): void {
    this.book.keep(LAW_KIND, { zh: '检查用违法行为与法律依据', en: 'Inspections: violations and their law' }, LAWS);
    this.book.keep(MATRIX_KIND, { zh: '违法问题处理建议（危害×情节）', en: 'Inspections: what follows from harm and fault' }, MATRIX);
    this.book.keep(RULE_KIND, { zh: '检查的频次与期限', en: 'Inspections: caps and periods' }, RULES);
  }

  /** With every row of every day: the day of conduct decides later. */
  async library(): Promise<Library> {
    const laws = await this.book.rows(LAW_KIND);
    return { laws, matrix: await this.book.rows(MATRIX_KIND), violations: violationsOf(laws) };
  }

  async countsToCap(kind: InspectionKind, today: string): Promise<boolean> {
    return (await this.rule(`counts:${kind}`, today)) === 'true';
  }

  /** The last day of a period of working days that begins after `day`. */
  async workdaysAfter(day: string, key: 'statement:workdays' | 'seized:days', today: string): Promise<string> {
    return addWorkingDays(day, Number((await this.rule(key, today)) ?? FEW_DAYS), await this.calendar.calendar()).date;
  }

  async number(key: 'record:days', today: string): Promise<number> {
    return Number((await this.rule(key, today)) ?? RULES.find(one => one.key === key)?.value);
  }

  private async rule(key: string, today: string): Promise<string | undefined> {
    return (await this.book.rows(RULE_KIND)).find(one => one.key === key && one.effectiveFrom <= today && (one.effectiveTo === null || today <= one.effectiveTo))?.value;
  }
}
