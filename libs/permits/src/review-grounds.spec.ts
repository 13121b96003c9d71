import type { LimitRow, ReviewContext } from './review/rule';
import { factsHashOf } from './review-grounds';

const LIMIT: LimitRow = {
  standard: 'GB 0-2020', title: '示例标准', medium: 'air', source: 'lime-kiln', pollutant: 'PM', value: '20', unit: 'mg/m³', tier: 'national', validFrom: '2020-01-01', validTo: null, verified: true, note: null,
};
const FACTS: Omit<ReviewContext, 'form'> = {
  enterprise: { uscc: '91130200699229617X', name: '示例石灰有限公司' }, applicationDate: '2026-11-23', handInDate: '2026-11-23', limits: [LIMIT], bounds: { west: 111.3, south: 36.9, east: 111.95, north: 37.3 }, cityName: '示例市', base: null,
};

describe('what a machine review rests on', () => {
  it.each<readonly [string, Partial<ReviewContext>]>([
    ['another day', { handInDate: '2026-11-24' }], ['another limit', { limits: [{ ...LIMIT, value: '10' }] }], ['a limit somebody verified', { limits: [{ ...LIMIT, verified: false }] }],
    ['another name of the enterprise', { enterprise: { ...FACTS.enterprise, name: '更名后的公司' } }], ['another version of the permit', { base: { form: {}, version: 2, validTo: '2031-11-22', renewBy: '2031-09-23' } }], ['another last day for renewing', { base: { form: {}, version: 1, validTo: '2031-11-22', renewBy: '2031-08-24' } }],
  ])('%s is another ground', (_, over) => {
    expect(factsHashOf({ ...FACTS, ...over })).not.toBe(factsHashOf(FACTS));
  });

  it('the form is not part of it, nor the order in which facts are read', () => {
    expect(factsHashOf({ ...FACTS, form: { basic: { siteName: '另一个厂' } } })).toBe(factsHashOf(FACTS));
    expect(factsHashOf(Object.fromEntries(Object.entries(FACTS).reverse()) as typeof FACTS)).toBe(factsHashOf(FACTS));
  });
});
