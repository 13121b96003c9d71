import type { ReferenceRow } from '@huanbao/reference';

export const THRESHOLD_KIND = 'collusion-threshold';

const BASIS = '招标投标法实施条例 第三十九条、第四十条（条文未给数值）';

const row = (key: string, title: string, value: string, { unit = '', note = null as string | null } = {}): ReferenceRow => ({
  key, title, value, unit, effectiveFrom: '2026-01-01', effectiveTo: null, legalBasis: BASIS, verified: false, origin: '平台起步值，待与行政监督部门核对', note,
});

/** Where a likeness begins to be a signal. None of these numbers stands in the law: rows, shown as 未核实 until somebody has compared them. */
export const THRESHOLDS: readonly ReferenceRow[] = [
  row('text-medium', '方案文字相似度：中', '0.85', { note: '两家自己写的文字中相同片段的比例' }),
  row('text-strong', '方案文字相似度：强', '0.95'),
  row('price-variation', '报价变异系数上限', '0.01', { note: '标准差除以平均数；三家以上' }),
  row('chance-weak', '巧合概率：弱', '0.01', { note: '报价、轮流的规律纯属巧合的概率低于此值才提示' }),
  row('chance-medium', '巧合概率：中', '0.001'),
  row('chance-strong', '巧合概率：强', '0.00001'),
  row('network-minutes', '同一网络先后提交视为接近的间隔', '60', { unit: '分钟' }),
  row('turns-weak', '轮流中选巧合概率：弱', '0.05', { note: '同一批机构反复一起报价本身已是线索，故宽于报价' }),
  row('turns-medium', '轮流中选巧合概率：中', '0.02'),
  row('turns-strong', '轮流中选巧合概率：强', '0.001'),
  row('rotation-tasks', '轮流中选至少看几次', '4', { unit: '次' }),
  row('rotation-months', '轮流中选回看', '24', { unit: '个月' }),
  row('trace-days', '提交来源摘要保存', '730', { unit: '天', note: '到期删除；个人信息保护法第十九条' }),
];

/** A pattern that chance makes less often than this is a signal. */
export interface Chances {
  readonly weak: number;
  readonly medium: number;
  readonly strong: number;
}

export interface Thresholds {
  readonly textMedium: number;
  readonly textStrong: number;
  readonly priceVariation: number;
  readonly chance: Chances;
  readonly turns: Chances;
  readonly networkMinutes: number;
  readonly rotationTasks: number;
  readonly rotationMonths: number;
  readonly traceDays: number;
}

/** The values that hold on a civil date; what no row says on that day keeps the value it ships with. */
export function thresholdsOn(rows: readonly ReferenceRow[], day: string): Thresholds {
  const value = (key: string): number => {
    const holds = (each: ReferenceRow): boolean => each.key === key && each.effectiveFrom <= day && (each.effectiveTo === null || each.effectiveTo >= day);
    const found = Number((rows.find(holds) ?? THRESHOLDS.find(each => each.key === key))?.value);
    return Number.isFinite(found) ? found : Number(THRESHOLDS.find(each => each.key === key)?.value);
  };
  return {
    textMedium: value('text-medium'), textStrong: value('text-strong'), priceVariation: value('price-variation'),
    chance: { weak: value('chance-weak'), medium: value('chance-medium'), strong: value('chance-strong') },
    turns: { weak: value('turns-weak'), medium: value('turns-medium'), strong: value('turns-strong') },
    networkMinutes: value('network-minutes'), rotationTasks: value('rotation-tasks'), rotationMonths: value('rotation-months'), traceDays: value('trace-days'),
  };
}
