import { lawOn, PROCUREMENT_VALUES } from './law';
import { Classed, priceProblem, PriceMoment } from './price-class';

const law = lawOn(PROCUREMENT_VALUES, '2026-11-23');
const task = (over: Partial<Classed>): Classed => ({ method: 'direct', funds: 'state', subject: 'works', regime: 'voluntary', budgetYuan: '3900000', approvalNumber: null, approvalReason: null, ...over });
const code = (over: Partial<Classed>, price: string, moment: PriceMoment = 'offer'): string | null => priceProblem(task(over), price, { moment, law, pointer: '/priceYuan' })?.code ?? null;

describe('a price that was not announced is held against the limits again', () => {
  it.each<[string, Partial<Classed>, string, PriceMoment, string | null]>([
    ['private money is free', { funds: 'private' }, '90000000', 'offer', null],
    ['a counter-offer below the threshold', {}, '3999999.99', 'offer', null],
    ['a counter-offer at the threshold of compulsory tenders', {}, '4000000', 'offer', 'law-class'],
    ['a bid above it in a voluntary tender', { method: 'open' }, '4000000', 'award', 'law-class'],
    ['a change order above it', {}, '4100000', 'change', 'law-class'],
    ['a compulsory tender stays one however dear', { method: 'open', regime: 'bidding-law', budgetYuan: '5000000' }, '9000000', 'award', null],
    ['and does not become lighter by a low bid', { method: 'open', regime: 'bidding-law', budgetYuan: '5000000' }, '100', 'award', null],
    ['an exemption that was approved holds at any price', { regime: 'bidding-law', budgetYuan: '5000000', approvalNumber: '孝环批 1', approvalReason: '不可替代的专利' }, '6000000', 'offer', null],
    ['public money below the limit of government procurement', { funds: 'fiscal', subject: 'services', budgetYuan: '400000' }, '499999.99', 'offer', null],
    ['and at it', { funds: 'fiscal', subject: 'services', budgetYuan: '400000' }, '500000', 'offer', 'law-class'],
    ['a negotiation whose price needs the open tender', { method: 'negotiation', funds: 'fiscal', subject: 'services', regime: 'government', budgetYuan: '1900000' }, '2000000', 'award', 'law-method'],
    ['above the budget of government procurement', { method: 'negotiation', funds: 'fiscal', subject: 'services', regime: 'government', budgetYuan: '900000' }, '900000.01', 'award', 'over-budget'],
    ['at the budget', { method: 'negotiation', funds: 'fiscal', subject: 'services', regime: 'government', budgetYuan: '900000' }, '900000.00', 'award', null],
    ['a change has the ceiling of its own', { method: 'negotiation', funds: 'fiscal', subject: 'services', regime: 'government', budgetYuan: '900000' }, '950000', 'change', null],
    ['works of a public budget that become a compulsory tender', { method: 'negotiation', funds: 'fiscal', subject: 'works', regime: 'government', budgetYuan: '3900000' }, '4000000', 'change', 'law-class'],
  ])('%s', (_what, over, price, moment, expected) => expect(code(over, price, moment)).toBe(expected));

  it('says at which pointer, and both ways out', () => {
    const found = priceProblem(task({}), '4000000', { moment: 'change', law, pointer: '/terms/priceYuan' });
    expect(found).toMatchObject({ pointer: '/terms/priceYuan', zh: expect.stringMatching(/依法必须招标.*降到限额以下.*重新组织/) as string });
  });
});
