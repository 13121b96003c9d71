import fc from 'fast-check';
import { conflictsOf, isCommitteeSize, matches, mostRepresentatives } from './committee';
import { planProblems, PlanContent, priceAloneProblems, weightProblem } from './criteria';
import { draw, lotOf, seedOf } from './draw';
import { abnormallyLow } from './low-price';
import { panelOf, PanelKey } from './panel';
import { candidatesOf, Offer, rank } from './ranking';
import { entryProblems, gaps, lockedChange, needsReason, Sheet } from './sheet';

describe('the committee', () => {
  it.each([[5, 5, true, 1], [7, 5, true, 2], [9, 5, true, 3], [15, 5, true, 5], [3, 5, false, 1], [3, 3, true, 1], [1, 3, false, 0], [5, 7, false, 1], [6, 5, false, 2], [17, 5, false, 5], [5.5, 5, false, 1]])('of %s where %s are the fewest: allowed %s, at most %s representatives', (size, least, allowed, most) => {
    expect(isCommitteeSize(size, least)).toBe(allowed);
    expect(mostRepresentatives(size)).toBe(most);
  });

  it.each([
    ['same unit, however it is written', { unit: ' 汾河（山西）检测有限公司 ' }, ['工作单位与投标机构相同']],
    ['same credit code under another name', { unit: '汾河检测', unitUscc: '91141100MA0000000X' }, ['工作单位与投标机构相同']],
    ['a unit to avoid', { relatedUnits: ['孝义石灰有限公司'] }, ['登记的回避单位是发布企业']],
    ['who works there now', { relations: [{ kind: 'employment', unit: '汾河检测', unitUscc: '91141100MA0000000X', since: null, until: null }] }, ['与投标机构有关系：劳动关系、董事或者监事任职']],
    ['who left on the last day that counts', { relations: [{ kind: 'employment', unit: '汾河(山西)检测有限公司', unitUscc: null, since: null, until: '2023-11-30' }] }, ['与投标机构有关系：劳动关系、董事或者监事任职（至 2023-11-30）']],
    ['nobody who left a day before', { relations: [{ kind: 'employment', unit: '汾河(山西)检测有限公司', unitUscc: null, since: null, until: '2023-11-29' }] }, []],
    ['who deals with it', { relations: [{ kind: 'contract', unit: '孝义石灰有限公司', unitUscc: null, since: null, until: '2024-12-01' }] }, ['与发布企业有关系：合同或者其他经济往来（至 2024-12-01）']],
    ['whose relative heads it', { relations: [{ kind: 'relative', unit: '孝义石灰有限公司', unitUscc: null, since: null, until: null }] }, ['与发布企业有关系：近亲属任负责人或者任职']],
    ['who begins there next month', { relations: [{ kind: 'employment', unit: '孝义石灰有限公司', unitUscc: null, since: '2026-12-15', until: null }] }, ['与发布企业有关系：劳动关系、董事或者监事任职（2026-12-15 起）']],
    ['nobody whose relative has left', { relations: [{ kind: 'relative', unit: '孝义石灰有限公司', unitUscc: null, since: null, until: '2026-11-29' }] }, []],
    ['whose unit is bound to a bidder', { boundTo: [{ party: '汾河(山西)检测有限公司', zh: '同一人在两家登记', en: 'one person' }] }, ['工作单位与投标机构有关联：同一人在两家登记']],
    ['nobody', { relatedUnits: ['另一家公司'] }, []],
    ['no unit is not the same as no unit', { unit: ' ' }, []],
  ])('leaves out: %s', (_, over, expected) => {
    const parties = [{ name: '孝义石灰有限公司', uscc: null, role: 'enterprise' as const }, { name: '汾河(山西)检测有限公司', uscc: '91141100MA0000000X', role: 'bidder' as const }];
    expect(conflictsOf({ unit: '设计院', unitUscc: null, relatedUnits: [], relations: [], ...over } as never, parties, { since: { 'expert.former-years': '2023-11-30', 'expert.contract-years': '2024-11-30' }, today: '2026-11-30', judgedOn: null }).map(one => one.zh)).toEqual(expected);
  });

  it.each([
    ['began after the scores', { since: '2026-08-02', until: null }, []],
    ['began on the day of the scores', { since: '2026-08-01', until: null }, ['与发布企业有关系：合同或者其他经济往来（2026-08-01 起）']],
    ['was there and has ended since', { since: '2026-01-01', until: '2026-09-01' }, ['与发布企业有关系：合同或者其他经济往来（2026-01-01 至 2026-09-01）']],
    ['had ended longer ago than counts', { since: '2020-01-01', until: '2024-07-31' }, []],
    ['has no first day on record', { since: null, until: null }, ['与发布企业有关系：合同或者其他经济往来（起始日期未登记）']],
  ])('scores that stand are looked at as of their day: a relation that %s', (_, term, expected) => {
    const parties = [{ name: '孝义石灰有限公司', uscc: null, role: 'enterprise' as const }];
    const rules = { since: { 'expert.former-years': '2023-08-01', 'expert.contract-years': '2024-08-01' }, today: '2026-08-01', judgedOn: '2026-08-01' };
    expect(conflictsOf({ unit: '设计院', unitUscc: null, relatedUnits: [], relations: [{ kind: 'contract', unit: '孝义石灰有限公司', unitUscc: null, ...term }] }, parties, rules).map(one => one.zh)).toEqual(expected);
  });

  it('takes experts of the asked specialties; economic ones judge everything', () => {
    expect([matches({ kind: 'technical', specialties: ['air'] }, ['water']), matches({ kind: 'technical', specialties: ['air', 'water'] }, ['water']), matches({ kind: 'technical', specialties: [] }, []), matches({ kind: 'economic', specialties: ['cost'] }, ['water'])]).toEqual([false, true, true, true]);
  });
});

