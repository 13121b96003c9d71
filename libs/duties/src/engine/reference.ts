import type { ReferenceRow } from '@huanbao/reference';

/** Kind of the reference data. */
export const DUTY_KIND = 'duty-period';

/** One value of the law or of practice, with the days on which it holds. What is not `verified` is shown as 未核实. */
export interface DatedValue {
  readonly key: string;
  readonly value: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly legalBasis: string;
  readonly verified: boolean;
}

const SINCE = '2021-03-01';
const row = (key: string, value: string, legalBasis: string, verified: boolean): DatedValue => ({ key, value, effectiveFrom: SINCE, effectiveTo: null, legalBasis, verified });

/**
 * Where the certificate is silent. The certificate's own words always come first (排污许可管理条例 art. 22:
 * 按照排污许可证规定的内容、频次和时间要求).
 */
export const DUTY_VALUES: readonly DatedValue[] = [
  row('report.annual.due', '01-15', 'HJ 944-2018；副本未载明时按 1 月 15 日，亦见 1 月 31 日', false),
  row('report.quarterly.due-day', '15', 'HJ 944-2018：季度终了次月 15 日前', false),
  row('report.monthly.due-day', '15', 'HJ 944-2018：次月 15 日前', false),
  row('report.annual.least-months', '3', 'HJ 944-2018：持证不足三个月的，并入下一年度', false),
  row('report.quarterly.least-months', '1', 'HJ 944-2018：持证不足一个月的，并入下一季度', false),
  row('report.monthly.least-days', '10', 'HJ 944-2018：持证不足十日的，并入下一月', false),
  row('report.periods.key', 'annual,quarterly', '重点管理：年报、季报；以副本为准', false),
  row('report.periods.simplified', 'annual', '简化管理：年报；以副本为准', false),
  row('disclosure.due', '01-31', '《排污许可管理条例》第二十三条；公开的日期以副本为准', false),
  row('retention.years', '5', '《排污许可管理条例》第十九条、第二十一条：台账和监测原始记录保存不少于 5 年', true),
  row('report.mending-days', '0', '法律没有规定执行报告退回后的更正期限；按 0 天：期限已过的当天即为逾期', false),
  row('monitoring.entry-days', '0', '法律没有规定监测结果录入的期限；按 0 天：周期最后一天过后仍没有结果的即为逾期', false),
  { ...row('ledger.check-period', 'month', '按月核对台账是否齐全：平台约定，法律只规定记录频次（HJ 944-2018，待核）；更长频次的按其频次核对', false), effectiveFrom: '2026-12-01' },
  row('ledger.due-day', '5', '核对日为次月 5 日：平台约定，留出补记最后几天的时间', false),
  row('evidence.ledger', 'required', '本地管理约定：没有录入台账的，手工办结要附纸质台账等佐证', false),
  row('evidence.monitoring', 'required', '本地管理约定：没有录入结果的，手工办结要附平台以外的监测报告等佐证', false),
  row('evidence.disclosure', 'optional', '本地管理约定：写明公开的位置即可，可附截图', false),
  row('evidence.condition', 'optional', '本地管理约定：可附照片、记录', false),
  row('evidence.renewal', 'optional', '本地管理约定：在国家平台提出的，可附回执', false),
  row('stoppage.back-days', '15', '停产报告追溯天数，本地管理约定；报告从严从快', false),
];

/**
 * The row that holds on a day. A key that the table of a running platform does not have yet is read as it ships.
 * @throws Error for a key nobody wrote down
 */
export function valueOn(key: string, day: string, rows: readonly DatedValue[] = DUTY_VALUES): DatedValue {
  const stored = rows.filter(one => one.key === key);
  const own = stored.length > 0 ? stored : DUTY_VALUES.filter(one => one.key === key);
  const found = own.find(one => one.effectiveFrom <= day && (one.effectiveTo === null || day <= one.effectiveTo)) ?? own[0];
  if (!found) throw new Error(`No value ${key} on ${day}`);
  return found;
}

export type EvidenceRule = 'required' | 'optional';

/** Whether somebody who says by hand that a duty of this kind is done must show it with a file. */
export const evidenceRule = (kind: string, day: string, rows: readonly DatedValue[] = DUTY_VALUES): EvidenceRule =>
  DUTY_VALUES.some(one => one.key === `evidence.${kind}`) && valueOn(`evidence.${kind}`, day, rows).value === 'required' ? 'required' : 'optional';

/** Days before the due date on which people are reminded; for 延续, days before the end of the permit. Our own choice. */
export const REMINDER_DAYS: readonly number[] = [15, 7, 3, 1];
/** Of ledgers, which fall due every month. */
export const LEDGER_REMINDER_DAYS: readonly number[] = [1];
export const RENEWAL_REMINDER_DAYS: readonly number[] = [180, 90, 60, 30];
/** A duty is shown as due from so many days before. */
export const DUE_WINDOW_DAYS = 30;

const TITLES: Readonly<Record<string, string>> = {
  'report.annual.due': '年度执行报告的截止日', 'report.quarterly.due-day': '季度执行报告的截止日（次月几日）', 'report.monthly.due-day': '月度执行报告的截止日（次月几日）', 'report.annual.least-months': '不报年报的最短持证月数', 'report.quarterly.least-months': '不报季报的最短持证月数',
  'report.monthly.least-days': '不报月报的最短持证日数', 'report.periods.key': '重点管理的报告种类', 'report.periods.simplified': '简化管理的报告种类', 'report.mending-days': '执行报告退回后的更正天数', 'ledger.check-period': '台账按多长的周期核对', 'ledger.due-day': '核对台账的日子（次月几日）', 'evidence.ledger': '手工办结台账要不要佐证', 'monitoring.entry-days': '监测周期结束后录入结果的天数', 'evidence.monitoring': '手工办结自行监测要不要佐证', 'evidence.disclosure': '手工办结信息公开要不要佐证', 'evidence.condition': '手工办结许可证条件要不要佐证', 'evidence.renewal': '手工办结延续要不要佐证', 'disclosure.due': '信息公开的截止日', 'retention.years': '台账保存的年数', 'stoppage.back-days': '停产最多追溯报告的天数',
};

/** The values as rows of reference data, for the table and its work list. */
export const dutyReference = (values: readonly DatedValue[]): ReferenceRow[] =>
  values.map(({ key, value, effectiveFrom, effectiveTo, legalBasis, verified }) => ({ key, title: TITLES[key] ?? key, value, unit: '', effectiveFrom, effectiveTo, legalBasis, verified, origin: verified ? '条文原文' : '知：凭经验录入，未见原文', note: null }));
