import { conditionsOf } from '../rules/conditions';
import { factsOf, type Known } from './bid-facts';

const CONDITIONS = conditionsOf({ regime: 'government', bondYuan: '2000.00', budgetYuan: '100000.00', ceilingYuan: null, validityDays: 90, substantial: [] });
const KNOWN: Known = { priceYuan: '100000.00', ceilingYuan: '100000.00', bondPaidOn: '2026-11-01' };

describe('what the records say to the conditions of a bid', () => {
  it.each<[string, Partial<Known>, string[]]>([
    ['within the limit, bond recorded', {}, ['qualification for', 'bond for', 'ceiling for']],
    ['above the limit by a cent', { priceYuan: '100000.01' }, ['qualification for', 'bond for', 'ceiling against']],
    ['no bond recorded: open, it may have been paid', { bondPaidOn: null }, ['qualification for', 'bond open', 'ceiling for']],
  ])('%s', (_, over, said) => {
    expect(factsOf(CONDITIONS, { ...KNOWN, ...over }).map(one => `${one.conditionId} ${one.speaks}`)).toEqual(said);
  });
});
