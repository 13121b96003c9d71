import fc from 'fast-check';
import type { Form } from '../form/field';
import { LimitFact, limitsOf, PlacedLimit, planLimits } from './limits-of';
import { validityOf } from './validity-of';

const form: Form = {
  'air-limits': { limits: [{ outletCode: 'DA001', pollutant: 'SO2', standard: 'GB 13271-2014', concentrationMgM3: '50', rateKgH: '/', year1T: '1.2', year2T: '1.2', year3T: '1', year4T: '/', year5T: '0' }] },
  'water-outlets': { limits: [{ outletCode: 'DW001', pollutant: 'COD', concentrationMgL: '60', annualT: '3' }] },
} as Form;

describe('limits as rows', () => {
  it('takes every number, and “/” as none', () => {
    expect(limitsOf(form).map(one => [one.outletCode, one.measure, one.permitYear, one.value, one.unit])).toEqual([
      ['DA001', 'concentration', null, '50', 'mg/m³'],
      ['DA001', 'annual', 1, '1.2', 't/a'], ['DA001', 'annual', 2, '1.2', 't/a'], ['DA001', 'annual', 3, '1', 't/a'], ['DA001', 'annual', 5, '0', 't/a'],
      ['DW001', 'concentration', null, '60', 'mg/L'], ['DW001', 'annual', null, '3', 't/a'],
    ]);
  });

  it('keeps the means beside the concentration that always holds', () => {
    const row = { outletCode: 'DA001', pollutant: 'NOx', concentrationMgM3: '50', hourMgM3: '60', dayMgM3: '40', specialMgM3: '50' };
    expect(limitsOf({ 'air-limits': { limits: [row] } } as unknown as Form).map(one => [one.measure, one.value])).toEqual([['concentration', '50'], ['hour-mean', '60'], ['day-mean', '40']]);
  });

  it.each([['50', '30', ['30']], ['9', '10.0', ['9']], ['/', '30', ['30']], ['50', '/', ['50']], ['/', '/', []]])('concentration %s, special limit %s: the stricter one limits', (concentrationMgM3, specialMgM3, due) => {
    const row = { outletCode: 'DA001', pollutant: 'NOx', concentrationMgM3, specialMgM3 };
    expect(limitsOf({ 'air-limits': { limits: [row] } } as unknown as Form).filter(one => one.measure === 'concentration').map(one => one.value)).toEqual(due);
  });

  it.each([
    ['water-limits', 'fecal-coliform', 'MPN/L'], ['water-limits', 'colour', '倍'], ['water-limits', 'pH', '无量纲'], ['water-limits', 'oil', 'mg/L'],
    ['air-limits', 'BaP', 'μg/m³'], ['air-limits', 'odour', '无量纲'], ['air-limits', 'NOx', 'mg/m³'],
  ])('%s: %s is limited in %s', (section, pollutant, unit) => {
    const row = { outletCode: 'DW001', pollutant, concentrationMgL: '9', concentrationMgM3: '9' };
    expect(limitsOf({ [section]: { limits: [row] } } as unknown as Form).map(one => one.unit)).toEqual([unit]);
  });

  it('reads the plant totals and water limits where the form keeps them now', () => {
    const now = { 'air-totals': { plantTotals: [{ pollutant: 'SO2', year1T: '2' }] }, 'water-limits': { limits: [{ outletCode: 'DW001', pollutant: 'pH', concentrationMgL: '9' }] },
      noise: { boundaries: [{ point: '东厂界', dayDbA: '60', nightDbA: '50', standard: 'GB 12348-2008' }] } } as unknown as Form;
    expect(limitsOf(now).map(one => [one.medium, one.outletCode, one.measure, one.value])).toEqual([
      ['air', 'plant', 'annual', '2'], ['water', 'DW001', 'concentration', '9'], ['noise', '东厂界', 'day-level', '60'], ['noise', '东厂界', 'night-level', '50'],
    ]);
  });
});

const PERIOD = { effectiveFrom: '2026-11-24', validFrom: '2026-11-24' };
const placedBy = (facts: readonly LimitFact[], period = PERIOD): PlacedLimit[] => planLimits([], facts, period).begin.map((one, index) => ({ ...one, id: String(index) }));

