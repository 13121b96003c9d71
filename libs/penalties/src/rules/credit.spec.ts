import { PARAMETERS } from '../reference.rows';
import type { Measure } from '../words';
import { creditClassOf, type CreditScale, loweredClassOf, type Weighed } from './credit';

const under = (prefix: string): Map<string, string> => new Map(PARAMETERS.filter(one => one.key.startsWith(prefix)).map(one => [one.key.slice(prefix.length), one.value]));
const value = (key: string): string => PARAMETERS.find(one => one.key === key)?.value ?? '';
const SHIPPED: CreditScale = { largeFine: value('credit:large-fine'), hugeFine: value('credit:huge-fine'), violations: under('credit:violation:'), measures: under('credit:measure:') };
const penalty = (over: Partial<Weighed> = {}): Weighed => ({ partyKind: 'enterprise', violation: 'monitoring', measures: ['fine'], fineYuan: '20000.00', isDaily: false, ...over });
const classOf = (over: Partial<Weighed>, scale = SHIPPED): string => Object.values(creditClassOf(penalty(over), scale)).join(' ');

describe('the class of a penalty in the credit and in public', () => {
  it.each<[string, Partial<Weighed>, string]>([
    ['a warning', { measures: ['warning'], fineYuan: '0.00' }, 'warning minor'],
    ['a fine', {}, 'fine general'],
    ['a cent below a large one', { fineYuan: '49999.99' }, 'fine general'],
    ['a large one', { fineYuan: '50000.00' }, 'fine-large general'],
    ['a cent below a huge one', { fineYuan: '999999.99' }, 'fine-large general'],
    ['a huge one', { fineYuan: '1000000.00' }, 'fine-huge serious'],
    ['confiscation', { measures: ['confiscate'], fineYuan: '0.00' }, 'fine-large general'],
    ['a daily penalty', { isDaily: true, fineYuan: '80000.00' }, 'daily-penalty general'],
    ['a huge daily penalty', { isDaily: true, fineYuan: '3000000.00' }, 'fine-huge serious'],
    ...(['restrict', 'suspend', 'withhold-permit'] as Measure[]).map((one): [string, Partial<Weighed>, string] => [one, { measures: [one], fineYuan: '0.00' }, 'suspension general']),
    ...(['revoke-permit', 'close'] as Measure[]).map((one): [string, Partial<Weighed>, string] => [one, { measures: ['fine', 'suspend', one] }, 'licence-revoked serious']),
    ['a stop with a huge fine', { measures: ['suspend', 'fine'], fineYuan: '1000000.00' }, 'fine-huge serious'],
    ['a hidden pipe, however small the fine', { violation: 'hidden-discharge' }, 'hidden-pipe serious'],
    ['a hidden pipe for which the permit was revoked', { violation: 'hidden-discharge', measures: ['revoke-permit'] }, 'hidden-pipe serious'],
    ['building before approval', { violation: 'unapproved-build' }, 'unapproved-build serious'],
    ['measures for heavy pollution not taken', { violation: 'heavy-weather' }, 'heavy-weather serious'],
    ['waste that was stored wrongly', { violation: 'hazardous-waste' }, 'fine general'],
    ['a firm', { partyKind: 'firm', fineYuan: '1000000.00' }, 'firm.penalised serious'],
    ['a firm that was warned', { partyKind: 'firm', measures: ['warning'] }, 'firm.penalised minor'],
  ])('of %s', (_, over, expected) => expect(classOf(over)).toBe(expected));

  it('says nothing by a row that names no event', () => {
    const broken: CreditScale = { ...SHIPPED, violations: new Map([['monitoring', 'no-such-type']]), measures: new Map() };
    expect([classOf({}, broken), classOf({ measures: ['suspend'], fineYuan: '0.00' }, broken)]).toEqual(['fine general', 'warning minor']);
  });

  it.each<[string, string, string]>([['fine-huge', '60000.00', 'fine-large general'], ['fine-large', '10000.00', 'fine general'], ['hidden-pipe', '10000.00', 'hidden-pipe serious'], ['daily-penalty', '10000.00', 'daily-penalty general'], ['suspension', '10000.00', 'suspension general']])('%s lowered to %s is %s', (type, fineYuan, expected) => {
    const entered = { type, severity: type === 'hidden-pipe' || type === 'fine-huge' ? 'serious' as const : 'general' as const };
    // entered before its violation was a fact of its own: a change in favour of the party makes nothing graver
    const one = penalty({ fineYuan, violation: 'hidden-discharge' });
    expect(Object.values(loweredClassOf(entered, one, SHIPPED)).join(' ')).toBe(expected);
  });
});
