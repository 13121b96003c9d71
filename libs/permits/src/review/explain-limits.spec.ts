import fc from 'fast-check';
import { LIMIT_SEED } from '../reference/limits';
import { explainStrictest } from './explain-limits';
import type { LimitQuestion } from './limit-fit';
import type { LimitRow } from './rule';
import { strictestLimit } from './strictest-limit';

const ask = (over: Partial<LimitQuestion>): LimitQuestion => ({ medium: 'air', source: 'boiler-gas', pollutant: 'NOx', date: '2026-11-23', inKeyRegion: true, builtOn: '2018-03-20', ...over });
const told = (over: Partial<LimitQuestion>, rows: readonly LimitRow[] = LIMIT_SEED): string => {
  const { strictest } = explainStrictest(rows, ask(over));
  return strictest ? `${strictest.row.value} ${strictest.row.unit} ${strictest.row.standard}${strictest.certain ? '' : ' ?'}` : '';
};

describe('the strictest applicable limit', () => {
  it.each<[string, Partial<LimitQuestion>, string]>([
    ['a gas boiler in Shanxi', {}, '50 mg/m³ DB14/1929-2019'],
    ['before the provincial standard', { date: '2019-10-31' }, '150 mg/m³ GB 13271-2014'],
    ['the same outside of key regions', { date: '2019-10-31', inKeyRegion: false }, '200 mg/m³ GB 13271-2014'],
    ['an older boiler outside of key regions', { date: '2019-10-31', inKeyRegion: false, builtOn: '2010-01-01' }, ''],
    ['a coke oven in a key region', { source: 'coke-oven', pollutant: 'PM' }, '10 mg/m³ 环大气〔2024〕5号'],
    ['a coke oven before ultra-low', { source: 'coke-oven', pollutant: 'PM', date: '2023-12-31' }, '15 mg/m³ GB 16171-2012'],
    ['a coal power plant', { source: 'power-coal', pollutant: 'SO2' }, '35 mg/m³ 环发〔2015〕164号'],
    ['benzo[a]pyrene in μg', { source: 'coke-charging', pollutant: 'BaP' }, '0.3 μg/m³ GB 16171-2012'],
    ['a hospital into the works', { medium: 'water', source: 'hospital', pollutant: 'COD', discharge: 'indirect' }, '250 mg/L GB 18466-2005'],
    ['a hospital into the river', { medium: 'water', source: 'hospital', pollutant: 'COD', discharge: 'direct' }, '40 mg/L DB14/1928-2019'],
    ['a distillery into the works', { medium: 'water', source: 'distillery', pollutant: 'TP', discharge: 'indirect' }, '3 mg/L GB 27631-2011'],
    ['sewage, water temperature unknown', { medium: 'water', source: 'sewage-works', pollutant: 'NH3-N', discharge: 'indirect' }, '5 mg/L GB 18918-2002 ?'],
    ['discharge unknown: taken strictly', { medium: 'water', source: 'hospital', pollutant: 'COD' }, '40 mg/L DB14/1928-2019 ?'],
    ['the boundary of coking', { medium: 'fugitive', source: 'boundary', pollutant: 'benzene', industry: '2521' }, '0.4 mg/m³ GB 16171-2012'],
    ['the boundary of another industry', { medium: 'fugitive', source: 'boundary', pollutant: 'benzene', industry: '3012' }, '0.40 mg/m³ GB 16297-1996'],
    ['the boundary of cement works', { medium: 'fugitive', source: 'boundary', pollutant: 'PM', industry: '3011' }, '0.5 mg/m³ GB 4915-2013'],
    ['around the sewage works of a hospital', { medium: 'fugitive', source: 'boundary', pollutant: 'NH3', industry: '8411' }, '1.0 mg/m³ GB 18466-2005'],
    ['odour at a boundary, its class to be confirmed', { medium: 'fugitive', source: 'boundary', pollutant: 'odour', industry: '3012' }, '20 无量纲 GB 14554-93 ?'],
    ['only the special limit of a coke oven', { source: 'coke-oven', pollutant: 'PM', tier: 'special' }, '15 mg/m³ GB 16171-2012'],
    ['a daily mean of sewage works', { medium: 'water', source: 'sewage-works', pollutant: 'COD', averaging: 'day' }, '40 mg/L DB14/1928-2019 ?'],
    ['an hourly mean where only daily ones are limited', { medium: 'water', source: 'sewage-works', pollutant: 'COD', averaging: 'hour' }, ''],
    ['a night in zone 2', { medium: 'noise', source: 'zone-2', pollutant: 'noise-night' }, '50 dB(A) GB 12348-2008'],
    ['nothing known', { source: 'other' }, ''],
  ])('%s', (_title, over, expected) => {
    expect(told(over)).toBe(expected);
  });

  it('says of every candidate why, with conversions, and which one wins', () => {
    const { candidates, summary, commonOxygen } = explainStrictest(LIMIT_SEED, ask({ inKeyRegion: false }));
    expect(candidates.map(one => [one.row.tier, one.applies, one.wins])).toEqual([['provincial', true, true], ['national', true, false], ['special', false, false]]);
    expect(candidates[2]?.why.zh).toBe('特别排放限值只在重点区域执行');
    expect([commonOxygen, summary.zh]).toEqual(['3.5', '最严 50 mg/m³（基准含氧量 3.5%），依据 DB14/1929-2019，未核实']);
  });

  it('brings candidates to one oxygen and one unit and shows the way', () => {
    const row = (over: Partial<LimitRow>): LimitRow => ({ ...(LIMIT_SEED[0] as LimitRow), source: 'boiler-gas', pollutant: 'NOx', tier: 'national', buildPeriod: null, builtSince: null, ...over });
    const rows = [row({ value: '50', baseOxygen: '9', standard: 'A' }), row({ value: '52', baseOxygen: '8', standard: 'B', tier: 'provincial' }), row({ value: '60000', unit: 'μg/m³', baseOxygen: null, standard: 'C', tier: 'ultra-low' })];
    const { candidates } = explainStrictest(rows, ask({}));
    expect(candidates.map(one => [one.row.standard, one.comparedValue])).toEqual([['B', '48'], ['A', '50'], ['C', '60']]);
    expect(candidates[0]?.conversion?.zh).toBe('换算到含氧量 9%：52 ×（21 − 9）÷（21 − 8）= 48 mg/m³');
    expect(candidates[2]?.conversion?.zh).toBe('单位换算：60000 μg/m³ = 60 mg/m³');
  });

  it('agrees with what the rules take, and no applying candidate is below the winner', () => {
    const key = fc.constantFrom(...new Set(LIMIT_SEED.map(row => `${row.medium}|${row.source}|${row.pollutant}`)));
    fc.assert(fc.property(key, fc.boolean(), fc.constantFrom('direct' as const, 'indirect' as const, undefined), fc.constantFrom('2013-01-01', '2020-01-01', '2026-11-23'), (of, inKeyRegion, discharge, date) => {
      const [medium, source, pollutant] = of.split('|') as [LimitQuestion['medium'], string, string];
      const question = ask({ medium, source, pollutant, inKeyRegion, discharge, date });
      const { strictest, candidates } = explainStrictest(LIMIT_SEED, question);
      expect(strictest?.row).toBe(strictestLimit(LIMIT_SEED, question).strictest);
      for (const one of candidates.filter(each => each.applies && each.comparedValue !== null)) expect(Number(one.comparedValue)).toBeGreaterThanOrEqual(Number(strictest?.comparedValue));
    }));
  });
});
