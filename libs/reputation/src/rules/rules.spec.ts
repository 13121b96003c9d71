import fc from 'fast-check';
import { outletsNamed } from './named-outlets';
import { mediaNamed, placesOf } from './named-places';
import { adjusted, NOTHING_KNOWN, OutcomeFacts, outcomeLines } from './outcome';
import { parametersOn, REPUTATION_VALUES } from './parameters';
import { RatedWork, scoreOf } from './score';

const TODAY = '2026-11-28';
const value = parametersOn(REPUTATION_VALUES, TODAY);
const work = (nth: number, over: Partial<RatedWork> = {}): RatedWork => ({ id: `r${nth}`, raterId: `c${nth}`, mark: '5.00', on: TODAY, outcome: NOTHING_KNOWN, ...over });
const works = (count: number, over: Partial<RatedWork> = {}): RatedWork[] => Array.from({ length: count }, (_, nth) => work(nth, over));

describe('the outlets a text names', () => {
  it.each([
    ['DA001 锅炉烟气治理', ['DA001']], ['对 da001、ＤＷ００２ 的治理', ['DA001', 'DW002']], ['DA001-DA003 及 YS001', ['DA001', 'DA002', 'DA003', 'YS001']], ['DA010~012', ['DA010', 'DA011', 'DA012']], ['DA001 至 DA002', ['DA001', 'DA002']],
    ['DA003-DA001', ['DA001', 'DA003']], ['全厂废气治理设施运维', []], ['MDA001、DA0011、TA001、合同 DA-2026', []], ['', []],
  ])('%s', (text, expected) => expect(outletsNamed(text)).toEqual(expected));
});

describe('where a work shows', () => {
  it.each<[string, string[]]>([
    ['厂界噪声治理', ['noise']], ['厂界环境噪声监测', ['noise']], ['煤场无组织排放整治', ['fugitive']], ['厂界达标整治', ['fugitive', 'noise']], ['厂界无组织颗粒物', ['fugitive']], ['风机隔声降噪', ['noise']], ['有组织、无组织废气治理', ['air', 'fugitive']], ['焦炉烟气治理', []], ['', []],
  ])('the media of %s', (text, expected) => expect(mediaNamed(text)).toEqual(expected));

  it.each<[string, string, string, ReturnType<typeof placesOf>]>([
    ['outlets alone', '脱硝改造', 'DA001 脱硝改造', { outlets: ['DA001'], media: [] }],
    ['an outlet and the boundary beside it', '除尘改造', 'DA002 除尘和煤场无组织整治', { outlets: ['DA002'], media: ['fugitive'] }],
    ['noise walls', '厂界噪声治理', '厂界噪声治理\n建隔声屏障', { outlets: [], media: ['noise'] }],
    ['a word in passing', '全厂废气治理', '全厂废气治理\n设备噪声应符合要求', null],
    ['the whole plant', '治理设施运维', '治理设施运维', null],
  ])('%s', (_name, title, text, expected) => expect(placesOf({ title, text })).toEqual(expected));
});

describe('the parameters of a day', () => {
  const [first] = REPUTATION_VALUES.filter(row => row.key === 'prior-weight');
  it('follow the row that holds on it, both ends included', () => {
    const rows = [{ ...first!, effectiveTo: '2026-06-30' }, { ...first!, value: '8', effectiveFrom: '2026-07-01' }];
    expect(['2026-06-30', '2026-07-01'].map(day => parametersOn(rows, day)('prior-weight').toString())).toEqual(['5', '8']);
  });
  it('keep what ships where a row is missing or no number', () => {
    expect(parametersOn([], TODAY)('half-life').toString()).toBe('24');
    expect(parametersOn([{ ...first!, value: '许多' }], TODAY)('prior-weight').toString()).toBe('5');
  });
  it('all ship as not verified, with a basis', () => expect(REPUTATION_VALUES.filter(row => row.verified || row.legalBasis === '')).toEqual([]));
});