describe('who judges', () => {
  const LEAST: Record<PanelKey, string> = { 'panel.tender.least': '5', 'panel.tender.large.least': '7', 'panel.tender.large.from': '10000000', 'panel.negotiation.least': '3', 'panel.inquiry.least': '3', 'panel.inquiry.large.least': '5', 'panel.inquiry.large.from': '2000000', 'panel.other.least': '3' };
  it.each([
    ['bidding-law', 'open', '50000000', 5, true, '评标委员会'], ['bidding-law', 'invited', '4000000', 5, true, '评标委员会'], ['bidding-law', 'direct', '4000000', 3, false, '评标委员会'],
    ['government', 'open', '9999999.99', 5, true, '评标委员会'], ['government', 'open', '10000000', 7, true, '评标委员会'], ['government', 'invited', '2000000', 5, true, '评标委员会'],
    ['government', 'negotiation', '600000', 3, true, '磋商小组'], ['government', 'negotiation', '20000000', 3, true, '磋商小组'],
    ['government', 'inquiry', '1999999.99', 3, true, '询价小组'], ['government', 'inquiry', '2000000', 5, true, '询价小组'],
    ['voluntary', 'open', '20000000', 5, false, '评标委员会'], ['voluntary', 'inquiry', '20000000', 3, false, '询价小组'], ['voluntary', 'negotiation', null, 3, false, '磋商小组'], ['voluntary', 'auction', null, 3, false, '评标委员会'],
  ] as const)('under %s by %s for %s: %s or more, demanded %s: %s', (regime, method, budgetYuan, least, demanded, zh) => {
    const panel = panelOf({ regime, method, budgetYuan }, key => ({ value: LEAST[key], basis: key, verified: false }));
    expect([panel.least, panel.demanded, panel.name.zh, panel.verified]).toEqual([least, demanded, zh, false]);
  });
});

describe('the draw', () => {
  const ids = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 30 });

  it('is the same for everybody, whatever the order of the list, and draws nobody twice', () => {
    fc.assert(fc.property(fc.string(), ids, fc.nat(35), (seed, list, count) => {
      const drawn = draw(seed, list, count);
      expect(draw(seed, [...list].reverse(), count)).toEqual(drawn);
      expect(drawn).toHaveLength(Math.min(count, list.length));
      expect(new Set(drawn).size).toBe(drawn.length);
      expect(drawn.every(id => list.includes(id))).toBe(true);
    }));
  });

  it('gives everybody the same chance', () => {
    const list = Array.from({ length: 10 }, (_, nth) => `expert-${nth}`);
    const times = new Map<string, number>();
    for (let nth = 0; nth < 2000; nth++) for (const id of draw(`seed ${nth}`, list, 3)) times.set(id, (times.get(id) ?? 0) + 1);
    for (const id of list) expect(Math.abs((times.get(id) ?? 0) - 600)).toBeLessThan(100); // 600 ± 4.9 standard deviations
  });

  it('can be reckoned with common tools', () => {
    // printf '%s' 'a:b' | sha256sum
    expect(lotOf('a', 'b')).toBe('6783a31eabf68ccc0660f935c0826282bdd2241f3a80a9f2d10d59aea9ebb5d8');
    expect(seedOf({ taskId: 't', nth: 1, nonce: 'n', digests: ['b', 'a'] })).toBe(seedOf({ taskId: 't', nth: 1, nonce: 'n', digests: ['a', 'b'] }));
    expect(seedOf({ taskId: 't', nth: 2, nonce: 'n', digests: ['a', 'b'] })).not.toBe(seedOf({ taskId: 't', nth: 1, nonce: 'n', digests: ['a', 'b'] }));
  });
});

