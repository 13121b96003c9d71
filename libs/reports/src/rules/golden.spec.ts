import { readFileSync } from 'node:fs';
import { completeHospitalForm, type Form, type Row } from '@huanbao/permits';
import fc from 'fast-check';
import type { ReportForm } from '../form/part';
import type { OtherReport } from '../prefill/facts';
import { agree } from './numbers';
import type { Finding, RuleContext } from './rule';
import { checkReport, REPORT_RULES, reportRulesTable } from './rules';
import { bandsOf, similarity } from './similarity';
import Decimal from 'decimal.js';

const permit = completeHospitalForm({ fileIds: { eia: '1' } }) as Form;
const CONCLUSION = '本季燃气锅炉供热正常，氮氧化物按月监测达标；污水处理站消毒设施运行稳定，粪大肠菌群未检出超标，许可要求均已落实。';

const amount = (subPeriod: string, amountT: string): Row => ({ id: subPeriod, outletCode: 'DA001', pollutant: 'NOx', subPeriod, amountT, method: 'manual' });
const report = (): ReportForm => structuredClone({
  basic: { stopped: false, facilities: [{ code: 'MF0001', runningHours: '2000' }], products: [{ name: '医疗服务', capacity: '1000', capacityUnit: 't/a', output: '240', unit: 't' }], fuels: [{ name: '煤', amount: '100', unit: 't', sulphurPercent: '0.5' }] },
  emissions: {
    amounts: [amount('2026-10', '0.05'), amount('2026-11', '0.06'), amount('2026-12', '0.07'), { ...amount('2026-10', '0.85'), id: 's', pollutant: 'SO2' }],
    totals: [{ id: 't', outletCode: 'DA001', pollutant: 'NOx', totalT: '0.18', permittedT: '0.9' }, { id: 'u', outletCode: 'DA001', pollutant: 'SO2', totalT: '0.85', permittedT: '/' }],
    exceedances: [{ place: 'DA001', pollutant: 'NOx', on: '2026-11-08', value: '60', limit: '50', unit: 'mg/m³', cause: '燃烧器结焦', measures: '当日清理并复测' }],
  },
  monitoring: { results: [{ place: 'DA001', pollutant: 'NOx', method: 'manual', planned: 3, done: 3, unit: 'mg/m³', most: '60', average: '45', exceeded: 1 }] },
  treatment: { runs: [{ code: 'TW001', name: '污水处理站', runningHours: '2000' }] },
  conclusion: { overall: 'kept', text: CONCLUSION },
}) as ReportForm;

const previous = (totalT: string, text = '上一季的话，完全是另外的内容，说的是去年冬天的供热和检修安排以及相关的改造计划，与本季无关。'): OtherReport => ({
  kind: 'quarterly', title: { zh: '2026 年第 3 季度执行报告', en: 'Q3' }, period: { from: '2026-07-01', to: '2026-09-30' }, form: { emissions: { totals: [{ outletCode: 'DA001', pollutant: 'NOx', totalT }] }, conclusion: { text } },
});

const contextOf = (over: Partial<RuleContext> = {}): RuleContext => ({
  kind: 'quarterly', period: { from: '2026-10-01', to: '2026-12-31' }, dueOn: '2027-01-15', today: '2027-01-10', report: report(), permit, permitted: [{ outletCode: 'DA001', pollutant: 'NOx', permittedT: '0.9' }],
  records: {
    facilities: [], treatments: [], quantities: [], ledgers: [],
    monitoring: [{ place: 'DA001', pollutant: 'NOx', pollutantTitle: { zh: '氮氧化物', en: 'NOx' }, method: 'manual', unit: 'mg/m³', planned: 3, done: 3, missing: 0, standing: { periods: 0, stoppages: [] }, count: 3, least: '30', most: '60', average: '45', limit: '50', exceeded: 1 }],
    exceedances: [{ place: 'DA001', pollutant: 'NOx', sampledOn: '2026-11-08', value: '60', limit: '50', unit: 'mg/m³', cause: null, action: null, restoredOn: null }],
  },
  amounts: [{ outletCode: 'DA001', pollutant: 'NOx', subPeriod: '2026-10', amountT: '0.05', method: 'manual', missingDays: 0, steps: '', source: { zh: '', en: '' } }], stoppages: [], previous: previous('0.15'), children: [], like: {}, ...over,
});

