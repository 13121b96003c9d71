import { Injectable, OnModuleInit } from '@nestjs/common';
import { Clock } from '@huanbao/platform';
import { ReferenceBook, type ReferenceRow } from '@huanbao/reference';

const OWN = '本平台约定，法律未作规定';
const RANDOM = '关于在污染源日常环境监管领域推广随机抽查制度的实施方案（环办〔2015〕88号）';
const STRICT = '国务院办公厅关于严格规范涉企行政检查的意见（国办发〔2024〕54号）';
const POSITIVE = '关于加强生态环境监督执法正面清单管理推动差异化执法监管的指导意见（环办执法〔2021〕10号）';

interface Told {
  readonly unit?: string;
  readonly basis: string;
  readonly from?: string;
  readonly note?: string;
}

const row = (key: string, title: string, value: string, { unit = '', basis, from = '2021-01-01', note }: Told): ReferenceRow => ({
  key, title, value, unit, effectiveFrom: from, effectiveTo: null, legalBasis: basis, verified: false, origin: basis === OWN ? '平台约定，待主管部门核定' : '二手资料转述，待核原文', note: note ?? null,
});

/** Numbers of draws. */
const PARAMETERS: readonly ReferenceRow[] = [
  row('cap:key', '重点单位每年现场检查次数上限', '4', { unit: '次', basis: STRICT, from: '2025-01-01', note: '上限由省级公布，山西数值未查到，先按每季一次' }),
  row('cap:general', '一般单位每年现场检查次数上限', '2', { unit: '次', basis: STRICT, from: '2025-01-01', note: '上限由省级公布，山西数值未查到' }),
  row('cap:special', '特殊监管对象每年现场检查次数上限', '6', { unit: '次', basis: STRICT, from: '2025-01-01', note: '上限由省级公布，山西数值未查到' }),
  row('share:key', '县级每季抽查重点单位的比例', '25', { unit: '%', basis: RANDOM }),
  row('share:general', '县级每名在岗执法人员每年抽查一般单位数', '10', { unit: '家', basis: RANDOM }),
  row('publish:workdays', '抽查结果公开期限', '20', { unit: '工作日', basis: RANDOM }),
  row('fact:exceedance', '近期有超标记录', '2', { unit: '倍', basis: OWN }),
  row('fact:complaint', '近期有群众投诉', '1.5', { unit: '倍', basis: OWN }),
  row('fact:online-fault', '自动监测异常', '1.5', { unit: '倍', basis: OWN }),
  row('fact:risk', '环境风险等级较高', '1.5', { unit: '倍', basis: OWN }),
  row('late:days', '检查逾期后提醒检查人员和督办的天数', '1,7,15', { unit: '日', basis: OWN }),
  row('positive:months', '正面清单复核周期', '12', { unit: '个月', basis: POSITIVE }),
  row('positive:renew-days', '正面清单到期前可以提出续期的天数', '90', { unit: '日', basis: OWN }),
  row('positive:remind-days', '正面清单到期前提醒的天数', '60,30,7', { unit: '日', basis: OWN }),
  row('positive:exit-findings', '检查发现哪些处理意见即移出正面清单', 'order,rectify,penalty-clue', { basis: POSITIVE, note: '发现违法即移出；不予处理的不移出' }),
  row('positive:exit-colours', '移出正面清单的信用等级颜色', 'yellow,red,black', { basis: POSITIVE, note: '发现违法即移出；按信用等级颜色自动移出为平台约定' }),
];

/** What an enterprise must be to enter the positive list, and as what. */
const LIST: readonly ReferenceRow[] = [
  row('category:livelihood', '民生保障类', '类别', { basis: POSITIVE }),
  row('category:small-employer', '污染小、吸纳就业能力强', '类别', { basis: POSITIVE }),
  row('category:major-project', '重大工程项目', '类别', { basis: POSITIVE }),
  row('category:key-field', '重点领域企业', '类别', { basis: POSITIVE }),
  row('category:well-run', '治理水平高、管理规范', '类别', { basis: POSITIVE }),
  row('condition:no-incident', '近两年没有发生突发环境事件', '条件', { basis: POSITIVE, note: '某市规则转述' }),
  row('condition:no-crime', '近三年没有环境犯罪', '条件', { basis: POSITIVE, note: '某市规则转述' }),
  row('condition:not-excluded', '不属于垃圾焚烧、危险废物集中处置、集中污水处理等不得列入的单位', '条件', { basis: POSITIVE, note: '某市规则转述' }),
  row('condition:permit', '排污许可手续齐全并按证排污', '条件', { basis: POSITIVE }),
  row('condition:watched', '可以用在线、视频、用电等非现场方式监管', '条件', { basis: POSITIVE }),
];

const PARAMETER_KIND = 'enforcement-parameter';
const LIST_KIND = 'positive-list';

/** Dated values the room is run by. */
@Injectable()
export class EnforcementReference implements OnModuleInit {
  constructor(
    private readonly book: ReferenceBook,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.book.keep(PARAMETER_KIND, { zh: '双随机抽查与正面清单参数', en: 'Draws of inspections: numbers' }, PARAMETERS);
    this.book.keep(LIST_KIND, { zh: '正面清单的类别和条件', en: 'Positive list: categories and conditions' }, LIST);
  }

  /** Numbers that hold today, by key. */
  async parameters(): Promise<ReadonlyMap<string, ReferenceRow>> {
    return new Map((await this.holding(PARAMETER_KIND)).map(one => [one.key, one]));
  }

  /** Days that a row names, in its order; none of it is 0. */
  async days(key: string): Promise<number[]> {
    const found = ((await this.parameters()).get(key)?.value ?? '0').split(',').map(Number).filter(one => Number.isInteger(one) && one >= 0);
    return found.length > 0 ? found : [0];
  }

  /** Categories or conditions of the positive list that hold today. */
  async positive(which: 'category' | 'condition'): Promise<readonly ReferenceRow[]> {
    return (await this.holding(LIST_KIND)).filter(one => one.key.startsWith(`${which}:`));
  }

  private async holding(kind: string): Promise<ReferenceRow[]> {
    const today = this.clock.today();
    return (await this.book.rows(kind)).filter(one => one.effectiveFrom <= today && (one.effectiveTo === null || today <= one.effectiveTo));
  }
}

/** What follows the colon of a key: `fact:exceedance` → `exceedance`. */
export const tailOf = ({ key }: ReferenceRow): string => key.slice(key.indexOf(':') + 1);
