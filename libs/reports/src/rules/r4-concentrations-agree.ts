import { rowsIn, textIn } from '../form/form';
import { pollutantWords } from '../form/choices';
import { agree, numberIn, shown } from './numbers';
import { Finding, findingOf, Rule } from './rule';
import Decimal from 'decimal.js';

const BASIS = 'HJ 819-2017；排污许可管理条例 第十九条、第二十条';
const finding = findingOf('R4', BASIS);
const SHARE = '0.01';

/** R4: what the report says of concentrations agrees with the results by hand and the automatic data the platform has. */
export const r4: Rule = {
  id: 'R4', version: '2026.2', since: '2026-11-30', basis: BASIS, title: { zh: '报告浓度与在线、手工监测数据一致', en: 'Reported concentrations agree with the monitoring data' },
  check: ({ report, records }) => rowsIn(report.monitoring, 'results').flatMap((row, index) => {
    const facts = records.monitoring.find(one => one.place === textIn(row, 'place') && one.pollutant === textIn(row, 'pollutant'));
    if (!facts || facts.count === 0) return [];
    const at = `/monitoring/results/${index}`;
    const name = `${facts.place} ${pollutantWords(facts.pollutant)}`;
    const wrong: Finding[] = [];
    for (const [column, words, en, value] of [['most', '最大值', 'greatest', facts.most], ['average', '平均值', 'average', facts.average]] as const) {
      const reported = numberIn(row, column);
      // the platform has results: an empty cell is no answer (HJ 944 asks for the values of the period)
      if (value !== null && !reported) wrong.push(finding({ level: 'E', pointer: `${at}/${column}`, actual: '未填写', expected: `监测数据 ${value}`, zh: `${name}有 ${facts.count} 个监测结果，请填写${words}`, en: `There are ${facts.count} results: enter the ${en} value.` }));
      if (value !== null && reported && !agree(reported, new Decimal(value), SHARE)) {
        wrong.push(finding({ level: 'W', pointer: `${at}/${column}`, actual: shown(reported), expected: `监测数据 ${value}`, zh: `${name}的${words}与平台的监测数据不一致；请核对，属实的说明原因`, en: `The ${en} value differs from the monitoring data.` }));
      }
    }
    const exceeded = numberIn(row, 'exceeded');
    if (exceeded && facts.exceeded > 0 && !exceeded.eq(facts.exceeded)) {
      wrong.push(finding({ level: 'W', pointer: `${at}/exceeded`, actual: `${shown(exceeded)} 次`, expected: `${facts.exceeded} 次`, zh: `${name}的超标次数与监测数据不一致`, en: 'The number of exceedances differs from the monitoring data.' }));
    }
    return wrong;
  }),
};
