import { Injectable, OnModuleInit } from '@nestjs/common';
import { Clock } from '@huanbao/platform';
import { ReferenceBook, ReferenceRow } from '@huanbao/reference';
import { PARTS, type FRules, type Part } from './score/f-score';

export const BANK_KIND = 'bank-parameter';
const OWN = '本平台约定，法律未作规定';
const DESIGN = '设计稿给出的公式和映射，未经银行和主管部门核定；利率和授信由银行决定';

const row = (key: string, title: string, [value, unit]: readonly [string, string], { origin = OWN, note = null }: { origin?: string; note?: string | null } = {}): ReferenceRow => ({
  key, title, value, unit, note, origin, legalBasis: OWN, effectiveFrom: '2026-01-01', effectiveTo: null, verified: false,
});
const design = (key: string, title: string, size: readonly [string, string], note?: string): ReferenceRow => row(key, title, size, { origin: DESIGN, note: note ?? null });

/** What ships; nobody has compared it. */
export const BANK_PARAMETERS: readonly ReferenceRow[] = [
  row('authorization:most-days', '授权最长期限', ['365', '日']),
  row('request:answer-days', '银行申请的答复期限', ['30', '日']),
  row('batch:keep-days', '批量查询结果保存', ['30', '日']),
  design('f:weight:credit', 'F 分项权重：环境信用分', ['0.45', '']),
  design('f:weight:online', 'F 分项权重：在线达标率', ['0.15', '']),
  design('f:weight:performance', 'F 分项权重：绩效分', ['0.15', '']),
  design('f:weight:rectify', 'F 分项权重：整改按期率', ['0.10', '']),
  design('f:weight:carbon', 'F 分项权重：碳强度行业百分位', ['0.10', '']),
  design('f:weight:insurance', 'F 分项权重：环责险、清洁生产', ['0.05', '']),
  design('f:performance:A', '绩效 A 级折算分', ['100', '分']),
  design('f:performance:B', '绩效 B 级折算分', ['80', '分']),
  design('f:performance:C', '绩效 C 级折算分', ['60', '分']),
  design('f:performance:D', '绩效 D 级折算分', ['30', '分']),
  row('online:least-months', '近 12 个自然月中至少有几个月的在线小时数才给数', ['12', '月'], { note: '每个月的超标小时数和运行小时数都登记了才算' }),
  row('online:late-days', '上个月的在线小时数最晚几天内登记，期间按再往前 12 个月计', ['31', '日'], { note: '过了这些天仍没有登记的，按缺月处理' }),
  row('carbon:least-peers', '同行业至少知道几家的碳排放强度才比较', ['5', '家'], { note: '包括企业自己；少于此数会让人猜出别家的数' }),
  row('carbon:industry-digits', '同行业按国民经济行业代码前几位', ['4', '位'], { note: '4 为小类，3 为中类，2 为大类' }),
  row('f:missing', '分项缺失时的处理', ['reweight', ''], { note: 'reweight：按已知分项的权重折算；refuse：缺一项就不评分' }),
  row('f:least-weight', '已知分项的权重合计少于此数就不评分', ['0.40', '']),
  design('f:yellow-cap', '黄牌等级的 F 上限', ['70', '分'], '并要求抵押'),
  design('f:band:85', 'F 85 分及以上', ['利率下浮 20 个基点（建议）', '']),
  design('f:band:70', 'F 70 分及以上', ['基准利率（建议）', '']),
  design('f:band:60', 'F 60 分及以上', ['上浮 30 个基点并限额（建议）', '']),
  design('f:band:0', 'F 60 分以下', ['人工审查（建议）', '']),
];

/** Terms and rules of the bank's side: dated rows of the reference data. */
@Injectable()
export class BankParameters implements OnModuleInit {
  constructor(
    private readonly book: ReferenceBook,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.book.keep(BANK_KIND, { zh: '环保金融参数', en: 'Parameters of green finance' }, BANK_PARAMETERS);
  }

  async days(key: 'authorization:most-days' | 'request:answer-days' | 'batch:keep-days'): Promise<number> {
    return Number((await this.holding()).get(key)?.value);
  }

  async count(key: 'online:least-months' | 'online:late-days' | 'carbon:least-peers' | 'carbon:industry-digits'): Promise<number> {
    return Number((await this.holding()).get(key)?.value);
  }

  async fRules(): Promise<FRules> {
    const rows = await this.holding();
    const value = (key: string): string => rows.get(key)?.value ?? '';
    const used = [...rows].filter(([key]) => key.startsWith('f:'));
    return {
      weights: Object.fromEntries(PARTS.map(part => [part, value(`f:weight:${part}`) || '0'])) as Record<Part, string>,
      performance: Object.fromEntries(used.flatMap(([key, one]) => (key.startsWith('f:performance:') ? [[key.slice(14), one.value]] : []))),
      missing: value('f:missing') === 'refuse' ? 'refuse' : 'reweight',
      leastWeight: value('f:least-weight') || '0',
      yellowCap: value('f:yellow-cap') || '70',
      bands: used.flatMap(([key, one]) => (key.startsWith('f:band:') ? [{ from: key.slice(7), advice: one.value }] : [])),
      verified: used.every(([, one]) => one.verified),
    };
  }

  /** The rows of today; what ships where a key has none. */
  private async holding(): Promise<Map<string, ReferenceRow>> {
    const today = this.clock.today();
    const stored = (await this.book.rows(BANK_KIND)).filter(one => (one.effectiveFrom ?? '') <= today && (one.effectiveTo === null || today <= one.effectiveTo));
    return new Map([...BANK_PARAMETERS, ...stored].map(one => [one.key, one]));
  }
}
