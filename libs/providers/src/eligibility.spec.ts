import { eligibility, Standing } from './eligibility';

const cma = { kind: 'CMA', state: 'verified', validFrom: '2026-01-01', validTo: '2026-12-31' };
const good: Standing = { organisationActive: true, hasProfile: true, qualifications: [cma] };
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
    ['with one of the future', { ...good, qualifications: [{ ...cma, validFrom: '2026-11-24' }] }, /有效期/],
  ])('is refused to a firm %s, with what to do', (_what, standing, text) => expect(reasons(standing)).toEqual([expect.stringMatching(text)]));
  it('gives all reasons at once', () => expect(reasons({ organisationActive: false, hasProfile: false, qualifications: [] }, ['CMA', '运维服务', 'CMA'])).toHaveLength(4));
});
