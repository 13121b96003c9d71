import Decimal from 'decimal.js';
import fc from 'fast-check';
import { balanceOf, openOf } from './balance';

const milestone = (id: string, amountYuan: string, state: 'open' | 'accepted' = 'accepted') => ({ id, amountYuan, state, payableOn: 'acceptance' as const, approvedAt: null });
const flow = (amountYuan: string, over: object = {}) => ({ milestoneId: 'a', direction: 'payment' as const, amountYuan, state: 'confirmed' as const, ...over });

describe('the money of a contract', () => {
  it.each([
    ['nothing paid', [milestone('a', '30.10'), milestone('b', '69.90', 'open')], [], null, { payable: '30.10', paid: '0.00', confirmed: '0.00', owed: '30.10' }],
    ['accepted, the bureau has not approved it', [{ ...milestone('a', '30.10'), payableOn: 'approval' }], [], null, { payable: '0.00', paid: '0.00', confirmed: '0.00', owed: '0.00' }],
    ['accepted and approved', [{ ...milestone('a', '30.10'), payableOn: 'approval', approvedAt: new Date(0) }], [], null, { payable: '30.10', paid: '0.00', confirmed: '0.00', owed: '30.10' }],
    ['approved, the client has not accepted it', [{ ...milestone('a', '30.10', 'open'), payableOn: 'approval', approvedAt: new Date(0) }], [], null, { payable: '0.00', paid: '0.00', confirmed: '0.00', owed: '0.00' }],
    ['paid before the approval', [{ ...milestone('a', '30.10'), payableOn: 'approval' }], [flow('30.10')], null, { payable: '0.00', paid: '30.10', confirmed: '30.10', owed: '0.00' }],
    ['a part recorded', [milestone('a', '30.10')], [flow('0.10', { state: 'recorded' })], null, { payable: '30.10', paid: '0.10', confirmed: '0.00', owed: '30.00' }],
    ['refused and withdrawn do not count', [milestone('a', '30.10')], [flow('10.00', { state: 'refused' }), flow('10.00', { state: 'withdrawn' })], null, { payable: '30.10', paid: '0.00', confirmed: '0.00', owed: '30.10' }],
    ['paid back', [milestone('a', '30.10')], [flow('30.10'), flow('30.10', { direction: 'refund', milestoneId: null })], null, { payable: '30.10', paid: '0.00', confirmed: '0.00', owed: '30.10' }],
    ['settled for less than was accepted', [milestone('a', '30.10')], [flow('30.10')], '20.00', { payable: '20.00', paid: '30.10', confirmed: '30.10', owed: '0.00' }],
  ] as const)('%s', (_, milestones, flows, settled, expected) => {
    expect(balanceOf('100', milestones, flows, settled)).toEqual({ price: '100.00', ...expected });
  });

  it('tenths add up as people add them', () => {
    const tenths = Array.from({ length: 3 }, (_, nth) => milestone(String(nth), '0.10'));
    expect(balanceOf('0.30', tenths, []).payable).toBe('0.30');
  });

  it('what is open of a milestone and what was paid for it are its amount', () => {
    const cents = fc.integer({ min: 1, max: 10_000_000 });
    fc.assert(
      fc.property(cents, fc.array(fc.integer({ min: 1, max: 1000 }), { maxLength: 20 }), (amount, parts) => {
        fc.pre(parts.reduce((sum, one) => sum + one, 0) <= amount);
        const yuan = (value: number): string => new Decimal(value).div(100).toFixed(2);
        const flows = parts.map(part => flow(yuan(part)));
        const paid = balanceOf(yuan(amount), [], flows).paid;
        expect(new Decimal(openOf(milestone('a', yuan(amount)), flows)).plus(paid).toFixed(2)).toBe(yuan(amount));
      }),
    );
  });
});
