import Decimal from 'decimal.js';
import fc from 'fast-check';
import { completeHospitalForm } from '../demo/hospital.form';
import { completeLimeKilnForm } from '../demo/lime-kiln.form';
import type { Form, Row, SectionData, SectionKey } from '../form/field';
import { rowsOf } from '../form/form';
import { YEARS } from '../form/sections/air';
import { fiveYearsAfter } from '../certificate/validity';
import { Finding, LimitRow, ReviewContext } from './rule';
import { review, RULES, ruleVersions } from './rules';
import { strictestLimit } from './strictest-limit';

const FILES = { commitment: '018f0000-0000-7000-8000-000000000001' };
const USCC = '91130200699229617X';

const limitRow = (over: Partial<LimitRow>): LimitRow => ({
  standard: 'GB 0-2020', title: '示例标准', medium: 'air', source: 'lime-kiln', pollutant: 'PM', value: '20', unit: 'mg/m³', tier: 'national',
  validFrom: '2020-01-01', validTo: null, verified: true, note: null, ...over,
});

const LIMITS: readonly LimitRow[] = [
  limitRow({}), limitRow({ pollutant: 'SO2', value: '200' }), limitRow({ pollutant: 'NOx', value: '300' }), limitRow({ source: 'dust', value: '20' }),
];

function contextOf(form: Form, over: Partial<ReviewContext> = {}): ReviewContext {
  return {
    form, enterprise: { uscc: USCC, name: '示例石灰有限公司' }, applicationDate: '2026-11-23', limits: LIMITS,
    bounds: { west: 111.3, south: 36.9, east: 111.95, north: 37.3 }, cityName: '示例市', ...over,
  };
}

const lime = (): Record<SectionKey, SectionData> => structuredClone(completeLimeKilnForm({ fileIds: FILES }));

/** The form with one value changed; `undefined` removes it. */
function withValue(pointer: string, value: unknown): Form {
  const form = lime() as unknown as Record<string, unknown>;
  const parts = pointer.split('/').slice(1);
  const last = parts.pop() as string;
  const parent = parts.reduce<Record<string, unknown>>((at, part) => at[part] as Record<string, unknown>, form);
  if (value === undefined && Array.isArray(parent)) parent.splice(Number(last), 1);
  else if (value === undefined) delete parent[last];
  else parent[last] = value;
  return form as unknown as Form;
}

const found = (findings: readonly Finding[], ruleId: string): string[] => findings.filter(one => one.ruleId === ruleId).map(one => `${one.level} ${one.pointer}`);

