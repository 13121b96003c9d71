import fc from 'fast-check';
import { type PlatformFacts, prefillsOf } from '../reporting/prefill-rules';
import { type Answers, type Checks, type Level, readingsOf, reportFaults, unchecked, valueFaults } from './answers';
import { INDICATOR_CODES, INDICATORS, indicatorOf, type IndicatorField } from './indicators';
import { type ListingBook, LISTING_RULES, mergedReasons, reasonsOf, townOf } from './listing';
import { outlookOf, planFaults, type PlanRows, proposedPlan, publicityUntil, renewedUntil, SLOWEST, type YearPlan } from './plan';
import { daysLeft, isOverdue, stageDue } from './stages';

const LEVELS: readonly Level[] = [{ level: 1, low: 80, high: 100 }, { level: 2, low: 50, high: 79 }, { level: 3, low: 0, high: 49 }];
const ROWS: PlanRows = { reportUntil: '02-15', checkUntil: '03-05', reviewUntil: '03-20', publishBy: '04-30', publicityDays: 15, publishWorkdays: 5, leastReport: 15, leastCheck: 10, leastReview: 7 };
const field = (code: string): IndicatorField => indicatorOf(code) as IndicatorField;
const full = (): Answers => Object.fromEntries(INDICATORS.map(one => [one.code, one.input === 'measure' ? { applies: true, measure: 100, level: null, score: null, words: null } : { applies: true, measure: null, level: 1, score: 100, words: null }]));

describe('the table of indicators', () => {
  it('has 21 in their order, each with help, evidence and both languages', () => {
    expect(INDICATOR_CODES).toEqual(Array.from({ length: 21 }, (_, nth) => String(nth + 1)));
    for (const one of INDICATORS) for (const text of [one.title, one.help, one.evidence]) expect(text.zh.length > 1 && text.en.length > 1).toBe(true);
  });
});

describe('values', () => {
  it.each([
    ['1', { measure: 97.5 }, []],
    ['1', { measure: 100.01 }, ['percent']],
    ['1', { measure: -1 }, ['percent']],
    ['1', { measure: 97.555 }, ['percent']],
    ['1', { score: 90, level: 1 }, ['measure']],
    ['1', { applies: false, measure: 500 }, []],
    ['3', { level: 1, score: 80 }, []],
    ['3', { level: 1, score: 79 }, ['band']],
    ['3', { level: 2, score: 80 }, ['band']],
    ['3', { level: 3, score: 0 }, []],
    ['3', { level: 4, score: 10 }, ['level']],
    ['3', { score: 90 }, ['level']],
    ['3', { level: 1 }, ['band']],
    ['3', { measure: 90 }, ['score']],
    ['3', {}, []],
  ])('indicator %s with %j: %j', (code, value, codes) => {
    expect(valueFaults(value, field(code), { at: '/a', levels: LEVELS }).map(one => one.code)).toEqual(codes);
  });

  it('a score lies in exactly one class', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 100 }), score => LEVELS.filter(({ level }) => valueFaults({ level, score }, field('3'), { at: '', levels: LEVELS }).length === 0).length === 1));
  });
});

describe('a report', () => {
  it('is complete with every indicator answered', () => {
    expect(reportFaults(full(), LEVELS)).toEqual([]);
    expect(reportFaults({}, LEVELS)).toHaveLength(21);
  });

  it('does not apply only with a reason, and only where the table allows it', () => {
    const no = { applies: false, measure: null, level: null, score: null };
    expect(reportFaults({ ...full(), 3: { ...no, words: '' } }, LEVELS).map(one => one.code)).toEqual(['reason']);
    expect(reportFaults({ ...full(), 3: { ...no, words: '不产生危险废物' } }, LEVELS)).toEqual([]);
    expect(reportFaults({ ...full(), 17: { ...no, words: '没有理由不适用' } }, LEVELS).map(one => one.code)).toEqual(['always']);
  });

  it('counts by the officer first, then the enterprise, then the platform, then the score for silence', () => {
    const by = { by: 'u', byName: '甲', at: 'now', reason: '核对台账' };
    const checks: Checks = { 1: { ...by, verdict: 'change', value: { applies: true, measure: 80, level: null, score: null } }, 2: { ...by, verdict: 'accept', value: null }, 3: { ...by, verdict: 'change', value: { applies: false, measure: null, level: null, score: null } } };
    const prefills = { 8: { measure: null, level: 1, score: 100, facts: '', source: '', from: '', to: '' }, 18: { measure: null, level: null, score: null, facts: '', source: '', from: '', to: '' } };
    const { 8: _eight, 18: _eighteen, 21: _last, ...answers } = full();
    const read = (code: string): unknown => {
      const found = readingsOf({ answers, prefills, checks, silent: 0 }).find(one => one.indicator === code);
      return [found?.source, found?.measure, found?.score];
    };
    expect(read('1')).toEqual(['check', '80', null]);
    expect(read('2')).toEqual(['report', '100', null]);
    expect(read('3')).toEqual(['check', null, null]);
    expect(read('8')).toEqual(['platform', null, '100']);
    expect(read('18')).toEqual(['none', null, '0']);
    expect(read('21')).toEqual(['none', null, '0']);
    expect(unchecked(checks)).toHaveLength(18);
  });
});

