import type { Form, Row } from '../form/field';
import { listOf, rowsOf, textOf } from '../form/form';
import { grown } from './reapply-amounts';
import { numberOf, paired, reason, type ReapplyReason, words } from './reapply-reason';

/** Art. 15 (2) and (3) apart from the outlets: how it is emitted, where it escapes, what treats it, noise and waste. */
export function emissionsGrow(old: Form, now: Form): ReapplyReason[] {
  return [...nodes(old, now), ...fugitive(old, now), ...noise(old, now), ...wastes(old, now)];
}

const FORMS: Readonly<Record<string, string>> = { organised: '有组织', fugitive: '无组织', water: '废水' };
const formOf = (row: Row): string => FORMS[words(row['emissionForm'])] ?? words(row['emissionForm']);
const more = (was: Row, row: Row): string[] => listOf(row, 'pollutants').filter(one => !listOf(was, 'pollutants').includes(one));

function nodes(old: Form, now: Form): ReapplyReason[] {
  const before = rowsOf(old, 'process-nodes', 'nodes');
  if (before.length === 0) return [];
  const facilities = new Set(rowsOf(old, 'products', 'facilities').map(row => textOf(row, 'code')));
  const kind = (row: Row): string => `${words(row['facilityCode'])} ${words(row['emissionForm'])}`;
  return paired(before, rowsOf(now, 'process-nodes', 'nodes'), row => `${words(row['facilityCode'])} ${words(row['node'])}`, kind).flatMap(({ row, was, index }) => {
    const at = `/process-nodes/nodes/${index}`;
    if (was) return nodeChanged(was, row, at);
    // Of a new facility that alone is said.
    if (!facilities.has(textOf(row, 'facilityCode'))) return [];
    const where = [`${at}/node`, `新增 ${words(row['node'])}（${formOf(row)}）`, '原有产污环节'] as const;
    return [textOf(row, 'emissionForm') === 'fugitive' ? reason('E', 3, where, ['新增无组织排放源，排放量增加', 'There is one more fugitive source']) : reason('W', 1, where, ['新增产污环节，可能属于改建、扩建', 'There is one more node'])];
  });
}

function nodeChanged(was: Row, row: Row, at: string): ReapplyReason[] {
  const kinds = more(was, row);
  const [treated, treats] = [textOf(was, 'treatmentCode'), textOf(row, 'treatmentCode')];
  const [led, leads] = [textOf(was, 'outletCode'), textOf(row, 'outletCode')];
  const form = textOf(row, 'emissionForm');
  return [
    ...(form === undefined || textOf(was, 'emissionForm') === undefined || form === was['emissionForm'] ? [] : [reason('E', 2, [`${at}/emissionForm`, formOf(row), formOf(was)], ['排放方式变了', 'The way of emission has changed'])]),
    ...(form === 'fugitive' && kinds.length > 0 ? [reason('E', 3, [`${at}/pollutants`, `新增 ${kinds.join('、')}`, '原有污染物'], ['无组织排放的污染物种类增加', 'More pollutants escape'])] : []),
    ...(treated !== undefined && treats === undefined ? [reason('W', 3, [`${at}/treatmentCode`, '没有治理设施', treated], ['取消了治理设施，可能使排放量增加', 'The treatment is gone: more may be emitted'])] : []),
    ...(treats === undefined || words(was['treatmentProcess']) === '' || words(was['treatmentProcess']) === words(row['treatmentProcess']) ? [] : [reason('W', 1, [`${at}/treatmentProcess`, words(row['treatmentProcess']), words(was['treatmentProcess'])], ['治理工艺变了，可能属于改建', 'The treatment is another one'])]),
    ...(led === undefined || leads === undefined || led === leads ? [] : [reason('W', 2, [`${at}/outletCode`, leads, led], ['改到另一个排放口排放，可能属于排放去向变化', 'It leads to another outlet'])]),
  ];
}

function fugitive(old: Form, now: Form): ReapplyReason[] {
  if (old.fugitive === undefined) return [];
  const [before, after] = [rowsOf(old, 'fugitive', 'points'), rowsOf(now, 'fugitive', 'points')];
  if (old.fugitive['hasFugitive'] === false && now.fugitive?.['hasFugitive'] === true) return [reason('E', 2, ['/fugitive/hasFugitive', '有无组织排放', '没有无组织排放'], ['新增无组织排放，排放方式变了', 'There are fugitive emissions where none were'])];
  const pollutants = new Set(before.map(row => words(row['pollutant'])));
  return paired(before, after, row => `${words(row['name'])} ${words(row['pollutant'])}`, row => words(row['pollutant'])).flatMap(({ row, was, index, isNamed }) => {
    const at = `/fugitive/points/${index}`;
    const pollutant = words(row['pollutant']);
    if (was && words(was['pollutant']) === pollutant) return [...(isNamed ? [] : [reason('W', 3, [`${at}/name`, words(row['name']), words(was['name'])], ['无组织排放位置变了，如果不只是改称呼', 'The fugitive source has another name'])]), ...grown({ was, row, field: 'concentrationMgM3', pointer: `${at}/concentrationMgM3` })];
    return pollutants.has(pollutant)
      ? [reason('E', 3, [`${at}/name`, `新增 ${words(row['name'])}`, '原有无组织排放源'], ['新增无组织排放源，排放量增加', 'There is one more fugitive source'])]
      : [reason('E', 3, [`${at}/pollutant`, `新增 ${pollutant}`, '原有污染物'], ['无组织排放的污染物种类增加', 'More pollutants escape'])];
  });
}

/** 法典 art. 176 brings noise and waste under the permit; whether more of them is art. 15's “more pollutants” is for a person. */
function noise(old: Form, now: Form): ReapplyReason[] {
  if (old.noise === undefined) return [];
  const begins = (['hasNoise', 'nightProduction'] as const).filter(field => old.noise?.[field] === false && now.noise?.[field] === true)
    .map(field => reason('W', 3, [`/noise/${field}`, '是', '否'], field === 'hasNoise' ? ['新增工业噪声排放', 'There is noise where none was'] : ['新增夜间生产，夜间噪声排放增加', 'There is work at night where none was']));
  const louder = paired(rowsOf(old, 'noise', 'boundaries'), rowsOf(now, 'noise', 'boundaries'), row => words(row['point'])).flatMap(({ row, was, index }) => ['dayDbA', 'nightDbA'].flatMap(field => {
    const [from, to] = [numberOf(was, field), numberOf(row, field)];
    return from === undefined || to === undefined || to.lte(from) ? [] : [reason('W', 3, [`/noise/boundaries/${index}/${field}`, to.toFixed(), `不超过 ${from.toFixed()}`], ['厂界噪声限值放宽', 'The limit of noise is raised'])];
  }));
  return [...begins, ...louder];
}

function wastes(old: Form, now: Form): ReapplyReason[] {
  if (old['solid-waste'] === undefined) return [];
  const before = rowsOf(old, 'solid-waste', 'wastes');
  return paired(before, rowsOf(now, 'solid-waste', 'wastes'), row => words(row['name'])).flatMap(({ row, was, index }) => {
    const code = textOf(row, 'wasteCode');
    return was || (code !== undefined && before.some(one => one['wasteCode'] === code)) ? [] : [reason('W', 3, [`/solid-waste/wastes/${index}/name`, `新增 ${words(row['name'])}`, '原有固体废物'], ['固体废物种类增加', 'There are more kinds of waste'])];
  });
}
