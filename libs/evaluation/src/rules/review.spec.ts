import { ceilingOf, conditionsOf, type ConditionFacts } from './conditions';
import { afterReview, competitionStands, leftRow } from './left';
import { conclude, rejectionWords, reviewGaps, reviewProblems, type SeatReview } from './review';

const FACTS: ConditionFacts = { regime: 'voluntary', bondYuan: null, budgetYuan: '100.00', ceilingYuan: null, validityDays: null, substantial: [] };
const OFFERS = ['a', 'b'].map(id => ({ bidId: id, firmId: `f${id}`, firmName: `机构${id}`, priceYuan: '90.00' }));
const CONDITIONS = conditionsOf({ ...FACTS, validityDays: 90 });
const review = (seat: number, failedOfA: string[], failedOfB: string[] = []): SeatReview => ({ seat, votes: [{ bidId: 'a', failed: failedOfA, reason: `${seat} 号的理由` }, { bidId: 'b', failed: failedOfB, reason: '逐项核对' }] });

describe('conditions', () => {
  it.each<[string, Partial<ConditionFacts>, string[]]>([
    ['qualification, substance and form always', {}, ['qualification', 'requirement', 'form']],
    ['what the enterprise names is a condition of its own', { substantial: ['驻场两人', '五日内出报告'] }, ['qualification', 'requirement', 'requirement-1', 'requirement-2', 'form']],
    ['a period of validity', { validityDays: 60 }, ['qualification', 'requirement', 'form', 'validity']],
    ['a bond', { bondYuan: '2000.00' }, ['qualification', 'requirement', 'form', 'bond']],
    ['no bond of zero', { bondYuan: '0.00' }, ['qualification', 'requirement', 'form']],
    ['a price limit', { ceilingYuan: '95.00' }, ['qualification', 'requirement', 'form', 'ceiling']],
    ['with public money the budget is the limit', { regime: 'government' }, ['qualification', 'requirement', 'form', 'ceiling']],
    ['a compulsory tender has the limit it announced only', { regime: 'bidding-law' }, ['qualification', 'requirement', 'form']],
  ])('%s', (_, over, ids) => {
    const found = conditionsOf({ ...FACTS, ...over });
    expect(found.map(one => one.id)).toEqual(ids);
    expect(found.every(one => one.basis !== '')).toBe(true);
  });

  it('an announced limit goes before the budget', () => {
    expect([ceilingOf({ ...FACTS, regime: 'government' }), ceilingOf({ ...FACTS, regime: 'government', ceilingYuan: '80.00' })]).toEqual(['100.00', '80.00']);
  });
});

describe('the review', () => {
  it.each<[string, string[][], string[]]>([
    ['nobody against', [[], [], []], []],
    ['one of three', [['form'], [], []], []],
    ['two of three on the same condition', [['form'], ['form', 'validity'], []], ['form']],
    ['three members with three different doubts put nobody aside', [['form'], ['validity'], ['qualification']], []],
  ])('%s', (_, votes, failed) => {
    const [a, b] = conclude(OFFERS, CONDITIONS, votes.map((one, nth) => review(nth + 1, one)));
    expect([a?.failed, a?.responsive, b?.responsive]).toEqual([failed, failed.length === 0, true]);
  });

  it('half is no majority', () => {
    expect(conclude(OFFERS, CONDITIONS, [review(1, ['form']), review(2, [])])[0]?.responsive).toBe(true);
  });

  it('the bidder reads the condition, the article and the reasons of those who rejected it for that, not of others', () => {
    const [finding] = conclude(OFFERS, CONDITIONS, [review(1, ['form']), review(2, ['form']), review(3, ['validity'])]);
    const { zh } = rejectionWords(finding as NonNullable<typeof finding>, CONDITIONS);
    expect(zh).toContain('签字盖章');
    expect(zh).toContain('第五十一条');
    expect(zh).toContain('1 号的理由；2 号的理由');
    expect(zh).not.toContain('3 号的理由');
  });

  const frame = { conditions: CONDITIONS, bidIds: ['a', 'b'] };
  it.each([
    ['another bid', [{ bidId: 'x', failed: [], reason: '逐项核对' }], '/votes/0'],
    ['a bid twice', [{ bidId: 'a', failed: [], reason: '逐项核对' }, { bidId: 'a', failed: [], reason: '逐项核对' }], '/votes/1'],
    ['a condition that was not published', [{ bidId: 'a', failed: ['price-too-high'], reason: '觉得太贵' }], '/votes/0/failed'],
  ])('refuses %s', (_, votes, pointer) => {
    expect(reviewProblems(votes, frame).map(one => one.pointer)).toEqual([pointer]);
  });

  it('each bid has a finding with a reason, for it as well as against it', () => {
    expect(reviewGaps([{ bidId: 'a', failed: [], reason: '好' }], frame).map(one => one.pointer)).toEqual(['/votes/0/reason', '/votes/b']);
    expect(reviewGaps([{ bidId: 'a', failed: [], reason: '逐项核对' }, { bidId: 'b', failed: ['form'], reason: '没有盖章' }], frame)).toEqual([]);
  });
});

describe('too few responsive bids', () => {
  it.each<[string, string, number, number, ReturnType<typeof afterReview>]>([
    ['bidding-law', 'open', 3, 3, 'go-on'],
    ['bidding-law', 'open', 2, 3, 'competition'],
    ['bidding-law', 'invited', 1, 3, 'competition'],
    ['bidding-law', 'open', 0, 3, 'fail'],
    ['government', 'open', 2, 3, 'fail'],
    ['government', 'negotiation', 2, 3, 'fail'],
    ['government', 'inquiry', 2, 3, 'fail'],
    ['voluntary', 'open', 1, 1, 'go-on'],
    ['voluntary', 'inquiry', 2, 1, 'go-on'],
    ['voluntary', 'auction', 0, 1, 'fail'],
  ])('%s %s: %i of %i → %s', (regime, method, left, least, verdict) => {
    expect(afterReview({ regime, method }, left, least)).toBe(verdict);
  });

  it('says what is open afterwards', () => {
    expect([leftRow({ regime: 'government', method: 'open' }).after.zh, leftRow({ regime: 'bidding-law', method: 'open' }).after.zh]).toEqual(['查明原因后重新招标，或经批准改用其他采购方式', '重新招标']);
  });

  it.each([[[true, true, false], true], [[false, false, true], false], [[true, false], true]])('of the votes %j competition stands: %s', (votes, stands) => {
    expect(competitionStands(votes.map(competitive => ({ competitive, reason: '理由理由' })))).toBe(stands);
  });
});
