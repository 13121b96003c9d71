import { completeHospitalForm, type Form } from '@huanbao/permits';
import fc from 'fast-check';
import { acceptResult, type ResultContext } from './accept';
import { compare } from './compliance';
import { BASE_OXYGEN, baseOxygenOf } from './base-oxygen';
import { LOWEST_PH, lowestOf } from './lowest-ph';
import { periodsOf, planOf, sourceOf } from './plan';
import { instantOf } from './row';
import { readValue } from './value';

const hospital = completeHospitalForm({ fileIds: { eia: '1' } }) as Form;
const NOW = new Date('2026-11-24T02:00:00Z');

describe('values as laboratories write them', () => {
  it.each([
    ['12.3', '12.3', '12.3', false], ['<0.5', '<0.5', '0.5', true], ['＜０．５', '<0.5', '0.5', true], ['0.5L', '<0.5', '0.5', true], ['小于3', '<3', '3', true], [' 7 ', '7', '7', false], [20, '20', '20', false], ['0', '0', '0', false],
  ])('%s is %s', (raw, text, number, belowDetection) => expect(readValue(raw)).toEqual({ text, number, belowDetection }));
  it.each([['-1', '负数'], ['<-0.5', '负数'], ['ND', '检出限'], ['未检出', '检出限'], ['12 mg/m³', '单位'], ['#VALUE!', '公式'], ['', '单位'], [null, '填写'], ['<0', '大于 0'], ['1e9', '单位'], ['12345678901', '单位'], ['NaN', '单位']])('%s is refused: %s', (raw, why) => {
    const read = readValue(raw);
    expect('problem' in read ? read.problem.zh : read).toContain(why);
  });
  it('never takes text for a number', () => {
    fc.assert(fc.property(fc.string(), raw => {
      const read = readValue(raw);
      if (!('problem' in read)) expect(Number.isFinite(Number(read.number)) && Number(read.number) >= 0).toBe(true);
    }));
  });
});

describe('times', () => {
  it.each([['2026-11-24 09:30', '2026-11-24T01:30:00.000Z'], ['2026-11-24T09:30:15', '2026-11-24T01:30:15.000Z'], ['2026-11-24T09:30:00Z', '2026-11-24T09:30:00.000Z']])('%s is %s', (raw, due) => expect(instantOf(raw)?.toISOString()).toBe(due));
  it.each(['2026-02-30 09:00', '2026-11-24', '2026-11-24 25:00', '24/11/2026 09:00', '', null, 5])('%s is no time', raw => expect(instantOf(raw)).toBeNull());
});