describe('what became of the work', () => {
  const lines = (over: Partial<OutcomeFacts>): string[] => outcomeLines({ ...NOTHING_KNOWN, ...over }, value).map(line => `${line.code} ${line.count} ${line.points}`);
  it.each<[Partial<OutcomeFacts>, string[]]>([
    [{}, []],
    [{ firstPass: 1 }, ['first-pass 1 0.20']],
    [{ firstPass: 3 }, ['first-pass 3 0.20']],
    [{ returned: 1 }, ['returned 1 -0.30']],
    [{ returned: 5 }, ['returned 5 -0.90']],
    [{ refused: 1, returned: 1 }, ['returned 1 -0.30', 'refused 1 -0.50']],
    [{ faults: 2 }, ['fault 2 -1.00']],
    [{ reworks: 2 }, ['rework 2 -0.40']],
    [{ reworks: 9 }, ['rework 9 -0.60']],
    [{ lateDays: 9 }, []],
    [{ lateDays: 10 }, ['late 10 -0.10']],
    [{ lateDays: 29 }, ['late 29 -0.20']],
    [{ lateDays: 400 }, ['late 400 -0.50']],
    [{ lateDays: -12 }, []],
    [{ exceedances: 2 }, ['exceedance 2 -0.20']],
    [{ exceedances: 40 }, ['exceedance 40 -0.50']],
  ])('%j is worth %j', (facts, expected) => expect(lines(facts)).toEqual(expected));
  it.each([['4.60', { firstPass: 1 }, '4.80'], ['4.90', { firstPass: 1 }, '5.00'], ['1.20', { faults: 1 }, '1.00'], ['4.60', { firstPass: 1, reworks: 1 }, '4.60']])('%s with %j becomes %s', (mark, facts, expected) =>
    expect(adjusted(mark, outcomeLines({ ...NOTHING_KNOWN, ...facts }, value))).toBe(expected));
});

describe('the score', () => {
  it.each([
    ['nobody has rated', [], null, '0.00', 'none'],
    ['one glad client stays near the start', works(1), '3.75', '1.00', 'low'],
    ['three', works(3), '4.06', '3.00', 'medium'],
    ['ten', works(10), '4.50', '10.00', 'high'],
    ['one angry client does not ruin', works(1, { mark: '1.00' }), '3.08', '1.00', 'low'],
    ['ten ratings of one client are worth two', works(10, { raterId: 'same' }), '3.93', '2.00', 'low'],
    ['two years later a rating weighs half', works(1, { on: '2024-11-28' }), '3.64', '0.50', 'low'],
    ['outcomes count', works(3, { outcome: { ...NOTHING_KNOWN, faults: 1 } }), '3.69', '3.00', 'medium'],
  ])('%s', (_what, given, score, weight, confidence) => expect(scoreOf(given, value, TODAY)).toMatchObject({ score, weight, confidence, ratings: given.length }));

  const rated = fc.record({ id: fc.uuid(), raterId: fc.constantFrom('a', 'b', 'c', 'd'), mark: fc.integer({ min: 100, max: 500 }).map(mark => (mark / 100).toFixed(2)), on: fc.constantFrom('2026-11-28', '2026-01-01', '2024-05-05'), outcome: fc.record({ firstPass: fc.nat(2), returned: fc.nat(4), refused: fc.nat(1), faults: fc.nat(1), reworks: fc.nat(4), lateDays: fc.nat(90), exceedances: fc.nat(9) }) });
  const many = fc.uniqueArray(rated, { selector: one => one.id, minLength: 1, maxLength: 12 });
  it('stays between one and five and does not depend on the order', () =>
    fc.assert(fc.property(many, given => {
      const one = scoreOf(given, value, TODAY);
      expect(Number(one.score)).toBeGreaterThanOrEqual(1);
      expect(Number(one.score)).toBeLessThanOrEqual(5);
      expect(scoreOf([...given].reverse(), value, TODAY)).toEqual(one);
    })));
  it('does not fall when a client marks higher, nor rise when something goes wrong', () =>
    fc.assert(fc.property(many, given => {
      const [first, ...rest] = given as [RatedWork, ...RatedWork[]];
      const now = Number(scoreOf(given, value, TODAY).score);
      expect(Number(scoreOf([{ ...first, mark: '5.00' }, ...rest], value, TODAY).score)).toBeGreaterThanOrEqual(now);
      expect(Number(scoreOf([{ ...first, outcome: { ...first.outcome, reworks: first.outcome.reworks + 1 } }, ...rest], value, TODAY).score)).toBeLessThanOrEqual(now);
    })));
  it('of the same clients once more, a firm with more of them is drawn less to the start', () =>
    fc.assert(fc.property(fc.integer({ min: 1, max: 20 }), count => {
      expect(Number(scoreOf(works(count + 1), value, TODAY).score)).toBeGreaterThanOrEqual(Number(scoreOf(works(count), value, TODAY).score));
    })));
});
