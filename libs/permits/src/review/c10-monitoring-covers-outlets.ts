import type { Form, Row } from '../form/field';
import { listOf, rowsOf, textOf } from '../form/form';
import { FREQUENCIES } from '../form/sections/options';
import { Finding, findingOf, Rule } from './rule';

const finding = findingOf('C10');
const BASIS = '排污许可管理条例 第十一条第四项；HJ 819-2017';
const PER_YEAR = new Map(FREQUENCIES.map(one => [one.value, one.perYear]));

/** C10: every outlet and pollutant, fugitive emissions and the boundary's noise are monitored, often enough. */
export const c10: Rule = {
  id: 'C10',
  version: '2026.1',
  since: '2026-11-23',
  basis: BASIS,
  title: { zh: '自行监测覆盖全部排放口且频次足够', en: 'Monitoring covers every outlet, often enough' },
  check: ({ form }) => [...uncovered(form), ...withoutBoundary(form), ...tooRare(form)],
};

const plan = (form: Form): readonly Row[] => rowsOf(form, 'self-monitoring', 'plan');

function uncovered(form: Form): Finding[] {
  const planned = new Set(plan(form).map(row => `${textOf(row, 'outletCode') ?? ''} ${textOf(row, 'pollutant') ?? ''}`));
  return (['air-outlets', 'water-outlets'] as const).flatMap(section =>
    rowsOf(form, section, 'outlets').flatMap((row, index) => {
      const code = textOf(row, 'code') ?? '';
      const missing = code.startsWith('YS') ? [] : listOf(row, 'pollutants').filter(pollutant => !planned.has(`${code} ${pollutant}`));
      return missing.length === 0 ? [] : [finding({
        level: 'E', pointer: `/${section}/outlets/${index}/pollutants`, actual: `没有监测 ${missing.join('、')}`, expected: '每个排放口的每种污染物都有监测安排', basis: BASIS,
        zh: `请在“自行监测方案”中补充 ${code} 的 ${missing.join('、')}`, en: `Add ${missing.join(', ')} of ${code} to the monitoring plan.`,
      })];
    }),
  );
}

function withoutBoundary(form: Form): Finding[] {
  const sources = new Set(plan(form).map(row => textOf(row, 'source')));
  const fugitive = rowsOf(form, 'process-nodes', 'nodes').some(row => textOf(row, 'emissionForm') === 'fugitive');
  const lacking = [
    ...(fugitive && !sources.has('fugitive') ? [{ zh: '无组织排放（厂界）', en: 'fugitive emissions at the boundary' }] : []),
    ...(sources.has('boundary-noise') ? [] : [{ zh: '厂界噪声', en: 'noise at the boundary' }]),
  ];
  return lacking.map(words => finding({
    level: 'E', pointer: '/self-monitoring/plan', actual: `没有${words.zh}监测`, expected: `${words.zh}监测安排`, basis: BASIS,
    zh: `请补充${words.zh}的监测点位和频次`, en: `Add points and frequency for ${words.en}.`,
  }));
}

/** The figures of HJ 819 are carried from practice and not yet compared with its text: they warn. */
function tooRare(form: Form): Finding[] {
  const key = textOf(form.basic, 'managementCategory') === 'key';
  const main = new Set([...rowsOf(form, 'air-outlets', 'outlets'), ...rowsOf(form, 'water-outlets', 'outlets')].filter(row => textOf(row, 'outletClass') === 'main').map(row => textOf(row, 'code')));
  return plan(form).flatMap((row, index) => {
    const frequency = textOf(row, 'frequency');
    if (frequency === undefined) return [];
    const least = textOf(row, 'source') === 'boundary-noise' || (key && main.has(textOf(row, 'outletCode'))) ? 'quarter' : 'year';
    return (PER_YEAR.get(frequency) ?? 0) >= (PER_YEAR.get(least) ?? 0) ? [] : [finding({
      level: 'W', pointer: `/self-monitoring/plan/${index}/frequency`, actual: frequency, expected: `不少于 ${FREQUENCIES.find(one => one.value === least)?.zh}`, basis: BASIS,
      zh: '监测频次可能低于最低要求（参考值尚未核对标准原文），请对照行业监测指南核对', en: 'The frequency may be below the minimum (reference not yet verified). Compare with the guideline of the industry.',
    })];
  });
}