describe('what may be entered', () => {
  const plan = planOf(hospital);
  const context = (over: Partial<ResultContext> = {}, source = 'boiler-gas'): ResultContext => ({
    now: NOW, before: () => [], sampleUsed: () => false,
    on: day => (day < '2026-11-01' ? null : { plan, baseOxygenOf: () => baseOxygenOf(BASE_OXYGEN, source, day) ?? null, lowestOf: pollutant => lowestOf(LOWEST_PH, pollutant, day), limitOf: (_place, pollutant) => ({ NOx: { value: '50', standard: 'DB14/1929-2019' }, COD: { value: '250', standard: null }, 'fecal-coliform': { value: '5000', standard: null } })[pollutant] ?? null }),
    ...over,
  });
  const nox = (over: object = {}): object => ({ place: 'DA001', pollutant: 'NOx', sampledAt: '2026-11-23 10:00', value: '30', unit: 'mg/m³', oxygenPercent: '3.5', flow: '4800', laboratory: '山西某检测公司', cma: '200412050001', ...over });
  const codes = (raw: unknown, given = context()): string[] => {
    const found = acceptResult(raw, given);
    return 'problems' in found ? found.problems.map(one => `${one.pointer} ${one.code}`) : [];
  };

  it.each<[string, unknown, string[]]>([
    ['all is well', nox(), []],
    ['no row', 'x', [' type']],
    ['negative', nox({ value: '-30' }), ['/value value']],
    ['tomorrow', nox({ sampledAt: '2026-11-25 10:00' }), ['/sampledAt future']],
    ['in a minute', nox({ sampledAt: '2026-11-24 10:01' }), ['/sampledAt future']],
    ['no time', nox({ sampledAt: '2026-11-23' }), ['/sampledAt time']],
    ['before the permit', nox({ sampledAt: '2026-10-31 10:00' }), ['/sampledAt before-permit']],
    ['somebody else’s outlet', nox({ place: 'DA099' }), ['/place place']],
    ['a pollutant outside the plan', nox({ pollutant: 'Hg' }), ['/pollutant pollutant']],
    ['water units in the air', nox({ unit: 'mg/L' }), ['/unit unit']],
    ['oxygen of air', nox({ oxygenPercent: '21' }), ['/oxygenPercent oxygen']],
    ['no oxygen where it is needed', nox({ oxygenPercent: undefined }), ['/oxygenPercent oxygen-needed']],
    ['a thousand times too much', nox({ value: '30000' }), ['/value unit-slip']],
    ['the same in another unit', nox({ value: '30', unit: 'g/m³' }), ['/value unit-slip']],
    ['beyond a kilogram', nox({ value: '2000', unit: 'g/m³' }), ['/value impossible']],
    ['entrusted without CMA', nox({ cma: '' }), ['/cma cma']],
    ['nobody’s', nox({ laboratory: null, cma: null }), ['/laboratory laboratory', '/cma cma']],
    ['own laboratory', nox({ laboratory: null, cma: null, ownLaboratory: true }), []],
    ['unknown columns', nox({ owner: 'x' }), ['/owner unknown']],
    ['a flow with its unit', nox({ flow: '4800 m³/h' }), ['/flow number']],
    ['eleven digits', { ...nox({ place: 'DW001', pollutant: 'COD', unit: 'mg/L', oxygenPercent: undefined, value: '99999999999' }) }, ['/value value']],
  ])('%s', (_name, raw, due) => expect(codes(raw)).toEqual(due));

  it('asks about what is far from the results before, in both directions, and keeps the confirmation', () => {
    const before = context({ before: () => ['28', '30', '33'] });
    expect(codes(nox({ value: '0.03' }), before)).toEqual(['/value unit-slip']);
    expect(codes(nox({ value: '3100' }), before)).toEqual(['/value unit-slip']);
    expect(codes(nox({ value: '299' }), before)).toEqual([]);
    expect(acceptResult(nox({ value: '3100', confirmed: ['unit-slip', 'other'] }), before)).toMatchObject({ result: { confirmed: ['unit-slip'], comparison: { verdict: 'exceeded' } } });
    expect(codes(nox({ sampleNo: 'S-1' }), context({ sampleUsed: () => true }))).toEqual(['/sampleNo sample-reused']);
  });
  it('converts units and oxygen before it compares', () => {
    const low = acceptResult(nox({ value: '45000', unit: 'ug/m3', oxygenPercent: '3' }), context());
    expect(low).toMatchObject({ result: { value: '45', comparison: { verdict: 'met', comparedValue: '43.75' } } });
    // 45 × 17.5 ÷ 13 is above 50
    expect(acceptResult(nox({ value: '45', oxygenPercent: '8' }), context())).toMatchObject({ result: { comparison: { verdict: 'exceeded', comparedValue: '60.576923' } } });
    // a lime kiln has no base oxygen here: compared as measured
    expect(acceptResult(nox({ value: '45', oxygenPercent: '8' }), context({}, 'lime-kiln'))).toMatchObject({ result: { comparison: { verdict: 'met', comparedValue: '45' } } });
  });
});

describe('verdicts', () => {
  const base = { pollutant: 'COD', unit: 'mg/L', belowDetection: false, oxygenPercent: null, baseOxygen: null };
  it.each([
    ['250', false, '250', 'COD', 'met'], ['250.01', false, '250', 'COD', 'exceeded'], ['4', true, '250', 'COD', 'met'], ['0.5', true, '0.2', 'cyanide', 'not-comparable'], ['9', false, null, 'COD', 'no-limit'],
    ['9.1', false, '9', 'pH', 'exceeded'], ['5.9', false, '9', 'pH', 'exceeded'], ['6', false, '9', 'pH', 'met'],
  ])('%s (below detection: %s) against %s for %s: %s', (value, belowDetection, limit, pollutant, due) => {
    const found = compare({ ...base, pollutant, value, belowDetection, limit: limit === null ? null : { value: limit, standard: null }, lowest: lowestOf(LOWEST_PH, pollutant, '2026-11-30') });
    expect([found.verdict, found.steps.length > 0]).toEqual([due, true]);
  });
});

