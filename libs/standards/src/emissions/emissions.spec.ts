import fc from 'fast-check';
import {
  airFromHours, airFromSamples, atBaseOxygen, BalanceInput, capture, choose, CoefficientInput, fromBalance, fromCoefficient, inTonnes, inUnit, Outcome, quartersOf, Reading, shareUsed, waterFromDays, waterFromSamples,
} from './index';

const amountOf = (outcome: Outcome): string => ('figure' in outcome ? outcome.figure.amountT : `refused: ${outcome.refused.code}`);
const wordsOf = (outcome: Outcome): string => ('figure' in outcome ? outcome.figure.steps.map(one => one.zh).join('\n') : outcome.refused.zh);
const hour = (index: number): string => `2026-07-${String(1 + Math.floor(index / 24)).padStart(2, '0')}T${String(index % 24).padStart(2, '0')}`;
const valid = (index: number, concentration: string, flow: string): Reading => ({ at: hour(index), concentration, flow, state: 'valid' });
const DAY = '2026-09-30';

describe('amounts from automatic monitoring', () => {
  it.each<[string, Reading[], number, string]>([
    // 30 mg/m³ × 60,000 m³/h × 2 h = 3.6 × 10⁶ mg
    ['two equal hours', [valid(0, '30', '60000'), valid(1, '30', '60000')], 2, '0.0036'],
    ['hours that differ', [valid(0, '20', '50000'), valid(1, '40.5', '61000')], 2, '0.0034705'],
    ['an hour of nothing', [valid(0, '0', '60000'), valid(1, '10', '60000')], 2, '0.0006'],
    ['stopped hours are not expected', [valid(0, '30', '60000'), { at: hour(1), concentration: null, flow: null, state: 'stopped' }], 2, '0.0018'],
    // 75 % exactly suffices; the missing hour takes the highest before it
    ['one of four missing', [valid(0, '10', '10000'), valid(1, '30', '10000'), { at: hour(2), concentration: null, flow: null, state: 'invalid' }, valid(3, '20', '10000')], 4, '0.0009'],
    ['missing without a row', [valid(0, '10', '10000'), valid(1, '30', '10000'), valid(2, '20', '10000')], 4, '0.0009'],
    ['missing before anything was measured', [{ at: hour(0), concentration: null, flow: null, state: 'invalid' }, valid(1, '10', '10000'), valid(2, '10', '10000'), valid(3, '10', '10000')], 4, '0.0004'],
    ['two of three: too few', [valid(0, '10', '10000'), valid(1, '10', '10000')], 3, 'refused: capture'],
    ['no hour at all', [], 24, 'refused: capture'],
    ['the same hour twice', [valid(0, '10', '10000'), valid(0, '11', '10000')], 2, 'refused: duplicate'],
    ['a negative value', [valid(0, '-1', '10000')], 1, 'refused: number'],
    ['text', [valid(0, '＜0.5', '10000')], 1, 'refused: number'],
  ])('air, %s', (_name, readings, units, due) => {
    expect(amountOf(airFromHours({ readings, units, day: DAY }))).toBe(due);
  });

  it('fills a water gap with the mean of as many days before', () => {
    const days: Reading[] = ['100', '200', '300'].map((concentration, index) => ({ at: `2026-07-0${index + 1}`, concentration, flow: '1000', state: 'valid' }));
    // 0.1 + 0.2 + 0.3 + 0.3 (the day before the missing one)
    const outcome = waterFromDays({ readings: days, units: 4, day: DAY });
    expect(amountOf(outcome)).toBe('0.9');
    expect(wordsOf(outcome)).toContain('捕集率 75%');
    expect(wordsOf(outcome)).toContain('缺失 1 日');
  });

  const hours = fc.array(fc.tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 500_000 })), { minLength: 1, maxLength: 60 })
    .map(rows => rows.map(([c, q], index) => valid(index, String(c / 10), String(q))));

  it('does not depend on the order of the hours', () => {
    fc.assert(fc.property(hours, fc.integer({ min: 0, max: 15 }), (readings, missing) => {
      const units = readings.length + Math.min(missing, Math.floor(readings.length / 3));
      expect(amountOf(airFromHours({ readings: [...readings].reverse(), units, day: DAY }))).toBe(amountOf(airFromHours({ readings, units, day: DAY })));
    }));
  });

  it('grows with the flow in proportion, and is never negative', () => {
    fc.assert(fc.property(hours, fc.integer({ min: 0, max: 9 }), (readings, times) => {
      const grown = readings.map(one => ({ ...one, flow: String(Number(one.flow) * times) }));
      const [once, more] = [readings, grown].map(series => amountOf(airFromHours({ readings: series, units: series.length, day: DAY })));
      expect(Number(more)).toBeCloseTo(Number(once) * times, 6);
      expect(Number(once)).toBeGreaterThanOrEqual(0);
    }));
  });

  it('is the sum of its halves when nothing is missing', () => {
    fc.assert(fc.property(hours, fc.nat(60), (readings, at) => {
      const cut = at % (readings.length + 1);
      const sum = [readings.slice(0, cut), readings.slice(cut)].filter(part => part.length > 0).reduce((total, part) => total + Number(amountOf(airFromHours({ readings: part, units: part.length, day: DAY }))), 0);
      expect(sum).toBeCloseTo(Number(amountOf(airFromHours({ readings, units: readings.length, day: DAY }))), 6);
    }));
  });
});