describe('the machine review', () => {
  it('finds nothing in a complete lime kiln form', () => {
    expect(review(contextOf(lime()))).toEqual([]);
  });

  it('finds no error in a complete hospital form and says where the reference table is silent', () => {
    const findings = review(contextOf(completeHospitalForm({ uscc: USCC, fileIds: FILES })));
    expect(findings.filter(one => one.level === 'E')).toEqual([]);
    expect(new Set(findings.map(one => one.ruleId))).toEqual(new Set(['C5']));
  });

  it('has a person look where somebody says that he lies outside the key region his city lies in', () => {
    const airKeyRegion = { name: '示例区域', legalBasis: '示例文件', since: '2023-11-30', verified: false };
    const outside = withValue('/basic/inKeyRegion', false);
    expect(found(review(contextOf(outside, { airKeyRegion })), 'C3')).toEqual(['W /basic/inKeyRegion']);
    expect(found(review(contextOf(withValue('/basic/inKeyRegion', true), { airKeyRegion })), 'C3')).toEqual([]);
    expect(found(review(contextOf(outside)), 'C3')).toEqual([]);
    expect(found(review(contextOf(outside, { airKeyRegion, applicationDate: '2023-11-29' })), 'C3')).toEqual([]);
  });

  it('asks the outline of the city, where there is one, not only its box', () => {
    const city = { boundary: [[[[111.3, 36.9], [111.95, 36.9], [111.95, 37.3], [111.3, 37.3], [111.3, 36.9]]]] } as const;
    const northOnly = { boundary: [[[[111.3, 37.25], [111.95, 37.25], [111.95, 37.3], [111.3, 37.3], [111.3, 37.25]]]] } as const;
    expect(review(contextOf(lime(), city))).toEqual([]);
    expect(found(review(contextOf(lime(), northOnly)), 'C3')).toContain('W /basic/location');
  });

  it('records the version of each rule', () => {
    expect(Object.keys(ruleVersions())).toEqual(Array.from({ length: 16 }, (_, index) => `C${index + 1}`));
  });

  it.each([
    ['C1', '/basic/uscc', '91130200699229618X', ['E /basic/uscc']],
    ['C1', '/basic/uscc', '91330100799655058B', ['E /basic/uscc']],
    ['C1', '/air-outlets/outlets/1/code', 'DA001', ['E /air-outlets/outlets/1/code', 'E /process-nodes/nodes/1/outletCode', 'E /air-limits/limits/3/outletCode', 'E /self-monitoring/plan/3/outletCode']],
    ['C1', '/process-nodes/nodes/0/facilityCode', 'MF0009', ['E /process-nodes/nodes/0/facilityCode']],
    ['C3', '/materials/materials', undefined, ['E /materials/materials']],
    ['C3', '/products/products/0/capacity', '0', ['E /products/products/0/capacity']],
    ['C3', '/air-outlets/outlets/0/location', { longitude: '37.1', latitude: '11.7' }, ['W /air-outlets/outlets/0/location']],
    ['C3', '/attachments/files/0', undefined, ['E /attachments/files']],
    ['C4', '/process-nodes/nodes/0', undefined, ['E /products/facilities/0/code', 'E /air-outlets/outlets/0/code']],
    ['C4', '/process-nodes/nodes/2/noTreatmentReason', undefined, ['E /process-nodes/nodes/2/treatmentCode']],
    ['C4', '/process-nodes/nodes/0/treatmentCode', 'TW001', ['E /process-nodes/nodes/0/treatmentCode']],
    ['C4', '/process-nodes/nodes/0/outletClass', 'general', ['E /air-outlets/outlets/0/outletClass']],
    ['C4', '/air-outlets/outlets/0/pollutants', ['PM', 'SO2'], ['E /process-nodes/nodes/0/pollutants']],
    ['C5', '/air-limits/limits/0/concentrationMgM3', '20.000001', ['E /air-limits/limits/0/concentrationMgM3']],
    ['C5', '/air-limits/limits/0/concentrationMgM3', '20', []],
    ['C5', '/air-outlets/outlets/0/source', 'other', ['W /air-limits/limits/0/concentrationMgM3', 'W /air-limits/limits/1/concentrationMgM3', 'W /air-limits/limits/2/concentrationMgM3']],
    ['C7', '/air-totals/plantTotals/0/year3T', '4.80', ['E /air-totals/plantTotals/0/year3T']],
    ['C7', '/air-totals/plantTotals/0/year3T', '4.7565', []],
    ['C7', '/air-totals/plantTotals/0', undefined, ['E /air-totals/plantTotals']],
    ['C8', '/basic/approvedTotals/2/amountTA', '70', YEARS.map(year => `E /air-totals/plantTotals/2/${year}`)],
    ['C8', '/air-limits/limits/0/year5T', '/', ['E /air-limits/limits/0/year5T']],
    ['C10', '/self-monitoring/plan/1', undefined, ['E /air-outlets/outlets/0/pollutants']],
    ['C10', '/self-monitoring/plan/5', undefined, ['E /self-monitoring/plan']],
    ['C10', '/self-monitoring/plan/5/frequency', 'year', ['W /self-monitoring/plan/5/frequency']],
    ['C13', '/basic/constructionStartDate', '2023-03-21', ['E /basic/eiaReexaminationNumber']],
    ['C13', '/basic/constructionStartDate', '2023-03-20', []],
    ['C13', '/basic/constructionStartDate', '2017-01-01', ['W /basic/constructionStartDate']],
    ['C13', '/basic/eiaDate', '2026-11-24', ['E /basic/eiaDate', 'W /basic/constructionStartDate']],
  ])('%s with %s = %p gives %p', (rule, pointer, value, expected) => {
    expect(found(review(contextOf(withValue(pointer, value))), rule).sort()).toEqual([...expected].sort());
  });

  it('explains each finding in both languages with a basis', () => {
    const findings = review(contextOf({}));
    expect(findings.length).toBeGreaterThan(10);
    for (const one of findings) {
      expect(one.basis.length).toBeGreaterThan(4);
      expect(one.suggestion.zh).not.toMatch(/该字段必填|非法|无效/);
      expect(one.suggestion.en.length).toBeGreaterThan(8);
      expect(one.pointer).toMatch(/^\/[a-z-]+/);
    }
  });

  it('throws for no content whatever', () => {
    const section = fc.constantFrom('basic', 'products', 'air-outlets', 'air-limits', 'air-totals', 'process-nodes');
    const table = fc.constantFrom('facilities', 'outlets', 'limits', 'nodes', 'plantTotals');
    const row = fc.dictionary(fc.constantFrom('code', 'outletCode', 'pollutant', 'source', 'year1T'), fc.constantFrom('DA001', 'PM', '/', '1.5', ''));
    fc.assert(
      fc.property(fc.dictionary(section, fc.dictionary(table, fc.array(row))), form => {
        expect(Array.isArray(review(contextOf(form as Form)))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('reviews 300 outlets with 8 pollutants', () => {
    const form = hugeForm(300);
    const findings = review(contextOf(form));
    expect(findings.filter(one => one.ruleId === 'C1')).toEqual([]);
    expect(rowsOf(form, 'air-limits', 'limits')).toHaveLength(2400);
  });
});

describe('C5 and the reference table', () => {
  const ask = (rows: readonly LimitRow[], over: { date?: string; inKeyRegion?: boolean } = {}): string | undefined =>
    strictestLimit(rows, { medium: 'air', source: 'lime-kiln', pollutant: 'PM', date: '2026-11-23', inKeyRegion: true, ...over }).strictest?.value;

  it.each([
    ['takes the strictest', [limitRow({ value: '30' }), limitRow({ value: '10' })], {}, '10'],
    ['compares units', [limitRow({ value: '30' }), limitRow({ value: '900', unit: 'μg/m³' })], {}, '900'],
    ['forgets what has ended', [limitRow({ value: '30' }), limitRow({ value: '10', validTo: '2026-11-22' })], {}, '30'],
    ['does not run ahead', [limitRow({ value: '30' }), limitRow({ value: '10', validFrom: '2026-11-24' })], {}, '30'],
    ['keeps the first and the last day', [limitRow({ value: '10', validFrom: '2026-11-23', validTo: '2026-11-23' })], {}, '10'],
    ['leaves special limits to key regions', [limitRow({ value: '30' }), limitRow({ value: '10', tier: 'special' })], { inKeyRegion: false }, '30'],
    ['ignores units that cannot be compared', [limitRow({ value: '1', unit: 'kg/t' })], {}, undefined],
  ] as const)('%s', (_, rows, over, expected) => {
    expect(ask([...rows], { ...over })).toBe(expected);
  });

  it('holds a claim against what the form says the approval demands, and only where that is stricter', () => {
    const asked = (approvalMgM3: string, claim = '20', over: object = {}): [string, string][] => {
      const form = structuredClone(withValue('/air-limits/limits/0/concentrationMgM3', claim)) as unknown as { 'air-limits': { limits: Record<string, unknown>[] } };
      (form['air-limits'].limits[0] as Record<string, unknown>)['approvalMgM3'] = approvalMgM3;
      return review(contextOf(form as never, over)).filter(one => one.ruleId === 'C5' && one.pointer === '/air-limits/limits/0/concentrationMgM3').map(one => [one.level, one.expected]);
    };
    expect(asked('15')).toEqual([['E', '≤ 15 mg/m³']]);
    expect([asked('20'), asked('15', '15'), asked('/'), asked('90')]).toEqual([[], [], [], []]);
    // a lax value in the column makes no standard laxer
    expect(asked('90', '20.000001')).toEqual([['E', '≤ 20 mg/m³']]);
    // without any reference limit the approval still binds, and a person is still asked to look for the standard
    expect(asked('15', '20', { limits: [] })).toEqual([['W', '有据可查的标准限值'], ['E', '≤ 15 mg/m³']]);
  });

  it('compares the columns of means and of the special limit with the limits of that mean and kind', () => {
    const rows = [limitRow({ value: '30' }), limitRow({ value: '20', averaging: 'hour', standard: 'GB 1-2020' }), limitRow({ value: '12', averaging: 'day', standard: 'GB 2-2020' }), limitRow({ value: '15', tier: 'special', standard: 'GB 3-2020' })];
    const asked = (over: object): [string, string][] => {
      const form = structuredClone(withValue('/air-limits/limits/0/concentrationMgM3', '10')) as unknown as { 'air-limits': { limits: Record<string, unknown>[] } };
      Object.assign(form['air-limits'].limits[0] as object, over);
      return review(contextOf(form as never, { limits: [...rows, ...LIMITS.slice(1)] })).filter(one => one.ruleId === 'C5' && one.pointer.startsWith('/air-limits/limits/0/')).map(one => [one.pointer.split('/').at(-1) as string, one.expected]);
    };
    expect(asked({ hourMgM3: '15', dayMgM3: '12', specialMgM3: '15' })).toEqual([]);
    // the special limit holds for every mean in a key region; a daily one says nothing of an hour
    expect(asked({ hourMgM3: '15.5', dayMgM3: '12.5', specialMgM3: '15.5' })).toEqual([['hourMgM3', '≤ 15 mg/m³'], ['dayMgM3', '≤ 12 mg/m³'], ['specialMgM3', '≤ 15 mg/m³']]);
    expect(asked({ hourMgM3: '/', dayMgM3: undefined })).toEqual([]);
  });

  it('only warns on an unverified limit and says so', () => {
    const rows = [limitRow({ value: '30' }), limitRow({ value: '5', verified: false, standard: 'DB 0-2021', tier: 'provincial' })];
    const [finding] = review(contextOf(lime(), { limits: [...rows, ...LIMITS.slice(1)] })).filter(one => one.ruleId === 'C5');
    expect(finding).toMatchObject({ level: 'W', expected: '≤ 5 mg/m³', evidence: 'DB 0-2021（地方标准）5 mg/m³，数值尚未核对标准原文；GB 0-2020（国家标准）30 mg/m³' });
    expect(finding?.suggestion.zh).toContain('尚未核对标准原文');
  });

  it('never calls a claim at or below the strictest limit too loose, and always one above the strictest verified', () => {
    const value = fc.integer({ min: 1, max: 100_000 }).map(n => new Decimal(n).div(100).toFixed());
    fc.assert(
      fc.property(fc.array(fc.tuple(value, fc.boolean()), { minLength: 1, maxLength: 6 }), value, (limits, claim) => {
        const rows = limits.map(([v, verified]) => limitRow({ value: v, verified }));
        const findings = review(contextOf(withValue('/air-limits/limits/0/concentrationMgM3', claim), { limits: [...rows, ...LIMITS.slice(1)] }))
          // a value a thousandth of the limit is asked about, not called loose
          .filter(one => one.pointer === '/air-limits/limits/0/concentrationMgM3' && one.expected.startsWith('≤'));
        const verified = limits.filter(([, v]) => v).map(([v]) => new Decimal(v));
        const strictest = Decimal.min(...limits.map(([v]) => v));
        if (strictest.gte(claim)) expect(findings).toEqual([]);
        else expect(findings[0]?.level).toBe(verified.some(v => v.lt(claim)) ? 'E' : 'W');
      }),
    );
  });
});

describe('C7', () => {
  it('accepts any split of the totals over the outlets', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 8 }), parts => {
        const tonnes = parts.map(part => new Decimal(part).div(1000));
        const years = (t: Decimal): Row => Object.fromEntries(YEARS.map(year => [year, t.toFixed()]));
        const form: Form = { 'air-limits': { limits: tonnes.map(t => ({ outletCode: 'DA001', pollutant: 'PM', ...years(t) })) }, 'air-totals': { plantTotals: [{ pollutant: 'PM', ...years(Decimal.sum(...tonnes)) }] } };
        expect(found(review(contextOf(form)), 'C7')).toEqual([]);
      }),
    );
  });
});

describe('five years', () => {
  it.each([['2018-03-20', '2023-03-20'], ['2020-02-29', '2025-02-28'], ['2026-11-23', '2031-11-23']])('after %s are over on %s', (from, to) => {
    expect(fiveYearsAfter(from)).toBe(to);
  });
});

function hugeForm(outlets: number): Form {
  const form = lime();
  const [outlet] = rowsOf(form, 'air-outlets', 'outlets');
  const [limit] = rowsOf(form, 'air-limits', 'limits');
  const codes = Array.from({ length: outlets }, (_, i) => `DA${String(i + 1).padStart(3, '0')}`);
  return {
    ...form,
    'air-outlets': { hasAirOutlets: true, outlets: codes.map(code => ({ ...outlet, code })) },
    'air-limits': { limits: codes.flatMap(outletCode => ['PM', 'SO2', 'NOx', 'VOCs', 'NMHC', 'NH3', 'H2S', 'Hg'].map(pollutant => ({ ...limit, outletCode, pollutant }))) },
    'air-totals': { plantTotals: [] },
  };
}

it('every rule has an id, a version and a title in both languages', () => {
  for (const rule of RULES) expect([rule.id, rule.version, rule.title.zh.length > 3, rule.title.en.length > 3]).toEqual([expect.stringMatching(/^C\d+$/), expect.stringMatching(/^2026\.\d+$/), true, true]);
});