describe('criteria', () => {
  const PANEL = { name: { zh: '评标委员会', en: 'committee' }, least: 5, demanded: true, basis: '第三十七条', verified: false };
  const plan: PlanContent = { committeeSize: 5, representatives: 1, specialties: [], formula: { kind: 'lowest' }, criteria: [{ id: 'a', name: '方案', guide: '…', max: 80 }], scoringDays: 3 };
  it.each([
    ['fits', {}, 20, []],
    ['weights', {}, 30, ['/criteria']],
    ['even committee', { committeeSize: 6, representatives: 0 }, 20, ['/committeeSize']],
    ['too many representatives', { representatives: 2 }, 20, ['/representatives']],
    ['names', { criteria: [{ id: 'a', name: '方案', guide: '…', max: 40 }, { id: 'b', name: ' 方案', guide: '…', max: 40 }] }, 20, ['/criteria']],
    ['formula', { formula: { kind: 'average-deviation', above: '101', below: '1', float: '21', dropFrom: null } }, 20, ['/formula/above', '/formula/float']],
  ] as [string, Partial<PlanContent>, number, string[]][])('%s', (_, over, weight, expected) => {
    expect(planProblems({ ...plan, ...over }, weight, PANEL).map(one => one.pointer)).toEqual(expected);
  });

  it('a panel of three is enough where the law says so, and a government inquiry knows the price alone', () => {
    const three = { ...plan, committeeSize: 3 };
    expect([planProblems(three, 20, PANEL).map(one => one.zh), planProblems(three, 20, { ...PANEL, least: 3 })]).toEqual([['评标委员会为 5 人以上单数（第三十七条，未核实），请填 5、7、9……'], []]);
    expect([priceAloneProblems(plan, 20), priceAloneProblems(plan, 100), priceAloneProblems({ ...plan, criteria: [] }, 100)].map(found => found.map(one => one.pointer))).toEqual([['/priceWeight'], ['/criteria'], []]);
  });

  it.each([[29, 30, null, true], [30, 30, null, false], [61, 30, 60, true], [60, 30, 60, false]])('price weight %s within %s … %s: refused %s', (weight, least, most, refused) => {
    expect(weightProblem(weight, { least, most, basis: '第五十五条', verified: false }) !== null).toBe(refused);
    expect(weightProblem(weight, null)).toBeNull();
  });
});

describe('a sheet', () => {
  const frame = { criteria: [{ id: 'c', name: '方案', guide: '…', max: 50 }], bidIds: ['b'], lowPriceBidIds: ['b'], rejectedBidIds: [] };
  const sheet = (over: object = {}, votes: Sheet['priceVotes'] = [{ bidId: 'b', reasonable: true, reason: '成本可信' }]): Sheet => ({ scores: [{ bidId: 'b', criterionId: 'c', score: '40', reason: '', ...over }], priceVotes: votes, comment: '' });
  it.each([
    ['whole', sheet(), [], []],
    ['nothing yet', { scores: [], priceVotes: [], comment: '' }, [], ['/scores/b/c', '/priceVotes/b']],
    ['above the most', sheet({ score: '50.1' }), ['/scores/0/score'], []],
    ['two decimals', sheet({ score: '40.05' }), ['/scores/0/score'], []],
    ['of another task', sheet({ bidId: 'x' }), ['/scores/0'], ['/scores/b/c']],
    ['low without reason', sheet({ score: '29.9' }), [], ['/scores/0/reason']],
    ['low with reason', sheet({ score: '0', reason: '没有提供方案' }), [], []],
    ['vote without reason', sheet({}, [{ bidId: 'b', reasonable: false, reason: '' }]), [], ['/priceVotes/0/reason']],
    ['vote on a price nobody asked about', sheet({}, [{ bidId: 'x', reasonable: false, reason: '太低太低' }]), ['/priceVotes/0'], ['/priceVotes/b']],
  ] as [string, Sheet, string[], string[]][])('%s', (_, given, wrong, missing) => {
    expect(entryProblems(given, frame).map(one => one.pointer)).toEqual(wrong);
    expect(gaps(given, frame).map(one => one.pointer)).toEqual(missing);
  });

  it.each<[string, Sheet | null, Sheet, string | null]>([
    ['nothing', sheet(), sheet(), null],
    ['the open criterion', sheet(), { ...sheet(), scores: [{ bidId: 'b', criterionId: 'c', score: '10', reason: '重新核对' }] }, null],
    ['another criterion', { ...sheet(), scores: [{ bidId: 'b', criterionId: 'd', score: '10', reason: '' }] }, { ...sheet(), scores: [{ bidId: 'b', criterionId: 'd', score: '11', reason: '' }] }, '/scores'],
    ['another criterion left out', { ...sheet(), scores: [{ bidId: 'b', criterionId: 'd', score: '10', reason: '' }] }, { ...sheet(), scores: [] }, '/scores'],
    ['the vote on a low price', sheet(), sheet({}, [{ bidId: 'b', reasonable: false, reason: '成本可信' }]), '/priceVotes'],
    ['a member who has no sheet yet', null, sheet(), null],
  ])('a correction that changes %s', (_, before, now, pointer) => expect(lockedChange(before, now, ['c'])).toBe(pointer));

  it('twice the same is said', () => {
    const once = sheet();
    expect(entryProblems({ ...once, scores: [...once.scores, ...once.scores] }, frame).map(one => one.code)).toEqual(['twice']);
    expect([needsReason('30', 50), needsReason('29.9', 50)]).toEqual([false, true]);
  });
});

