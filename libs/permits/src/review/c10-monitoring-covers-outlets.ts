import type { Form, Row } from '../form/field';
import { listOf, rowsOf, textOf } from '../form/form';
import { FREQUENCIES } from '../form/sections/options';
import { Finding, findingOf, LeastFrequency, Rule } from './rule';

const finding = findingOf('C10');
const BASIS = '排污许可管理条例 第十一条第四项；HJ 819-2017';
const PER_YEAR = new Map(FREQUENCIES.map(one => [one.value, one.perYear]));

/** C10: every outlet and pollutant, fugitive emissions and the boundary's noise are monitored, often enough. */
export const c10: Rule = {
  id: 'C10',
  version: '2026.3',
  since: '2026-11-30',
  basis: BASIS,
  title: { zh: '自行监测覆盖全部排放口且频次足够', en: 'Monitoring covers every outlet, often enough' },
  check: ({ form, frequencies }) => [...uncovered(form), ...withoutBoundary(form), ...tooRare(form, frequencies ?? [])],
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
  const fugitive = rowsOf(form, 'process-nodes', 'nodes').some(row => textOf(row, 'emissionForm') === 'fugitive') || rowsOf(form, 'fugitive', 'points').length > 0;
  const lacking = [
    ...(fugitive && !sources.has('fugitive') ? [{ zh: '无组织排放（厂界）', en: 'fugitive emissions at the boundary' }] : []),
    // who says in its form that it makes no industrial noise measures none
    ...(sources.has('boundary-noise') || form.noise?.['hasNoise'] === false ? [] : [{ zh: '厂界噪声', en: 'noise at the boundary' }]),
  ];
  return lacking.map(words => finding({
    level: 'E', pointer: '/self-monitoring/plan', actual: `没有${words.zh}监测`, expected: `${words.zh}监测安排`, basis: BASIS,
    zh: `请补充${words.zh}的监测点位和频次`, en: `Add points and frequency for ${words.en}.`,
  }));
}

/** Least frequencies where the reference data is silent: carried from practice, not compared with HJ 819. */
const FROM_PRACTICE: Readonly<Record<string, string>> = { 'boundary-noise': 'quarter', 'main-key': 'quarter', other: 'year' };

/** The figures of HJ 819 are dated reference data; one that nobody compared with its text only warns. */
function tooRare(form: Form, frequencies: readonly LeastFrequency[]): Finding[] {
  const key = textOf(form.basic, 'managementCategory') === 'key';
  const main = new Set([...rowsOf(form, 'air-outlets', 'outlets'), ...rowsOf(form, 'water-outlets', 'outlets')].filter(row => textOf(row, 'outletClass') === 'main').map(row => textOf(row, 'code')));
  return plan(form).flatMap((row, index) => {
    const frequency = textOf(row, 'frequency');
    if (frequency === undefined) return [];
    const which = textOf(row, 'source') === 'boundary-noise' ? 'boundary-noise' : key && main.has(textOf(row, 'outletCode')) ? 'main-key' : 'other';
    const dated = frequencies.find(one => one.key === which);
    const least = dated?.value ?? (FROM_PRACTICE[which] as string);
    if ((PER_YEAR.get(frequency) ?? 0) >= (PER_YEAR.get(least) ?? 0)) return [];
    const words = FREQUENCIES.find(one => one.value === least)?.zh ?? least;
    return [finding({
      level: dated?.verified ? 'E' : 'W', pointer: `/self-monitoring/plan/${index}/frequency`, actual: frequency, expected: `不少于 ${words}`, basis: BASIS,
      zh: dated?.verified ? `监测频次低于最低要求“${words}”，请提高频次` : '监测频次可能低于最低要求（参考值尚未核对标准原文），请对照行业监测指南核对',
      en: dated?.verified ? `The frequency is below the minimum (${least}). Raise it.` : 'The frequency may be below the minimum (reference not yet verified). Compare with the guideline of the industry.',
    })];
  });
}