describe('a version taking effect', () => {
  const rows = placedBy(limitsOf(form));

  it('places yearly amounts in their year of validity', () => {
    expect(rows.filter(one => one.permitYear !== null).map(one => [one.permitYear, one.validFrom, one.validUntil])).toEqual([
      [1, '2026-11-24', '2027-11-24'], [2, '2027-11-24', '2028-11-24'], [3, '2028-11-24', '2029-11-24'], [5, '2030-11-24', '2031-11-24'],
    ]);
  });

  it('lets go on what is the same, writes 50 and 50.0 alike, and ends what changed', () => {
    const changed = structuredClone(form) as { [key: string]: { limits: Record<string, string>[] } };
    const row = changed['air-limits']?.limits[0] as Record<string, string>;
    Object.assign(row, { concentrationMgM3: '50.0', year3T: '0.8' });
    const plan = planLimits(rows, limitsOf(changed as unknown as Form), { effectiveFrom: '2027-03-01', validFrom: '2026-11-24' });
    expect(plan.end).toEqual([rows.find(one => one.permitYear === 3)?.id]);
    expect(plan.begin).toMatchObject([{ permitYear: 3, value: '0.8', validFrom: '2028-11-24', validUntil: '2029-11-24' }]);
  });

  it('writes no row for a year that is over', () => {
    const late = planLimits([], limitsOf(form), { effectiveFrom: '2029-01-10', validFrom: '2026-11-24' });
    expect(late.begin.filter(one => one.permitYear !== null).map(one => one.permitYear)).toEqual([3, 5]);
  });

  it('says of every day exactly what the version of that day says', () => {
    const fact = fc.record({
      medium: fc.constant('water' as const), outletCode: fc.constantFrom('DW001', 'DW002'), pollutant: fc.constantFrom('COD', 'NH3N'), measure: fc.constant('concentration' as const),
      permitYear: fc.constant(null), value: fc.integer({ min: 1, max: 3 }).map(String), unit: fc.constant('mg/L'), standard: fc.constant(null),
    });
    const facts = fc.uniqueArray(fact, { selector: one => one.outletCode + one.pollutant, maxLength: 4 });
    const key = (one: LimitFact): string => `${one.outletCode}${one.pollutant}=${one.value}`;
    fc.assert(fc.property(fc.array(facts, { minLength: 1, maxLength: 6 }), versions => {
      let table: PlacedLimit[] = [];
      versions.forEach((version, index) => {
        const effectiveFrom = `2027-0${index + 1}-01`;
        const plan = planLimits(table.filter(one => one.validUntil === null), version, { effectiveFrom, validFrom: '2027-01-01' });
        table = table.map(one => (plan.end.includes(one.id) ? { ...one, validUntil: effectiveFrom } : one));
        table.push(...plan.begin.map((one, at) => ({ ...one, id: `${index}-${at}` })));
      });
      versions.forEach((version, index) => {
        const day = `2027-0${index + 1}-15`;
        const onDay = table.filter(one => one.validFrom <= day && (one.validUntil === null || one.validUntil > day));
        expect(onDay.map(key).sort()).toEqual(version.map(key).sort());
      });
    }));
  });
});

describe('the period of a version', () => {
  const old = { validFrom: '2021-12-01', validTo: '2026-11-30' };
  it.each([
    ['new', null, '2026-11-24', '2031-11-23', '2026-11-24'],
    ['reapply', old, '2026-11-24', '2031-11-23', '2026-11-24'],
    ['change', old, '2021-12-01', '2026-11-30', '2026-11-24'],
    ['adjust', old, '2021-12-01', '2026-11-30', '2026-11-24'],
    ['renew', old, '2026-12-01', '2031-11-30', '2026-12-01'],
    ['renew', { ...old, validTo: '2026-11-20' }, '2026-11-24', '2031-11-23', '2026-11-24'],
    // in time, decided four days after the end: no day without a permit
    ['renew', { ...old, validTo: '2026-11-20', wasInTime: true }, '2026-11-21', '2031-11-20', '2026-11-24'],
  ] as const)('of %s', (type, before, validFrom, validTo, effectiveFrom) => {
    expect(validityOf(type, '2026-11-24', before)).toEqual({ validFrom, validTo, effectiveFrom });
  });
});