/** The report with one value changed; `-` appends a row. */
function changed(pointer: string, value: unknown): ReportForm {
  const copy = report() as unknown as Record<string, unknown>;
  const names = pointer.split('/').slice(1);
  const last = names.pop() as string;
  const parent = names.reduce<Record<string, unknown>>((at, name) => at[name] as Record<string, unknown>, copy);
  if (last === '-') (parent as unknown as unknown[]).push(value);
  else parent[last] = value;
  return copy as ReportForm;
}

const resultRow = (): Row => (report().monitoring as unknown as { results: Row[] }).results[0] as Row;
/** What the platform keeps of the only line, otherwise. */
function kept(over: Partial<RuleContext['records']['monitoring'][number]>): RuleContext['records'] {
  const { records } = contextOf();
  return { ...records, monitoring: records.monitoring.map(line => ({ ...line, ...over })) };
}

const found = (context: RuleContext): string[] => checkReport(context).map(one => `${one.ruleId} ${one.level} ${one.pointer}`);
const child = (totalT: string): OtherReport => ({ kind: 'monthly', title: { zh: '2026 年 11 月执行报告', en: 'Nov' }, period: { from: '2026-11-01', to: '2026-11-30' }, form: { emissions: { totals: [{ outletCode: 'DA001', pollutant: 'NOx', totalT }] } } });
const like = (text: string, own = false) => ({ '/conclusion/text': [{ own, title: '2026 年第 4 季度执行报告', owner: '另一家医院', text }] });

