import fc from 'fast-check';
import { bandOf, countedOf } from './band';

describe('typical price', () => {
  it.each([
    ['four awards', ['1', '2', '3', '4'], null],
    ['five awards', ['90000', '96000', '100000', '120000', '300000'], { n: 5, low: '96000.00', median: '100000.00', high: '120000.00' }],
    ['nine awards count as five', ['90000', '96000', '100000', '120000', '300000', '1', '1', '1', '1'], { n: 5, low: '96000.00', median: '100000.00', high: '120000.00' }],
    ['figures that are not round', ['12345.67', '23456.78', '34567.89', '45678.90', '56789.01'], { n: 5, low: '23000.00', median: '35000.00', high: '46000.00' }],
    ['cents', ['0.11', '0.12', '0.13', '0.14', '0.15'], { n: 5, low: '0.12', median: '0.13', high: '0.14' }],
  ])('of %s', (_what, prices, band) => expect(bandOf(prices)).toEqual(band));

  const prices = fc.array(fc.integer({ min: 1, max: 99_999_999_99 }).map(cents => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`), { minLength: 5, maxLength: 60 });

  it('does not depend on the order within what counts, and is in order itself', () =>
    fc.assert(
      fc.property(prices, list => {
        const counted = list.slice(0, countedOf(list.length));
        const band = bandOf(list);
        expect(bandOf([...counted].reverse())).toEqual(band);
        expect([Number(band?.low) <= Number(band?.median), Number(band?.median) <= Number(band?.high)]).toEqual([true, true]);
      }),
    ));

  it('stands still between batches, so that what changed gives no single award away', () =>
    fc.assert(
      fc.property(prices, fc.integer({ min: 1, max: 4 }), (list, more) => {
        const whole = list.slice(0, countedOf(list.length));
        expect(bandOf([...whole, ...Array<string>(more).fill('777777.77')])).toEqual(bandOf(whole));
      }),
    ));

  it('shows two figures at most', () => fc.assert(fc.property(prices, list => expect(String(bandOf(list)?.median).replace(/\.00$/, '').replace(/^0\.0*/, '').replace('.', '')).toMatch(/^\d{1,2}0*$/))));
});
