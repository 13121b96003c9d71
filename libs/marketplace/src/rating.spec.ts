import fc from 'fast-check';
import { DIMENSIONS, RATING_VALUES, ratingScore, ratingTermsOn } from './rating';

const mark = fc.integer({ min: 1, max: 5 });
const scores = fc.record({ quality: mark, timeliness: mark, compliance: mark, service: mark, price: mark });

const { weights, blindDays, verified } = ratingTermsOn([], '2026-06-01');

describe('rating score', () => {
  it.each([
    [{ quality: 5, timeliness: 5, compliance: 5, service: 5, price: 5 }, '5.00'],
    [{ quality: 1, timeliness: 1, compliance: 1, service: 1, price: 1 }, '1.00'],
    [{ quality: 4, timeliness: 3, compliance: 5, service: 2, price: 1 }, '3.60'],
    [{ quality: 3, timeliness: 5, compliance: 4, service: 4, price: 4 }, '3.90'],
  ])('weighs %j as %s', (given, expected) => expect(ratingScore(given, weights)).toBe(expected));

  it('ships weights that add up to a hundred, and seven days, confirmed by nobody', () => expect([DIMENSIONS.reduce((sum, d) => sum + weights[d], 0), blindDays, verified]).toEqual([100, 7, false]));

  it('takes the row of the day, and what ships where a row is no number', () => {
    const rows = [...RATING_VALUES.map(one => ({ ...one, effectiveTo: '2026-06-30' })), { ...RATING_VALUES[0]!, value: '50', effectiveFrom: '2026-07-01' }, { ...RATING_VALUES[5]!, value: '十日', effectiveFrom: '2026-07-01' }];
    expect([ratingTermsOn(rows, '2026-06-30').weights.quality, ratingTermsOn(rows, '2026-07-01').weights.quality, ratingTermsOn(rows, '2026-07-01').blindDays]).toEqual([30, 50, 7]);
    expect(ratingScore({ quality: 5, timeliness: 1, compliance: 1, service: 1, price: 1 }, ratingTermsOn(rows, '2026-07-01').weights)).toBe('2.67'); // 50 of 120
  });

  it('without any weight all marks count alike', () => expect(ratingScore({ quality: 5, timeliness: 4, compliance: 3, service: 2, price: 1 }, { quality: 0, timeliness: 0, compliance: 0, service: 0, price: 0 })).toBe('3.00'));

  it('stays between the lowest and the highest mark', () =>
    fc.assert(
      fc.property(scores, given => {
        const value = Number(ratingScore(given, weights));
        const marks = DIMENSIONS.map(d => given[d]);
        expect(value).toBeGreaterThanOrEqual(Math.min(...marks));
        expect(value).toBeLessThanOrEqual(Math.max(...marks));
      }),
    ));

});
