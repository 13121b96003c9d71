import type { ProcedurePeriod } from '../life/procedure-period.entity';

const RULES = '排污许可管理条例';
const LICENSING = '行政许可法';
const METHOD = '排污许可管理办法（生态环境部令第32号）';

type PeriodRow = Readonly<ProcedurePeriod>;
const row = (code: string, workdays: number, legalBasis: string, rest: Partial<PeriodRow> = {}): PeriodRow => ({ code, workdays, legalBasis, effectiveFrom: '2021-03-01', effectiveTo: null, verified: false, note: '按转载的条文录入，未与公布的文本核对', ...rest });

/** How long the bureau has, as it ships: one dated row for each length. What is in the table comes first. */
export const PERIOD_SEED: readonly PeriodRow[] = [
  row('intake', 3, `${RULES} 第九条第四项`),
  row('review', 20, `${RULES} 第十二条`),
  row('review-key', 30, `${RULES} 第十二条`),
  row('review-key-site-check', 45, `${RULES} 第十二条`),
  row('renew-review', 20, `${RULES} 第十四条`),
  row('delivery', 10, `${LICENSING} 第四十四条`, { effectiveFrom: '2004-07-01' }),
  row('request', 20, `${LICENSING} 第四十二条`, { effectiveFrom: '2004-07-01' }),
  row('change-review', 10, METHOD, { effectiveFrom: '2024-07-01', note: '变更的办结期限和条号待核' }),
  row('reissue', 10, METHOD, { effectiveFrom: '2024-07-01', note: '补领的办结期限和条号待核' }),
];

export const PERIOD_TITLES: Readonly<Record<string, string>> = {
  intake: '受理期限', review: '审批期限（简化管理）', 'review-key': '审批期限（重点管理）', 'review-key-site-check': '审批期限（重点管理，需要现场核查）', 'renew-review': '延续的审批期限', delivery: '送达期限',
  request: '注销的办理期限', 'change-review': '变更、调整的办结期限', reissue: '补领的办结期限',
};

/** A clock of a machine, or one of its variants, whose length is such a row: until the reference data is loaded the row that ships. */
export function datedPeriod(code: string): { readonly workdays: number; readonly article: string; readonly dated: string } {
  const shipped = PERIOD_SEED.find(one => one.code === code);
  if (!shipped) throw new Error(`No period is called ${code}`);
  return { workdays: shipped.workdays, article: shipped.legalBasis, dated: code };
}
