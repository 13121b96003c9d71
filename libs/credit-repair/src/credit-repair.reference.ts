import { Injectable, OnModuleInit } from '@nestjs/common';
import type { PeriodLength } from '@huanbao/casework';
import type { Severity } from '@huanbao/credit';
import { Clock } from '@huanbao/platform';
import { ReferenceBook, type ReferenceRow } from '@huanbao/reference';
import type { FreezeRules } from './rules/freeze';
import type { RepairRules } from './rules/repairable';

export const RULE_KIND = 'credit-repair';
export const PROOF_KIND = 'credit-repair-proof';

const LAW = '信用修复管理办法（2026年4月1日施行）';
const TRIAL = '失信行为纠正后的信用信息修复管理办法（试行）（2023年5月1日施行）';
const TOLD = '二手资料转述，待核原文';
const OWN = '平台设定，未查到规定';

interface Words {
  readonly basis?: string;
  readonly origin?: string;
  readonly from?: string;
  readonly to?: string | null;
  readonly note?: string;
}

const row = (key: string, title: string, [value, unit]: readonly [string, string], { basis = LAW, origin = TOLD, from = '2026-04-01', to = null, note }: Words = {}): ReferenceRow => ({
  key, title, value, unit, effectiveFrom: from, effectiveTo: to, legalBasis: basis, verified: false, origin, note: note ?? null,
});
const trial: Words = { basis: TRIAL, from: '2023-05-01', to: '2026-03-31' };
const own: Words = { basis: OWN, origin: OWN, from: '2023-05-01' };

/** What ships; nobody has compared it with the promulgated text. */
export const RULE_ROWS: readonly ReferenceRow[] = [
  row('publicity:minor', '轻微失信：最短公示期', ['0', '个月'], { note: '原则上不公示，义务履行完毕即可修复' }),
  row('publicity:general', '一般失信：最短公示期', ['3', '个月']),
  row('publicity:serious', '严重失信：最短公示期', ['12', '个月']),
  row('publicity:minor', '轻微失信：最短公示期', ['0', '个月'], trial),
  row('publicity:general', '一般失信：最短公示期', ['3', '个月'], trial),
  row('publicity:serious', '严重失信：最短公示期', ['12', '个月'], trial),
  row('never:repair.false', '虚假申请信用修复：公示期内不予修复', ['never', ''], { basis: TRIAL, from: '2023-05-01', note: '公示期不得提前结束的口径来自试行办法，新办法是否沿用待核' }),
  row('false-bar', '虚假申请后不受理新的修复申请', ['36', '个月'], { basis: TRIAL, from: '2023-05-01', note: '试行办法为三年内不得适用信用承诺方式修复；平台按不受理处理，待核' }),
  row('acceptance', '修复申请的受理', ['3', '个工作日'], { note: '待核' }),
  row('correction', '补正期限', ['10', '个工作日'], own),
  row('correction-rounds', '补正次数', ['1', '次'], own),
  row('verification', '受理后核实并作出决定', ['10', '个工作日'], { note: '可延长的情形待核；现场核查、监测、鉴定时间不计' }),
  row('withdrawal-statement', '拟撤销信用修复：陈述和申辩', ['5', '个工作日'], own),
  row('withdrawal-basis', '撤销以虚假材料取得的信用修复：依据', ['信用修复管理办法（2026年4月1日施行）', ''], { note: '条文号待核' }),
  row('appeal-acceptance', '异议的受理', ['3', '个工作日'], own),
  row('appeal-handling', '异议的核实和答复', ['15', '个工作日'], own),
  row('freeze-days', '异议受理后暂停公示的最长时间', ['15', '个工作日'], own),
  row('freeze-grade', '暂停公示期间是否同时不公示等级', ['yes', ''], own),
  row('freeze-once', '同一信息是否只暂停公示一次', ['yes', ''], own),
];

const proof = (key: string, title: string, value: 'required' | 'optional', note?: string): ReferenceRow => row(key, title, [value, ''], { note });