describe('low prices', () => {
  const bids = (...prices: string[]) => prices.map((priceYuan, at) => ({ bidId: `b${at}`, priceYuan }));
  const low = (prices: string[], limit: string | null): string[] => abnormallyLow(bids(...prices), limit, { meanPercent: '50', limitPercent: '45' }).map(one => `${one.bidId}:${one.grounds.length}`);
  it.each([
    [['40', '100', '120'], null, ['b0:1']],
    [['50', '150'], null, []],
    [['49.99', '150'], null, ['b0:1']],
    [['30', '170'], null, ['b0:1']],
    [['44'], '100', ['b0:1']],
    [['45'], '100', []],
    [['40', '100', '120'], '100', ['b0:2']],
    [[], '100', []],
  ])('%j of a budget of %s', (prices, limit, expected) => {
    expect(low(prices, limit)).toEqual(expected);
  });
});

describe('places', () => {
  const criteria = [{ id: 'c', name: '方案', guide: '…', max: 80 }];
  const offer = (bidId: string, priceYuan: string): Offer => ({ bidId, firmId: `f-${bidId}`, firmName: bidId, priceYuan });
  const sheets = (...points: Record<string, string>[]) => points.map((one, at) => ({ seat: at + 1, sheet: { scores: Object.entries(one).map(([bidId, score]) => ({ bidId, criterionId: 'c', score, reason: '' })), priceVotes: [], comment: '' } }));
  const placed = (offers: Offer[], ...points: Record<string, string>[]): string[] => rank({ offers, sheets: sheets(...points), criteria, formula: { kind: 'lowest' }, priceWeight: 20 }).lines.map(line => `${line.rank} ${line.bidId} ${line.total}`);

  it('total first, then the lower price, then a shared place', () => {
    expect(placed([offer('a', '100'), offer('b', '80')], { a: '80', b: '60' }, { a: '70', b: '70' })).toEqual(['1 a 91.00', '2 b 85.00']);
    expect(placed([offer('a', '100'), offer('b', '80')], { a: '64', b: '60' })).toEqual(['1 b 80.00', '2 a 80.00']);
    expect(placed([offer('b', '80'), offer('a', '80'), offer('c', '80')], { a: '60', b: '60', c: '50' })).toEqual(['1 a 80.00', '1 b 80.00', '3 c 70.00']);
  });

  it('names three candidates at most, and all who share the first place', () => {
    const offers = ['a', 'b', 'c', 'd', 'e'].map(id => offer(id, '80'));
    const ranking = (points: Record<string, string>) => rank({ offers, sheets: sheets(points), criteria, formula: { kind: 'lowest' }, priceWeight: 20 });
    expect(candidatesOf(ranking({ a: '50', b: '49', c: '48', d: '47', e: '46' })).map(one => one.bidId)).toEqual(['a', 'b', 'c']);
    expect(candidatesOf(ranking({ a: '50', b: '50', c: '50', d: '50', e: '46' })).map(one => one.bidId)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('marks scores far from the mean and leaves out what the majority finds unreasonable, a tie keeps the bid', () => {
    const vote = (reasonable: boolean) => [{ bidId: 'a', reasonable, reason: '人工单价过低' }];
    const run = (...votes: boolean[]) => rank({ offers: [offer('a', '10'), offer('b', '80')], criteria, formula: { kind: 'lowest' }, priceWeight: 20, sheets: sheets(...votes.map(() => ({ a: '60', b: '60' }))).map((one, at) => ({ ...one, sheet: { ...one.sheet, priceVotes: vote(votes[at] as boolean) } })) });
    expect(run(true, false).rejected).toEqual([]);
    expect(run(true, false, false)).toMatchObject({ rejected: [{ bidId: 'a', reasonable: 1, unreasonable: 2 }], lines: [{ bidId: 'b', priceScore: '20.00' }] });
    const far = rank({ offers: [offer('a', '80')], sheets: sheets({ a: '80' }, { a: '80' }, { a: '10' }), criteria, formula: { kind: 'lowest' }, priceWeight: 20 });
    expect(far.lines[0]?.means[0]).toEqual({ criterionId: 'c', mean: '56.67', deviating: [3] });
  });
});
