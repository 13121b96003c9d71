import type { Row } from '@huanbao/permits';
import { pollutantWords } from '../form/choices';
import { rowsIn, textIn } from '../form/form';
import { subPeriods } from '../form/periods';
import { numberIn } from './numbers';
import { LEAST_WORDS, plannedLines, resultRows } from './monitoring-kept';
import { Finding, findingOf, Rule, RuleContext } from './rule';

const BASIS = '排污许可管理条例 第十九条、第二十一条、第二十二条；HJ 819-2017';
const finding = findingOf('R6', BASIS);

/** R6: as often as the plan of the permit demands and as the platform holds results for, whatever the report says of itself; what is missing or above limits is explained, and nothing emitted means that work stood. */
export const r6: Rule = {
  id: 'R6', version: '2026.3', since: '2026-11-30', basis: BASIS, title: { zh: '监测与许可证方案、平台留存的结果相符，缺测、超标、台账缺日有说明，零排放有停产标记', en: 'Monitored as the plan of the permit demands and as the results kept show; gaps of monitoring and ledger and exceedances explained; zero amounts with a stoppage' },
  check: context => [...plannedLines(context, finding), ...resultRows(context, finding), ...unexplained(context), ...zeroes(context), ...ledgerGaps(context)],
};

/** Each exceedance the platform knows is in the report with cause and measures. */
function unexplained({ report, records }: RuleContext): Finding[] {
  const rows = rowsIn(report.emissions, 'exceedances');
  const missing = records.exceedances.filter(one => !rows.some(row => textIn(row, 'place') === one.place && textIn(row, 'pollutant') === one.pollutant && textIn(row, 'on') === one.sampledOn));
  const bare = rows.flatMap((row, index) => (['cause', 'measures'] as const).filter(name => textIn(row, name).trim().length < LEAST_WORDS).map(name => finding({
    level: 'E', pointer: `/emissions/exceedances/${index}/${name}`, actual: textIn(row, name) || '空', expected: '写明原因和措施', zh: `请写明这次超标的${name === 'cause' ? '原因' : '措施'}`, en: `Give the ${name} of this exceedance.`,
  })));
  return [...bare, ...missing.map(one => finding({
    level: 'E', pointer: '/emissions/exceedances', actual: `没有 ${one.sampledOn} ${one.place} ${pollutantWords(one.pollutant)} ${one.value} ${one.unit}`, expected: '报告期内的超标逐次说明', zh: `平台记录了 ${one.sampledOn} ${one.place} 的超标，请列入并说明原因和措施`, en: `The exceedance of ${one.sampledOn} at ${one.place} is missing.`,
  }))];
}

/** 停产期零排放有停产标记; a report that says that everything stood has no amounts. */
function zeroes({ kind, period, report, stoppages }: RuleContext): Finding[] {
  const stopped = report.basic?.['stopped'] === true;
  const amounts = rowsIn(report.emissions, 'amounts');
  if (stopped) {
    const some = amounts.findIndex(row => numberIn(row, 'amountT')?.gt(0));
    return some < 0 ? [] : [finding({ level: 'E', pointer: `/emissions/amounts/${some}/amountT`, actual: `${textIn(amounts[some], 'amountT')} t，报告称整个报告期停产`, expected: '停产期排放量为 0，或不是整期停产', zh: '整期停产不应有排放量；请核对，部分时间停产的填停产时段', en: 'Nothing is emitted while everything stands. Name the stoppages instead.' })];
  }
  const named = [...stoppages.map(one => ({ from: one.fromOn, to: one.toOn ?? '9999-12-31' })), ...rowsIn(report.basic, 'stoppages').map(row => ({ from: textIn(row, 'fromOn'), to: textIn(row, 'toOn') || '9999-12-31' }))];
  const outlets = [...new Set(amounts.map(row => textIn(row, 'outletCode')))];
  return outlets.flatMap(outlet => subPeriods(kind, period).flatMap(part => {
    const own = amounts.flatMap((row, index) => (textIn(row, 'outletCode') === outlet && textIn(row, 'subPeriod') === part.key ? [{ row, index }] : []));
    const [first] = own;
    const isZero = first !== undefined && own.every(({ row }) => isNothing(row));
    if (!isZero || named.some(one => one.from <= part.to && one.to >= part.from)) return [];
    return [finding({ level: 'E', pointer: `/emissions/amounts/${first.index}/amountT`, actual: `${outlet} 在 ${part.key} 全部为 0`, expected: '零排放的时段有停产标记', zh: `${outlet} 在 ${part.key} 没有任何排放，请在“停产时段”注明停产；没有停产的，请核对排放量`, en: `${outlet} emits nothing in ${part.key}: name the stoppage, or check the amounts.` })];
  }));
}

/** An amount that rests on a ledger with missing days goes on only with words on it: one question for each outlet and part of the period. */
function ledgerGaps({ report, amounts }: RuleContext): Finding[] {
  const rows = rowsIn(report.emissions, 'amounts');
  const worst = new Map<string, (typeof amounts)[number]>();
  for (const fact of amounts.filter(one => one.missingDays > 0)) {
    const key = `${fact.outletCode} ${fact.subPeriod}`;
    if (fact.missingDays > (worst.get(key)?.missingDays ?? 0)) worst.set(key, fact);
  }
  return [...worst.values()].map(({ outletCode, subPeriod, missingDays }) => {
    const index = rows.findIndex(row => textIn(row, 'outletCode') === outletCode && textIn(row, 'subPeriod') === subPeriod);
    return finding({
      level: 'W', pointer: index < 0 ? '/emissions/amounts' : `/emissions/amounts/${index}/amountT`, actual: `${outletCode} ${subPeriod} 的台账缺 ${missingDays} 天`, expected: '排放量依据的台账每天都有记录',
      zh: `${outletCode} 在 ${subPeriod} 有 ${missingDays} 天没有台账，这些天按许可证载明的运行小时核算，没有按零计；请补记台账后取新数据，补不了的说明原因和这些天的实际运行情况`,
      en: `The ledger of ${outletCode} misses ${missingDays} day(s) in ${subPeriod}; they were reckoned by the permit’s hours, not as zero. Complete the ledger and take the newest data, or say why and how it ran.`,
    });
  });
}

const isNothing = (row: Row): boolean => numberIn(row, 'amountT')?.isZero() === true;