describe('rules of execution reports', () => {
  it('find nothing in a report that is in order', () => expect(found(contextOf())).toEqual([]));

  it.each<[string, Partial<RuleContext>, string[]]>([
    ['R1 a negative value', { report: changed('/emissions/totals/1/totalT', '-0.85') }, ['R1 E /emissions/totals/1/totalT', 'R3 E /emissions/totals/1/totalT', 'R5 W /emissions/totals']],
    ['R1 a factor nobody knows', { report: changed('/monitoring/results/0/pollutant', '氮氧化合物') }, ['R1 E /monitoring/results/0/pollutant', 'R6 E /monitoring/results']],
    ['R1 a unit nobody knows', { report: changed('/monitoring/results/0/unit', 'ppm') }, ['R1 E /monitoring/results/0/unit']],
    ['R1 an outlet the permit has not', { report: changed('/monitoring/results/0/place', 'DA009') }, ['R1 E /monitoring/results/0/place', 'R6 E /monitoring/results']],
    ['R1 a factor with data left out', { amounts: [...contextOf().amounts, { outletCode: 'DW001', pollutant: 'COD', subPeriod: '2026-10', amountT: '0.2', method: 'manual', missingDays: 0, steps: '', source: { zh: '', en: '' } }] }, ['R1 E /emissions/totals']],
    ['R1 a factor without data left out', { amounts: [...contextOf().amounts, { outletCode: 'DW001', pollutant: 'COD', subPeriod: '2026-10', amountT: null, method: null, missingDays: 0, steps: '', source: { zh: '', en: '' } }] }, ['R1 W /emissions/totals']],
    ['R2 more than permitted', { permitted: [{ outletCode: 'DA001', pollutant: 'NOx', permittedT: '0.17' }] }, ['R2 W /emissions/totals/0/totalT']],
    ['R2 more than ten times the last period', { previous: previous('0.017') }, ['R2 W /emissions/totals/0/totalT']],
    ['R2 ten times is still within', { previous: previous('0.018') }, []],
    ['R2 less than a hundredth', { previous: previous('19') }, ['R2 W /emissions/totals/0/totalT']],
    ['R2 a thousand times is a slip', { previous: previous('0.00017') }, ['R2 E /emissions/totals/0/totalT']],
    ['R2 11.19 billion t', { report: changed('/emissions/totals/1/totalT', '11190000000'), permitted: [{ outletCode: 'DA001', pollutant: 'SO2', permittedT: '0.36' }] }, ['R2 E /emissions/totals/1/totalT', 'R3 E /emissions/totals/1/totalT', 'R5 W /emissions/totals']],
    ['R3 a total that is no sum', { report: changed('/emissions/totals/0/totalT', '0.19') }, ['R3 E /emissions/totals/0/totalT']],
    ['R3 within one per cent', { report: changed('/emissions/totals/0/totalT', '0.1815') }, []],
    ['R3 a month that was reported otherwise', { children: [child('0.05')] }, ['R3 E /emissions/amounts/1/amountT']],
    ['R3 a month as it was reported', { children: [child('0.06')] }, []],
    ['R3 a month outside of the quarter', { report: changed('/emissions/amounts/-', amount('2026-09', '0')) }, ['R3 E /emissions/amounts/4/subPeriod']],
    ['R3 the same month twice', { report: changed('/emissions/amounts/-', amount('2026-12', '0')) }, ['R3 E /emissions/amounts/4/subPeriod']],
    ['R4 another greatest value', { report: changed('/monitoring/results/0/most', '50') }, ['R4 W /monitoring/results/0/most']],
    ['R4 another average', { report: changed('/monitoring/results/0/average', '40') }, ['R4 W /monitoring/results/0/average']],
    ['R4 no greatest value though there are results', { report: changed('/monitoring/results/0/most', undefined) }, ['R4 E /monitoring/results/0/most']],
    ['R4 a stroke for an average though there are results', { report: changed('/monitoring/results/0/average', '/') }, ['R4 E /monitoring/results/0/average']],
    ['R4 fewer exceedances', { report: changed('/monitoring/results/0/exceeded', 0) }, ['R4 W /monitoring/results/0/exceeded']],
    ['R5 more than the capacity', { report: changed('/basic/products/0/output', '290') }, ['R5 W /basic/products/0/output']],
    ['R5 more hours than the quarter', { report: changed('/basic/facilities/0/runningHours', '2209') }, ['R5 W /basic/facilities/0/runningHours']],
    ['R5 exactly the hours of the quarter', { report: changed('/basic/facilities/0/runningHours', '2208') }, []],
    ['R5 sulphur that does not fit', { report: changed('/basic/fuels/0/sulphurPercent', '2') }, ['R5 W /emissions/totals']],
    ['R6 a gap without a word', { report: changed('/monitoring/results/0/done', 2) }, ['R6 E /monitoring/results/0/explanation']],
    ['R6 a row that was deleted', { report: changed('/monitoring/results', []) }, ['R6 E /monitoring/results']],
    ['R6 fewer planned than the permit demands', { report: changed('/monitoring/results/0/planned', 1) }, ['R6 E /monitoring/results/0/planned']],
    ['R6 planned left empty', { report: changed('/monitoring/results/0/planned', '') }, ['R6 E /monitoring/results/0/planned']],
    ['R6 done left empty', { report: changed('/monitoring/results/0/done', '') }, ['R6 E /monitoring/results/0/done']],
    ['R6 by hand called automatic', { report: changed('/monitoring/results/0/method', 'auto') }, ['R6 E /monitoring/results/0/method']],
    ['R6 more than the platform keeps', { report: changed('/monitoring/results/0/done', 4) }, ['R6 E /monitoring/results/0/done']],
    ['R6 four claimed where one is kept', { report: changed('/monitoring/results/0/done', 4), records: kept({ done: 1, missing: 2 }) }, ['R6 E /monitoring/results/0/done', 'R6 E /monitoring/results/0/explanation']],
    ['R6 a claim that is explained is a question for the officer', { report: changed('/monitoring/results/0', { ...resultRow(), done: 4, explanation: '十二月由市监测站代测，报告见附件' }), records: kept({ done: 1, missing: 2 }) }, ['R6 W /monitoring/results/0/done']],
    ['R6 three results of one month', { records: kept({ done: 3, missing: 2 }) }, ['R6 E /monitoring/results/0/explanation']],
    ['R6 a gap that is explained', { report: changed('/monitoring/results/0', { ...resultRow(), done: 1, explanation: '检测机构排期延误，已安排补测' }), records: kept({ done: 1, missing: 2 }) }, []],
    ['R6 planned less because it stood', { report: changed('/monitoring/results/0/planned', 2), records: kept({ planned: 2 }) }, []],
    ['R6 a line of which nothing is demanded', { report: changed('/monitoring/results', []), records: kept({ planned: 0, done: 0, count: 0, exceeded: 0, missing: 0 }) }, []],
    ['R6 an automatic line left out', { report: changed('/monitoring/results', []), records: kept({ planned: 0, done: 0, count: 0, method: 'auto' }) }, ['R6 E /monitoring/results']],
    ['R6 an exceedance left out', { report: changed('/emissions/exceedances', []) }, ['R6 E /emissions/exceedances']],
    ['R6 an exceedance without a cause', { report: changed('/emissions/exceedances/0/cause', '无') }, ['R6 E /emissions/exceedances/0/cause']],
    ['R6 nothing emitted and no stoppage', { report: changed('/emissions/amounts', [amount('2026-10', '0'), amount('2026-11', '0.06'), amount('2026-12', '0.12'), { ...amount('2026-11', '0.85'), pollutant: 'SO2' }]) }, ['R6 E /emissions/amounts/0/amountT']],
    ['R6 nothing emitted while it stood', { report: changed('/emissions/amounts', [amount('2026-10', '0'), amount('2026-11', '0.06'), amount('2026-12', '0.12'), { ...amount('2026-11', '0.85'), pollutant: 'SO2' }]), stoppages: [{ id: '1', fromOn: '2026-10-01', toOn: '2026-10-31', scope: '全厂', isWhole: true, reason: '检修' }] }, []],
    ['R6 a ledger with missing days behind an amount', { amounts: contextOf().amounts.map(one => ({ ...one, missingDays: 12 })) }, ['R6 W /emissions/amounts/0/amountT']],
    ['R6 missing days of an outlet without a row, asked about once for its pollutants', { amounts: [...contextOf().amounts, ...['COD', 'SS'].map(pollutant => ({ outletCode: 'DW001', pollutant, subPeriod: '2026-10', amountT: null, method: null, missingDays: 3, steps: '', source: { zh: '', en: '' } }))] }, ['R1 W /emissions/totals', 'R1 W /emissions/totals', 'R6 W /emissions/amounts']],
    ['R6 amounts while everything stood', { report: changed('/basic/stopped', true) }, ['R6 E /emissions/amounts/0/amountT']],
    ['R7 a day late', { today: '2027-01-16' }, ['R7 W /conclusion']],
    ['R7 on the last day', { today: '2027-01-15' }, []],
    ['R7 copied from another', { like: like(CONCLUSION.replace('季', '期')) }, ['R7 W /conclusion/text']],
    ['R7 copied from the last period', { like: like(CONCLUSION, true) }, ['R7 W /conclusion/text']],
    ['R7 own words', { like: like('院区供热改用市政热源，锅炉只作备用，本季运行四十小时；污水站完成膜组件更换，出水水质比上期改善。') }, []],
  ])('%s', (_name, over, due) => expect(found(contextOf(over))).toEqual(due));

  it('say what stands there, what is expected, on which ground and how to mend it', () => {
    const findings: Finding[] = checkReport(contextOf({ permitted: [{ outletCode: 'DA001', pollutant: 'NOx', permittedT: '0.1' }], today: '2027-02-01', like: like(CONCLUSION) }));
    expect(findings.length).toBeGreaterThan(2);
    for (const one of findings) expect([one.actual, one.expected, one.basis, one.suggestion.zh, one.suggestion.en].every(words => words.length > 1)).toBe(true);
    // whose text it is like is for officers: the words for the enterprise name nobody
    expect(findings.filter(one => `${one.actual}${one.suggestion.zh}`.includes('另一家医院'))).toEqual([]);
    expect(findings.find(one => one.ruleId === 'R7' && one.evidence)?.evidence).toContain('另一家医院');
  });

  it('are written down with their versions', () => {
    expect(REPORT_RULES.map(rule => rule.id)).toEqual(['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7']);
    expect(readFileSync('docs/rules.md', 'utf8')).toContain(reportRulesTable());
  });
});

describe('likeness of texts', () => {
  const words = fc.string({ unit: fc.constantFrom(...'本季锅炉运行正常污水处理站监测达标已按许可证要求落实各项措施没有超标'), minLength: 40, maxLength: 120 });
  it('is the same both ways, one for the same text, and not hidden by signs and spaces', () => {
    fc.assert(fc.property(words, words, (a, b) => {
      expect(similarity(a, b)).toBeCloseTo(similarity(b, a), 10);
      expect(similarity(a, [...a].join(' ，'))).toBe(1);
    }));
  });
  it('is found by its marks when a few characters change', () => {
    fc.assert(fc.property(words, text => {
      const other = `${text}。`;
      expect(bandsOf(text).filter(band => bandsOf(other).includes(band)).length).toBeGreaterThan(0);
    }));
    expect(bandsOf('').length).toBe(0);
    expect(bandsOf(CONCLUSION).every(band => Number.isInteger(band) && Math.abs(band) <= 2 ** 31)).toBe(true);
  });
  it('agreement within a share does not depend on the order', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 0, max: 1_000_000 }), (a, b) => expect(agree(new Decimal(a), new Decimal(b), '0.01')).toBe(agree(new Decimal(b), new Decimal(a), '0.01'))));
  });
});
