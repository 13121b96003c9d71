import { rowsOf, textOf } from '../form/form';
import { LEDGER_KINDS } from '../form/sections/duties';
import { Finding, findingOf, ReviewContext, Rule } from './rule';

const finding = findingOf('C12');
const BASIS = '排污许可管理条例 第二十一条、第二十二条；HJ 944-2018';
const LEAST_YEARS = 5;

/** C12: the five ledgers are there and kept for five years; reports fit the category: yearly, key units quarterly as well. */
export const c12: Rule = {
  id: 'C12',
  version: '2026.1',
  since: '2026-11-24',
  basis: BASIS,
  title: { zh: '五类台账齐全、保存五年，执行报告频次符合类别', en: 'Five ledgers, five years, reports by category' },
  check: context => [...kindsMissing(context), ...keptTooShort(context), ...reportsMissing(context)],
};

function kindsMissing({ form }: ReviewContext): Finding[] {
  const rows = rowsOf(form, 'ledgers', 'records');
  // an application of an earlier form has no such section
  if (form.ledgers === undefined || rows.length === 0) return [];
  const kinds = new Set(rows.map(row => textOf(row, 'kind')));
  const missing = LEDGER_KINDS.filter(kind => !kinds.has(kind.value));
  if (missing.length === 0) return [];
  return [finding({ level: 'E', pointer: '/ledgers/records', actual: `缺 ${missing.map(one => one.zh).join('、')}`, expected: '五类台账各至少一行', basis: BASIS, zh: `请补充台账：${missing.map(one => one.zh).join('、')}`, en: `Add the ledger(s): ${missing.map(one => one.en).join(', ')}.` })];
}

function keptTooShort({ form }: ReviewContext): Finding[] {
  return rowsOf(form, 'ledgers', 'records').flatMap((row, index) => {
    const years = row['retentionYears'];
    return typeof years !== 'number' || years >= LEAST_YEARS ? [] : [finding({
      level: 'E', pointer: `/ledgers/records/${index}/retentionYears`, actual: `${years} 年`, expected: '不少于 5 年', basis: '排污许可管理条例 第二十一条第二款', zh: '台账保存期限不得少于五年，请改为 5 年或更长', en: 'Ledgers are kept for five years or more.',
    })];
  });
}

function reportsMissing({ form }: ReviewContext): Finding[] {
  const periods = new Set(rowsOf(form, 'ledgers', 'reports').map(row => textOf(row, 'period')));
  if (form.ledgers === undefined || periods.size === 0) return [];
  const key = textOf(form.basic, 'managementCategory') === 'key';
  const due = [['annual', '年度执行报告', 'yearly'], ...(key ? [['quarterly', '季度执行报告', 'quarterly']] : [])] as const;
  return due.filter(([period]) => !periods.has(period)).map(([, zh, en]) => finding({
    level: 'E', pointer: '/ledgers/reports', actual: `没有${zh}`, expected: key ? '年度和季度执行报告' : '年度执行报告', basis: BASIS, zh: `请补充${zh}的要求`, en: `Add the ${en} report.`,
  }));
}