describe('what the platform knows', () => {
  const NOTHING: PlatformFacts = { results: null, permit: null, reports: null, monitoring: null, disclosure: null, penalties: [], complaints: { received: 0, confirmed: 0 } };
  const of = (facts: Partial<PlatformFacts>, code: string): unknown => {
    const found = prefillsOf({ ...NOTHING, ...facts }, { from: '2025-01-01', to: '2025-12-31' }, LEVELS)[code];
    return found && [found.measure, found.level, found.score, found.facts];
  };

  it.each([
    [{ results: { count: 120, exceeded: 3 } }, '1', [97.5, null, null, '自行监测结果 120 个，超标 3 个']],
    [{ results: { count: 0, exceeded: 0 } }, '1', undefined],
    [{ permit: { number: 'X' } }, '8', [null, 1, 100, '排污许可证 X 有效']],
    [{}, '8', [null, null, null, '平台上没有有效的排污许可证']],
    [{ reports: { due: 4, inTime: 3 } }, '9', [null, 2, 75, '应报执行报告 4 份，按时 3 份']],
    [{ monitoring: { planned: 3, done: 1 } }, '13', [null, 3, 33, '应监测 3 次，完成 1 次']],
    [{}, '17', [null, 1, 100, '信用记录中没有处罚和行政命令']],
    [{ penalties: ['罚款'] }, '17', [null, 3, 0, '罚款']],
    [{ complaints: { received: 2, confirmed: 1 } }, '18', [null, null, null, '收到投诉 2 件，查实 1 件，请按解决情况选档']],
  ])('%j: indicator %s', (facts, code, expected) => expect(of(facts as Partial<PlatformFacts>, code)).toEqual(expected));

  it('proposes only values that could be handed in', () => {
    const share = fc.tuple(fc.nat(500), fc.nat(500)).map(([a, b]) => ({ due: Math.max(a, b), inTime: Math.min(a, b), planned: Math.max(a, b), done: Math.min(a, b), count: Math.max(a, b), exceeded: Math.min(a, b) }));
    fc.assert(fc.property(share, one => Object.entries(prefillsOf({ ...NOTHING, results: one, reports: one, monitoring: one, disclosure: one }, { from: '', to: '' }, LEVELS)).every(([code, { measure, level, score }]) => valueFaults({ measure, level, score }, field(code), { at: '', levels: LEVELS }).length === 0)));
  });
});

describe('the plan of a year', () => {
  it.each([
    ['2025-12-20', '2026-02-15', '2026-03-05', '2026-03-20'],
    ['2026-02-10', '2026-02-25', '2026-03-07', '2026-03-20'],
    ['2026-11-29', '2026-12-14', '2026-12-24', '2026-12-31'],
  ])('opened on %s: report until %s, check until %s, review until %s', (today, reportUntil, checkUntil, reviewUntil) => {
    expect(proposedPlan(2025, ROWS, today)).toMatchObject({ reportUntil, checkUntil, reviewUntil, publishBy: '2026-04-30' });
  });

  it('is never wrong by itself, whenever it is opened', () => {
    fc.assert(fc.property(fc.date({ min: new Date('2014-01-01'), max: new Date('2040-12-31'), noInvalidDate: true }), fc.integer({ min: 2013, max: 2040 }), (day, year) => {
      const today = day.toISOString().slice(0, 10);
      return planFaults(proposedPlan(year, ROWS, today), today).length === 0;
    }));
  });

  const plan: YearPlan = { reportUntil: '2026-02-15', checkUntil: '2026-03-05', reviewUntil: '2026-03-20', publicityDays: 15, publishWorkdays: 5, publishBy: '2026-04-30' };

  it('names what is wrong with dates that were typed', () => {
    expect(planFaults({ reportUntil: '2026-02-01', checkUntil: '2026-01-31', reviewUntil: '2026-01-30' }, '2026-02-02')).toEqual([{ pointer: 'reportUntil', code: 'past' }, { pointer: 'checkUntil', code: 'order' }, { pointer: 'reviewUntil', code: 'order' }]);
  });

  it.each([
    ['listing', '2025-12-20', null, null, '2026-04-05'],
    ['reviewed', '2026-03-20', null, null, '2026-04-05'],
    ['reviewed', '2026-04-08', null, 'begin-publicity', '2026-04-24'],
    ['reviewed', '2026-04-15', null, 'too-late', '2026-05-01'],
    ['reviewing', '2026-04-20', null, 'too-late', '2026-05-06'],
    ['publicity', '2026-04-20', '2026-04-29', null, '2026-04-30'],
    ['publicity', '2026-04-20', '2026-04-30', 'too-late', '2026-05-01'],
    ['approved', '2026-04-29', null, 'publish-now', '2026-04-29'],
    ['approved', '2026-05-02', null, 'late-already', '2026-05-02'],
    ['done', '2026-05-02', null, null, '2026-05-02'],
  ] as const)('while the slowest is %s on %s (public until %s): %s, at the earliest %s', (slowest, today, publicUntil, warning, earliest) => {
    expect(outlookOf(plan, { today, slowest, publicUntil })).toEqual({ warning, earliest, publicityBy: '2026-04-14' });
  });

  it('never promises a day that has passed', () => {
    const days = fc.integer({ min: 0, max: 400 }).map(n => publicityUntil('2025-10-01', n));
    fc.assert(fc.property(days, fc.constantFrom(...SLOWEST), (today, slowest) => outlookOf(plan, { today, slowest, publicUntil: null }).earliest >= today));
  });
});

