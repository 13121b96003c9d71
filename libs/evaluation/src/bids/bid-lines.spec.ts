import type { EvaluationResultView, ResponsivenessView } from '../views/evaluation.view';
import { atFirst, bidLines, inOrder, placeOf } from './bid-lines';
import { BID_ORDERS } from './bids.dto';

const COUNT = 60;
const idOf = (nth: number): string => `b${String(nth).padStart(3, '0')}`;
const all = Array.from({ length: COUNT }, (_, nth) => nth);
/** Every fifth does not meet the conditions, every seventh of the others is refused for its price; many prices are alike. */
const fits = (nth: number): boolean => nth % 5 !== 0;
const cheap = (nth: number): boolean => fits(nth) && nth % 7 === 0;
const priceOf = (nth: number): string => `${nth % 4 === 0 ? 90000 : 100000 + (nth % 3) * 900000}.00`;

const review: ResponsivenessView = {
  reviewedAt: '2026-11-01T00:00:00.000Z', left: 40, least: 3, basis: '', verified: true, verdict: 'go-on', competitionStands: null, competition: [],
  findings: all.map(nth => ({ bidId: idOf(nth), firmName: `机构${nth % 10}`, responsive: fits(nth), failed: fits(nth) ? [] : ['ceiling'], tally: [], reasons: [] })),
};
const ranked = all.filter(nth => fits(nth) && !cheap(nth));
const scored = (nth: number) => ({ bidId: idOf(nth), criterionId: 'c1', score: '40', reason: '' });
const result: EvaluationResultView = {
  baseZh: '', baseEn: '', roundingZh: '', roundingEn: '',
  lines: ranked.map((nth, index) => ({ rank: index + 1, bidId: idOf(nth), firmName: `机构${nth % 10}`, priceYuan: priceOf(nth), priceScore: '18.00', priceZh: '', priceEn: '', technical: '60.00', total: '78.00', means: [] })),
  rejected: all.filter(cheap).map(nth => ({ bidId: idOf(nth), firmName: `机构${nth % 10}`, priceYuan: priceOf(nth), reasonable: 2, unreasonable: 3, reasons: ['说明不足'] })),
  sheets: [1, 2, 3].map(seat => ({ seat, scores: ranked.map(scored), priceVotes: all.filter(cheap).map(nth => ({ bidId: idOf(nth), reasonable: false, reason: '' })), comment: '' })),
};
const prices = new Map(all.map(nth => [idOf(nth), priceOf(nth)]));

describe('the bids as they were judged', () => {
  it('says of each bid once what became of it', () => {
    const lines = bidLines({ review, result }, prices);
    const count = (outcome: string): number => lines.filter(one => one.outcome === outcome).length;
    expect([lines.length, count('ranked'), count('unresponsive'), count('low-price'), count('passed')]).toEqual([COUNT, ranked.length, COUNT / 5, all.filter(cheap).length, 0]);
    expect(bidLines({ review, result: null }, prices).filter(one => one.outcome === 'passed')).toHaveLength(COUNT - COUNT / 5);
    expect(bidLines({ review: null, result: null }, prices)).toEqual([]);
  });

  it.each(BID_ORDERS)('pages by %s lose none and show none twice, whatever is equal', sort => {
    const compare = inOrder(sort);
    const lines = bidLines({ review, result }, prices);
    const seen: string[] = [];
    for (let cursor: ReturnType<typeof placeOf> | null = null; seen.length < COUNT; ) {
      const after = cursor;
      const page = lines.filter(one => after === null || compare(one, after) > 0).sort(compare).slice(0, 7);
      const last = page.at(-1);
      if (!last) break;
      seen.push(...page.map(one => one.bidId));
      cursor = placeOf(JSON.parse(JSON.stringify([last.rank, last.priceYuan, last.firmName, last.bidId])) as string[]);
    }
    expect([seen.length, new Set(seen).size]).toEqual([COUNT, COUNT]);
    expect(seen).toEqual([...lines].sort(compare).map(one => one.bidId));
  });

  it('sorts prices as amounts, and what has no place last both ways', () => {
    const lines = bidLines({ review, result }, prices);
    const priced = [...lines].sort(inOrder('price')).map(one => Number(one.priceYuan));
    expect(priced).toEqual([...priced].sort((a, b) => a - b));
    for (const sort of ['rank', '-rank'] as const) expect([...lines].sort(inOrder(sort)).slice(ranked.length).every(one => one.rank === null)).toBe(true);
  });

  it.each([[['x', 'y', 1, null]], [[null, '1e9', '机构', 'b']], [[{} as never, '-1', '', '']]])('takes a forged place for a place: %j', keys => {
    const place = placeOf(keys);
    expect(() => bidLines({ review, result }, prices).filter(one => inOrder('price')(one, place) > 0)).not.toThrow();
  });

  it('keeps twenty of each kind on the page, with the sheets on those alone', () => {
    const page = atFirst({ review, result });
    expect([page.bidCount, page.review?.findings.length, page.result?.lines.length]).toEqual([COUNT, 20, 20]);
    const shown = new Set([...(page.result?.lines ?? []), ...(page.result?.rejected ?? [])].map(one => one.bidId));
    for (const sheet of page.result?.sheets ?? []) for (const one of [...sheet.scores, ...sheet.priceVotes]) expect(shown.has(one.bidId)).toBe(true);
    expect(page.result?.sheets.map(one => one.scores.length)).toEqual([20, 20, 20]);
  });
});
