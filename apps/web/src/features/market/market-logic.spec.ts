import { describe, expect, it } from 'vitest';
import { aboveLowest, doubtOf, inWan } from './amounts';
import { leftOf, skewOf } from './server-clock';

describe('amounts', () => {
  it.each([
    ['98000.00', '9.8'], ['100000', '10'], ['1000', '0.1'], ['1234.56', '0.123456'], ['999', null], ['0', null], ['12000000.00', '1200'],
    ['0098000', '9.8'], ['9.8万', null], ['', null], ['-5', null], ['1e5', null], ['999999999999.99', '99999999.999999'],
  ])('reads %s yuan as %s 万元', (yuan, wan) => expect(inWan(yuan)).toBe(wan));

  it.each([
    ['9.80', '100000.00', 'far-below'], ['100.00', '100000.00', null], ['99.99', '100000.00', 'far-below'], ['100000.00', '100000.00', null],
    ['100000.01', '100000.00', 'above'], ['10000000.00', '100000.00', 'above'], ['10000000.01', '100000.00', 'far-above'], ['5', null, null], ['x', '100000.00', null],
  ])('doubts %s against a budget of %s: %s', (price, budget, doubt) => expect(doubtOf(price, budget)).toBe(doubt));

  it('says how far a price lies above the lowest', () => {
    expect([aboveLowest('110.00', '100.00'), aboveLowest('100.00', '100.00'), aboveLowest('99.00', '100.00'), aboveLowest('1.00', '0')]).toEqual([10, null, null, null]);
  });
});

describe('time left by the server’s clock', () => {
  it('never shows more than there is', () => {
    expect(leftOf(2 * 86_400_000 + 3 * 3_600_000 + 4 * 60_000 + 5_999)).toEqual({ over: false, days: 2, hours: 3, minutes: 4, seconds: 5 });
    expect(leftOf(999)).toMatchObject({ over: false, seconds: 0 });
    expect(leftOf(0).over).toBe(true);
    expect(leftOf(-5)).toEqual({ over: true, days: 0, hours: 0, minutes: 0, seconds: 0 });
  });

  it('follows the server when this computer’s clock is wrong', () => {
    expect(skewOf('2026-11-23T02:00:00.000Z', Date.parse('2026-11-23T02:05:00.000Z'))).toBe(-300_000);
  });
});
