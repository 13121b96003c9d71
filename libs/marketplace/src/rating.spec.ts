import fc from 'fast-check';
import { DIMENSIONS, RATING_WEIGHTS, ratingScore } from './rating';

const mark = fc.integer({ min: 1, max: 5 });
const scores = fc.record({ quality: mark, timeliness: mark, compliance: mark, service: mark, price: mark });

describe('rating score', () => {
  it.each([
    [{ quality: 5, timeliness: 5, compliance: 5, service: 5, price: 5 }, '5.00'],
    [{ quality: 1, timeliness: 1, compliance: 1, service: 1, price: 1 }, '1.00'],
    [{ quality: 4, timeliness: 3, compliance: 5, service: 2, price: 1 }, '3.60'],
    [{ quality: 3, timeliness: 5, compliance: 4, service: 4, price: 4 }, '3.90'],
  ])('weighs %j as %s', (given, expected) => expect(ratingScore(given)).toBe(expected));

  it('has weights that add up to a hundred', () => {
    expect(DIMENSIONS.reduce((sum, d) => sum + RATING_WEIGHTS[d], 0)).toBe(100);
  });

  it('stays between the lowest and the highest mark', () =>
    fc.assert(
      fc.property(scores, given => {
        const value = Number(ratingScore(given));
        const marks = DIMENSIONS.map(d => given[d]);
        expect(value).toBeGreaterThanOrEqual(Math.min(...marks));
        expect(value).toBeLessThanOrEqual(Math.max(...marks));
      }),
    ));

});
