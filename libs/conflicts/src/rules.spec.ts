import fc from 'fast-check';
import { CONFLICT_ROWS, exclusions, monthsBefore, PastWork, rulesOn, speaksOf, titleEn, Undertaking } from './rules';

const ON = '2026-11-28';
const rules = rulesOn(CONFLICT_ROWS, ON);
const now = (role: string, over: Partial<Undertaking> = {}): Undertaking => ({ roles: [role, 'bid'], enterpriseId: 'e1', regionCode: '141181', on: ON, ...over });
const work = (role: string, over: Partial<PastWork> = {}): PastWork => ({ firmId: 'f1', role, enterpriseId: 'e1', regionCode: '141181', until: '2026-05-01', ...over });

describe('who did the first may not do the second', () => {
  it.each<[string, Undertaking, PastWork, number]>([
    ['the EIA and its review', now('technical-review'), work('eia-report'), 1],
    ['of another enterprise', now('technical-review', { enterpriseId: 'e2' }), work('eia-report'), 0],
    ['the other way round is nobody’s harm', now('eia-report'), work('technical-review'), 0],
    ['still at it', now('technical-review'), work('eia-report', { until: null }), 1],
    ['on the last day of the look back', now('technical-review'), work('eia-report', { until: '2023-11-28' }), 1],
    ['the day before', now('technical-review'), work('eia-report', { until: '2023-11-27' }), 0],
    ['remediation is never judged by who did it', now('remediation-assessment'), work('site-remediation', { until: '2001-01-01' }), 1],
    ['carbon, another enterprise of the province', now('carbon-verification', { enterpriseId: 'e2', regionCode: '149001' }), work('carbon-accounting'), 1],
    ['carbon, another province', now('carbon-verification', { enterpriseId: 'e2', regionCode: '410101' }), work('carbon-accounting'), 0],
    ['the procurement was prepared by the firm', now('self-monitoring'), work('mandate:tasks', { until: null }), 1],
    ['a permit was', now('self-monitoring'), work('mandate:permits', { until: null }), 0],
    ['the permit and its review', now('technical-review'), work('mandate:permits', { until: null }), 1],
    ['running and comparing', now('cems-comparison'), work('cems-operation'), 1],
    ['an expert of the steward', now('expert'), work('steward'), 1],
  ])('%s', (_what, undertaking, past, found) => expect(exclusions(undertaking, [past], rules)).toHaveLength(found));

  it.each<[string, Undertaking, PastWork[], (string | null)[]]>([
    ['a task that names nothing may be the later one', now('x', { roles: ['bid'], presumed: ['cems-comparison'] }), [work('cems-operation')], ['now']],
    ['the earlier one may have been it', now('cems-comparison'), [work('cems-operation', { presumed: true })], ['earlier']],
    ['two that name nothing are held to their words', now('x', { roles: ['bid'], presumed: ['cems-comparison'] }), [work('cems-operation', { presumed: true })], ['both']],
    ['of two that name nothing and speak of other things nothing is said', now('x', { roles: ['bid'], presumed: [] }), [work('cems-operation', { presumed: true })], []],
    ['what the earlier one names goes before what another is presumed to be', now('x', { roles: ['bid'], presumed: ['cems-comparison'] }), [work('cems-operation', { presumed: true }), work('cems-operation')], ['now']],
    ['what is known goes before what is presumed', now('cems-comparison'), [work('cems-operation', { presumed: true }), work('cems-operation')], [null]],
    ['what is presumed is said once', now('cems-comparison'), [work('cems-operation', { presumed: true }), work('cems-operation', { presumed: true })], ['earlier']],
    ['of two firms each', now('cems-comparison'), [work('cems-operation', { presumed: true }), work('cems-operation', { presumed: true, firmId: 'f2' })], ['earlier', 'earlier']],
    ['care by the year and review', now('technical-review'), [work('steward', { until: null })], [null]],
  ])('%s', (_what, undertaking, works, presumed) => expect(exclusions(undertaking, works, rules).map(one => one.presumed)).toEqual(presumed));

  it.each<[string, string, boolean]>([
    ['cems-comparison', '废水在线监测设备比对', true], ['cems-comparison', '厂界噪声监测', false], ['technical-review', '环评文件技术评审', true], ['technical-review', '应急预案修编', false], ['steward', '环保管家年度服务', true],
    ['cems-operation', '医院污水站在线监测设备运维', true], ['carbon-verification', '2026 年度碳排放核查', true], ['permit-renewal', '排污许可证延续', true], ['permit-renewal', '排污许可执行报告', false], ['bid', '投标', false], ['constructor', 'constructor', false],
  ])('%s is what “%s” speaks of: %s', (role, words, said) => expect(speaksOf(role, words)).toBe(said));

  it('each rule reads well in English', () => expect(rules.map(titleEn).filter(text => /[:>]|[\u4e00-\u9fff]/.test(text))).toEqual([]));
  it('each row that ships is read, has a basis and is not verified', () => {
    expect(rules).toHaveLength(CONFLICT_ROWS.length);
    expect(CONFLICT_ROWS.filter(row => row.verified || row.legalBasis === '')).toEqual([]);
  });
  it('a row that ended, or that no machine can read, excludes nobody', () => {
    const [first] = CONFLICT_ROWS;
    expect(rulesOn([{ ...first!, effectiveTo: '2026-11-27' }, { ...first!, key: 'eia-report' }, { ...first!, value: '三年' }], ON)).toEqual([]);
  });
  it.each([['2026-03-31', 1, '2026-02-28'], ['2024-03-31', 1, '2024-02-29'], ['2026-01-15', 13, '2024-12-15'], ['2026-11-28', 0, '2026-11-28']])('%s less %i months is %s', (day, months, expected) => expect(monthsBefore(day, months)).toBe(expected));
  it('a longer look back excludes at least as many', () =>
    fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 4000 }), (months, ago) => {
      const until = new Date(Date.parse(ON) - ago * 86_400_000).toISOString().slice(0, 10);
      const count = (span: number): number => exclusions(now('technical-review'), [work('eia-report', { until })], rules.map(rule => ({ ...rule, months: span }))).length;
      expect(count(months + 1)).toBeGreaterThanOrEqual(count(months));
    })));
});