describe('amounts from monitoring by hand', () => {
  it('takes the mean of concentration × flow times the hours (air)', () => {
    // (20×50,000 + 30×60,000) ÷ 2 = 1.4 × 10⁶ mg/h × 2,000 h
    const outcome = airFromSamples([{ concentration: '20', flow: '50000' }, { concentration: '30', flow: '60000' }], '2000');
    expect(amountOf(outcome)).toBe('2.8');
    expect(wordsOf(outcome)).toBe('手工监测 2 次，浓度×流量的平均值 1400000\n运行时间 2000 小时\n(Σ CᵢQᵢ÷n)×H×10⁻⁹ = 2.8 t');
  });
  it('takes the days of discharge (water)', () => {
    expect(amountOf(waterFromSamples([{ concentration: '40', flow: '500' }, { concentration: '60', flow: '500' }], '90'))).toBe('2.25');
  });
  it.each([[[], '10', 'no-sample'], [[{ concentration: '1', flow: '1' }], '-1', 'duration'], [[{ concentration: 'ND', flow: '1' }], '1', 'number']] as const)('refuses what cannot be reckoned: %j', (samples, time, code) => {
    expect(amountOf(airFromSamples(samples, time))).toBe(`refused: ${code}`);
  });
  it('does not depend on the order of the samples, and is linear in the time', () => {
    const samples = fc.array(fc.record({ concentration: fc.integer({ min: 0, max: 900 }).map(String), flow: fc.integer({ min: 0, max: 90_000 }).map(String) }), { minLength: 1, maxLength: 12 });
    fc.assert(fc.property(samples, fc.integer({ min: 0, max: 8784 }), (rows, time) => {
      expect(amountOf(airFromSamples([...rows].reverse(), String(time)))).toBe(amountOf(airFromSamples(rows, String(time))));
      expect(Number(amountOf(airFromSamples(rows, String(time * 2))))).toBeCloseTo(Number(amountOf(airFromSamples(rows, String(time)))) * 2, 6);
    }));
  });
});

describe('amounts that are reckoned', () => {
  const lime: CoefficientInput = { activity: '10000', activityUnit: 't', factorKgPerUnit: '1.2', removal: '0.95', treatmentRate: '0.9', source: '产排污系数手册' };
  it.each<[string, Partial<CoefficientInput>, string]>([
    // 10,000 × 1.2 × (1 − 0.855) ÷ 1000
    ['treated', {}, '1.74'],
    ['no treatment', { removal: '0' }, '12'],
    ['treatment never ran', { treatmentRate: '0' }, '12'],
    ['direct discharge', { directDischarge: true }, '12'],
    ['removal in percent', { removal: '95' }, 'refused: share'],
    ['negative activity', { activity: '-3' }, 'refused: number'],
    ['a slip of 10¹⁶', { activity: '10000000000000000' }, 'refused: number'],
  ])('coefficient, %s', (_name, over, due) => {
    expect(amountOf(fromCoefficient({ ...lime, ...over }))).toBe(due);
  });

  const coal: BalanceInput = { usedT: '1000', contentPercent: '0.8', massRatio: '2', released: '0.85', removal: '0.9', treatmentRate: '1', source: '煤质化验单' };
  it.each<[string, Partial<BalanceInput>, string]>([
    // 1000 × 0.8 % × 2 × 0.85 × 0.1
    ['sulphur of coal', {}, '1.36'],
    ['all of it released', { released: '1', removal: '0' }, '16'],
    ['more than all', { contentPercent: '101' }, 'refused: share'],
    ['released in percent', { released: '85' }, 'refused: share'],
    ['text', { usedT: '约1000' }, 'refused: number'],
  ])('balance, %s', (_name, over, due) => {
    expect(amountOf(fromBalance({ ...coal, ...over }))).toBe(due);
  });

  it('never reckons more than was formed', () => {
    const share = fc.integer({ min: 0, max: 100 }).map(n => String(n / 100));
    fc.assert(fc.property(share, share, (removal, treatmentRate) => {
      const amount = Number(amountOf(fromCoefficient({ ...lime, removal, treatmentRate })));
      expect(amount).toBeGreaterThanOrEqual(0);
      expect(amount).toBeLessThanOrEqual(12);
    }));
  });
});

