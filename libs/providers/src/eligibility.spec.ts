import { eligibility, Standing } from './eligibility';

const cma = { kind: 'CMA', state: 'verified', scope: '水和废水', validFrom: '2026-01-01', validTo: '2026-12-31' };
const good: Standing = { organisationActive: true, hasProfile: true, qualifications: [cma], restrictions: [] };
const reasons = (standing: Standing, required = ['CMA'], on = '2026-11-23'): string[] => {
  const verdict = eligibility(standing, required, on);
  return verdict.ok ? [] : verdict.reasons.map(r => r.zh);
};

describe('right to bid', () => {
  it('is given to an active firm with a verified, unexpired qualification', () => expect(eligibility(good, ['CMA'], '2026-11-23')).toEqual({ ok: true }));
  it('needs no qualification when none is asked for', () => expect(reasons({ ...good, qualifications: [] }, [])).toEqual([]));
  it.each(['2026-01-01', '2026-12-31'])('holds on the first and the last day (%s)', day => expect(reasons(good, ['CMA'], day)).toEqual([]));
  it.each([
    ['suspended', { ...good, organisationActive: false }, /暂停/],
    ['without profile', { ...good, hasProfile: false }, /服务信息/],
    ['without the qualification', { ...good, qualifications: [] }, /缺少“CMA”/],
    ['with a pending one', { ...good, qualifications: [{ ...cma, state: 'pending' }] }, /正在核验/],
    ['with a rejected one', { ...good, qualifications: [{ ...cma, state: 'rejected' }] }, /缺少/],
    ['with an expired one', { ...good, qualifications: [{ ...cma, validTo: '2026-11-22' }] }, /有效期/],
    ['with a suspended one', { ...good, qualifications: [{ ...cma, state: 'suspended' }] }, /暂停/],
    ['restricted by points of the field', { ...good, restrictions: [{ nameZh: '环评失信记分', nameEn: 'EIA', kinds: ['CMA'], from: '2026-11-01', until: '2027-04-30' }] }, /限期整改/],
    ['with one of the future', { ...good, qualifications: [{ ...cma, validFrom: '2026-11-24' }] }, /有效期/],
  ])('is refused to a firm %s, with what to do', (_what, standing, text) => expect(reasons(standing)).toEqual([expect.stringMatching(text)]));
  it('gives all reasons at once', () => expect(reasons({ organisationActive: false, hasProfile: false, qualifications: [], restrictions: [] }, ['CMA', '运维服务', 'CMA'])).toHaveLength(4));
  it('is not touched by points of another field, nor by a span that is over', () => {
    const points = { nameZh: '环评失信记分', nameEn: 'EIA', kinds: ['环评备案'], from: '2026-11-01', until: '2027-04-30' };
    expect(reasons({ ...good, restrictions: [points, { ...points, kinds: ['CMA'], until: '2026-11-22' }] })).toEqual([]);
  });
});