describe('the list', () => {
  const BOOK: ListingBook = { on: new Set(LISTING_RULES), finedYuan: 50000, industries: [{ name: '建材', codes: ['30'] }, { name: '火电', codes: ['4411', '4412'] }] };
  const NONE = { permits: [], fines: [], events: [] };
  const permit = (over: object): object => ({ number: 'P1', managementCategory: 'key', industryCode: '3012', industryName: '石灰', ...over });
  const rules = (facts: object, book = BOOK): string[] => reasonsOf({ ...NONE, ...facts }, book).map(one => one.rule);

  it.each([
    [{ permits: [permit({})] }, ['permit-key', 'industry']],
    [{ permits: [permit({ managementCategory: 'simplified', industryCode: '1392' })] }, ['permit-simplified']],
    [{ permits: [permit({ managementCategory: 'registration', industryCode: 'D4411' })] }, ['industry']],
    [{ fines: [{ documentNo: 'a', fineYuan: '30000.00' }, { documentNo: 'b', fineYuan: '20000.00' }] }, ['fined']],
    [{ fines: [{ documentNo: 'a', fineYuan: '49999.99' }] }, []],
    [{ events: [{ type: 'licence-revoked', title: '吊销', documentNo: null }, { type: 'incident-major', title: '事故', documentNo: 'x' }] }, ['measure', 'incident']],
    [{ events: [{ type: 'incident-general', title: '一般事故', documentNo: null }] }, []],
    [{}, []],
  ])('%j is there for %j', (facts, expected) => expect(rules(facts)).toEqual(expected));

  it('leaves out rules that are off', () => {
    expect(rules({ permits: [permit({})] }, { ...BOOK, on: new Set(['industry'] as const) })).toEqual(['industry']);
  });

  it('keeps what a person put there when it is computed anew', () => {
    expect(mergedReasons([{ rule: 'hand', words: 'a' }, { rule: 'industry', words: 'b' }], [{ rule: 'permit-key', words: 'c' }]).map(one => one.rule)).toEqual(['permit-key', 'hand']);
  });

  it.each([
    ['山西省吕梁市孝义市新义街道府前街1号', '新义街道'], ['孝义市梧桐镇工业园区', '梧桐镇'], ['孝义市杜村乡东庄村', '杜村乡'], ['孝义市经济开发区', null], ['', null],
  ])('%s lies in %s', (address, town) => expect(townOf(address)).toBe(town));
});

describe('the last day of a stage', () => {
  const year = { reportUntil: '2026-02-15', checkUntil: '2026-03-05', reviewUntil: '2026-03-20', publishBy: '2026-04-30', publicityDays: 15 };
  const facts = { returned: 0, publicUntil: '2026-04-10', publishDue: '2026-04-17', caseDue: '2026-04-24' };

  it.each([
    ['reporting', '2026-02-15'], ['checking', '2026-03-05'], ['reviewing', '2026-03-20'], ['reviewed', '2026-04-14'], ['publicity', '2026-04-10'], ['objection', '2026-04-24'], ['approved', '2026-04-17'], ['published', null], ['dropped', null],
  ])('%s: %s', (state, due) => expect(stageDue({ ...facts, state }, year)).toBe(due));

  it('is that of the check for a report that was given back; nobody is late with a publicity', () => {
    expect(stageDue({ ...facts, state: 'reporting', returned: 1 }, year)).toBe('2026-03-05');
    expect([isOverdue('publicity', '2026-04-10', '2026-04-11'), isOverdue('checking', '2026-04-10', '2026-04-11'), isOverdue('checking', '2026-04-10', '2026-04-10'), isOverdue('published', null, '2026-04-10')]).toEqual([false, true, false, false]);
    expect([daysLeft('2026-04-12', '2026-04-10'), daysLeft(null, '2026-04-10')]).toEqual([2, null]);
  });
});

describe('the publicity of a result that an objection changed', () => {
  it.each([
    ['runs anew from the change', '2026-04-10', 15, '2026-04-12', '2026-04-25'],
    ['never ends before the one that runs', '2026-04-10', 5, '2026-04-20', '2026-04-20'],
    ['after the first one is over', '2026-05-02', 15, '2026-04-20', '2026-05-17'],
    ['is not there with 0 days', '2026-04-10', 0, '2026-04-12', '2026-04-12'],
  ])('%s', (_, today, days, running, until) => expect(renewedUntil(today, days, running)).toBe(until));
});