describe('which figure counts', () => {
  const figure = (method: 'automatic' | 'manual' | 'coefficient' | 'balance', amountT: string): Outcome => ({ figure: { method, amountT, steps: [], unverified: false } });
  const gap: Outcome = { refused: { code: 'capture', zh: '', en: '' } };
  it.each([
    ['automatic before manual', { automatic: figure('automatic', '1'), manual: figure('manual', '2') }, false, '1', 0],
    ['manual when the capture fails', { automatic: gap, manual: figure('manual', '2'), coefficient: figure('coefficient', '3') }, false, '2', 1],
    ['manual on failure also where automatic is demanded', { automatic: gap, manual: figure('manual', '2') }, true, '2', 1],
    ['coefficient before balance', { coefficient: figure('coefficient', '3'), balance: figure('balance', '4') }, false, '3', 0],
    ['balance last', { balance: figure('balance', '4') }, false, '4', 0],
    ['demanded and not installed: direct discharge, whatever was measured by hand', { manual: figure('manual', '2'), directDischarge: figure('coefficient', '9') }, true, '9', 0],
    ['demanded, not installed, no factor', { manual: figure('manual', '2') }, true, 'refused: direct-discharge', 0],
    ['nothing', {}, false, 'refused: no-data', 0],
  ])('%s', (_name, candidates, demanded, due, passed) => {
    const chosen = choose(candidates, demanded);
    expect([amountOf(chosen), chosen.passedOver.length]).toEqual([due, passed]);
  });
});

describe('base oxygen', () => {
  it.each([
    // 45 × (21 − 9) ÷ (21 − 12) = 60
    ['45', '12', '9', '60'],
    ['30', '9', '9', '30'],
    ['35', '2.5', '3.5', '33.108108'],
    ['0', '12', '9', '0'],
  ])('%s mg/m³ at %s %% oxygen is, at %s %%, %s mg/m³', (concentrationMgM3, oxygenPercent, baseOxygenPercent, due) => {
    const converted = atBaseOxygen({ concentrationMgM3, oxygenPercent, baseOxygenPercent });
    expect('refused' in converted ? converted.refused.code : converted.concentrationMgM3).toBe(due);
  });
  it.each([['30', '21', '9', 'oxygen'], ['30', '21.3', '9', 'oxygen'], ['30', '-1', '9', 'number'], ['-30', '12', '9', 'number'], ['30', '12', '21', 'base-oxygen']])('refuses %s at %s %%, base %s %%', (concentrationMgM3, oxygenPercent, baseOxygenPercent, code) => {
    const converted = atBaseOxygen({ concentrationMgM3, oxygenPercent, baseOxygenPercent });
    expect('refused' in converted && converted.refused.code).toBe(code);
  });
});

describe('capture, quarters, units, shares', () => {
  it.each([[1643, 2190, true], [1642, 2190, false], [0, 0, false], [10, 10, true]])('%d of %d hours suffice: %s', (have, expected, suffices) => {
    expect(capture(have, expected, '0.75').suffices).toBe(suffices);
  });
  it('cuts a span into its quarters, leap years too', () => {
    expect(quartersOf('2027-11-15', '2028-04-02').map(one => [one.key, one.from, one.to])).toEqual([
      ['2027Q4', '2027-11-15', '2027-12-31'], ['2028Q1', '2028-01-01', '2028-03-31'], ['2028Q2', '2028-04-01', '2028-04-02'],
    ]);
    expect(quartersOf('2026-05-01', '2026-04-01')).toEqual([]);
  });
  it.each([['2.5', 'g/m³', 'mg/m3', '2500'], ['500', 'ug/Nm3', 'mg/m³', '0.5'], ['0.5', 'mg/l', 'µg/L', '500'], ['7', 'MPN/L', 'MPN/L', '7'], ['1', 'mg/m³', 'mg/L', undefined], ['3', '倍', 'mg/L', undefined]])('%s %s in %s', (value, unit, wanted, due) => {
    expect(inUnit(value, unit, wanted)).toBe(due);
  });
  it('comes back from every unit as it went', () => {
    const units = fc.constantFrom('g/m³', 'mg/m³', 'μg/m³', 'ng/m³');
    fc.assert(fc.property(fc.integer({ min: 0, max: 1_000_000 }).map(n => String(n / 1000)), units, units, (value, one, other) => {
      expect(Number(inUnit(inUnit(value, one, other) as string, other, one))).toBe(Number(value));
    }));
    expect([inTonnes('1500', 'kg'), inTonnes('2', '万t'), inTonnes('1', 'm³')]).toEqual(['1.5', '20000', undefined]);
  });
  it.each([['7.9', '10', '79', 'none'], ['8', '10', '80', 'near'], ['9.999', '10', '99.9', 'near'], ['10', '10', '100', 'full'], ['12', '10', '120', 'full'], ['0', '0', '0', 'none'], ['0.1', '0', null, 'full'], ['3', null, null, 'none']] as const)('%s of %s t: %s %%, %s', (amount, permitted, usedPercent, warning) => {
    expect(shareUsed(amount, permitted)).toEqual({ usedPercent, warning });
  });
});