describe('the lower end of pH', () => {
  it('is a dated row, not a number of the program', () => {
    const rows = [{ ...LOWEST_PH[0], effectiveTo: '2026-12-31' }, { ...LOWEST_PH[0], value: '6.5', effectiveFrom: '2027-01-01' }] as typeof LOWEST_PH;
    expect(['2026-12-31', '2027-01-01'].map(day => lowestOf(rows, 'pH', day)?.value)).toEqual(['6', '6.5']);
    expect(lowestOf(rows, 'COD', '2027-01-01')).toBeNull();
  });
});

describe('planned and done', () => {
  const line = (frequency: string, method: 'manual' | 'auto' = 'manual') => ({ medium: 'air', place: 'DA001', placeName: '', pollutant: 'NOx', method, frequency, fallbackFrequency: null, technique: '' }) as const;
  const span = { from: '2026-01-01', to: '2026-12-31', today: '2026-11-24', begins: '2026-02-20' };
  const states = (frequency: string, days: string[], over = {}): string => periodsOf(line(frequency), days, { ...span, ...over }).map(one => one.state).join(' ');

  it('reads the plan with the names of the outlets', () => {
    expect(planOf(hospital)[2]).toMatchObject({ medium: 'air', place: 'DA001', placeName: '锅炉排气筒', pollutant: 'NOx', frequency: 'month', method: 'manual' });
    expect([sourceOf(hospital, 'DA001'), sourceOf(hospital, 'DW001'), sourceOf(hospital, '院界')]).toEqual(['boiler-gas', 'hospital', undefined]);
  });
  it('lists missing periods; the running one is open, one the permit hardly saw demands nothing', () => {
    expect(states('quarter', ['2026-05-03', '2026-05-20'])).toBe('short done missing open');
    expect(states('quarter', [], { begins: '2026-01-01' })).toBe('missing missing missing open');
    expect(states('year', [])).toBe('open');
    expect(states('half-year', ['2026-06-30'])).toBe('done open');
    expect(states('month', []).split(' ').length).toBe(10);
  });
  it('demands nothing of a period on each of whose days the outlet stood, and names the record; one touched in part stays due', () => {
    const stop = (from: string, to: string | null, places: string[] | null = ['DA001']) => ({ places, from, to, recordId: `${from}`, reason: '大修' });
    const begins = '2026-01-01';
    expect(states('quarter', [], { begins, excuses: [stop('2026-03-25', '2026-09-30')] })).toBe('missing standing standing open');
    expect(states('quarter', [], { begins, excuses: [stop('2026-03-25', '2026-09-29')] })).toBe('missing standing missing open');
    expect(states('quarter', [], { begins, excuses: [stop('2026-03-25', '2026-05-01'), stop('2026-05-02', null, null)] })).toBe('missing standing standing open');
    expect(states('quarter', ['2026-05-03'], { begins, excuses: [stop('2026-03-25', '2026-09-30')] })).toBe('missing done standing open');
    expect(states('quarter', [], { begins, excuses: [stop('2026-01-01', null, ['DW001'])] })).toBe('missing missing missing open');
    const [, second] = periodsOf(line('quarter'), [], { ...span, begins, excuses: [stop('2026-03-25', '2026-05-01'), stop('2026-05-02', null, null)] });
    expect(second?.excusedBy.map(one => one.recordId)).toEqual(['2026-03-25', '2026-05-02']);
  });
  it('counts nothing for automatic and unknown frequencies', () => {
    expect(periodsOf(line('continuous', 'auto'), [], span)).toEqual([]);
    expect(periodsOf(line('每季'), [], span)).toEqual([]);
  });
});