/** By class and paper: what an application needs. */
export const PROOF_ROWS: readonly ReferenceRow[] = [
  proof('minor:performance', '义务履行证明（缴款票据、整改完成证明等）', 'required'),
  proof('minor:other', '其他材料', 'optional'),
  proof('general:performance', '处罚决定履行证明（缴款票据、结案证明等）', 'required'),
  proof('general:mending', '整改完成证明（整改前后照片、监测报告等）', 'required'),
  proof('general:other', '其他材料', 'optional'),
  proof('serious:performance', '处罚决定履行证明（缴款票据、结案证明等）', 'required'),
  proof('serious:mending', '整改报告（含整改前后照片和监测报告）', 'required'),
  proof('serious:training', '信用修复培训或守法承诺材料', 'required', '培训和信用报告要求的范围待核'),
  proof('serious:other', '其他材料', 'optional'),
];

export interface Proof {
  readonly key: string;
  readonly title: string;
  readonly required: boolean;
  readonly legalBasis: string;
  readonly verified: boolean;
}

/** The dated rows of repair and appeal, as they hold today. */
@Injectable()
export class RepairBook implements OnModuleInit {
  constructor(
    private readonly book: ReferenceBook,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.book.keep(RULE_KIND, { zh: '信用修复和异议的规则', en: 'Rules of credit repair and appeal' }, RULE_ROWS);
    this.book.keep(PROOF_KIND, { zh: '信用修复需要的证明', en: 'Proofs for credit repair' }, PROOF_ROWS);
  }

  async rules(): Promise<RepairRules> {
    const rows = await this.holding(RULE_KIND);
    const months = (severity: Severity): number => Number(rows.find(one => one.key === `publicity:${severity}`)?.value ?? '0');
    return { months: { minor: months('minor'), general: months('general'), serious: months('serious') }, never: new Set(rows.filter(one => one.key.startsWith('never:') && one.value === 'never').map(one => one.key.slice(6))) };
  }

  /** The rows themselves, for a page that shows on what its days rest. */
  async basisOf(severity: Severity): Promise<ReferenceRow | null> {
    return (await this.holding(RULE_KIND)).find(one => one.key === `publicity:${severity}`) ?? null;
  }

  async proofs(severity: Severity): Promise<Proof[]> {
    const rows = (await this.holding(PROOF_KIND)).filter(one => one.key.startsWith(`${severity}:`));
    return rows.map(({ key, title, value, legalBasis, verified }) => ({ key: key.slice(severity.length + 1), title, required: value === 'required', legalBasis, verified })).sort((a, b) => Number(b.required) - Number(a.required) || (a.key < b.key ? -1 : 1));
  }

  async freeze(): Promise<FreezeRules> {
    const rows = await this.holding(RULE_KIND);
    const value = (key: string): string => rows.find(one => one.key === key)?.value ?? '';
    return { workdays: Number(value('freeze-days') || '0'), once: value('freeze-once') === 'yes', hidesGrade: value('freeze-grade') === 'yes' };
  }

  async period(key: 'withdrawal-statement' | 'acceptance' | 'verification' | 'correction' | 'appeal-acceptance' | 'appeal-handling'): Promise<PeriodLength> {
    const found = await this.row(key);
    return { days: Number(found.value), dayType: found.unit.includes('工作日') ? 'workday' : 'calendar', article: found.legalBasis };
  }

  /** On what a withdrawal rests, as its paper says it. */
  async withdrawalBasis(): Promise<string> {
    const { value, verified } = await this.row('withdrawal-basis');
    return `${value}${verified ? '' : '（条文待核）'}`;
  }

  async number(key: 'false-bar' | 'correction-rounds'): Promise<number> {
    return Number((await this.row(key)).value);
  }

  private async row(key: string): Promise<ReferenceRow> {
    const found = (await this.holding(RULE_KIND)).find(one => one.key === key) ?? RULE_ROWS.find(one => one.key === key);
    if (!found) throw new Error(`no rule ${key}`);
    return found;
  }

  private async holding(kind: string): Promise<ReferenceRow[]> {
    const today = this.clock.today();
    return (await this.book.rows(kind)).filter(one => (one.effectiveFrom ?? '') <= today && (one.effectiveTo === null || today <= one.effectiveTo));
  }
}
