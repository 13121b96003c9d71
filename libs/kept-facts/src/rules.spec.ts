import { type FactContent, faultsOf, isSame, lastOfMonth, valueWords } from './rules';

const TODAY = '2026-11-23';
const base = { authority: '市生态环境局', documentNo: '吕环函〔2026〕1号', note: '' };
const grade = (over: Partial<FactContent> = {}): FactContent => ({ ...base, kind: 'performance-grade', value: 'B', unit: '级', fromOn: '2026-01-01', toOn: null, ...over });
const hours = (over: Partial<FactContent> = {}): FactContent => ({ ...base, kind: 'online-exceed-hours', value: '3.5', unit: 'h', fromOn: '2026-02-01', toOn: '2026-02-28', ...over });
const carbon = (over: Partial<FactContent> = {}): FactContent => ({ ...base, kind: 'carbon-intensity', value: '0.452100', unit: 'tCO2/t', fromOn: '2025-01-01', toOn: '2025-12-31', ...over });

describe('what a fact must be', () => {
  it.each<[string, FactContent, string[]]>([
    ['a grade until further notice', grade(), []],
    ['a grade with a last day', grade({ toOn: '2026-12-31' }), []],
    ['引领性', grade({ value: 'leading' }), []],
    ['no grade of the guides', grade({ value: 'E' }), ['/value grade']],
    ['a grade in small letters', grade({ value: 'a' }), ['/value grade']],
    ['a grade that ends before it begins', grade({ toOn: '2025-12-31' }), ['/toOn order']],
    ['hours of a month', hours(), []],
    ['no hours at all', hours({ value: '0' }), []],
    ['every hour of the month', hours({ value: '672' }), []],
    ['more hours than the month has', hours({ value: '672.1' }), ['/value hours']],
    ['hours of a leap month', hours({ fromOn: '2024-02-01', toOn: '2024-02-29', value: '696' }), []],
    ['half a month', hours({ toOn: '2026-02-14' }), ['/toOn month']],
    ['a month without its end', hours({ toOn: null }), ['/toOn month']],
    ['a month from its second day', hours({ fromOn: '2026-02-02' }), ['/fromOn month']],
    ['a month that is not over', hours({ fromOn: '2026-11-01', toOn: '2026-11-30' }), ['/toOn later']],
    ['a year of carbon', carbon(), []],
    ['a year that is not over', carbon({ fromOn: '2026-01-01', toOn: '2026-12-31' }), ['/toOn later']],
    ['another span than a year', carbon({ toOn: '2025-06-30' }), ['/toOn year']],
    ['a negative value', carbon({ value: '-1' }), ['/value decimal']],
    ['a value with a comma', carbon({ value: '1,000' }), ['/value decimal']],
    ['more decimals than are kept', carbon({ value: '0.1234567' }), ['/value decimal']],
    ['a value with an exponent', carbon({ value: '1e3' }), ['/value decimal']],
    ['the unit of something else', carbon({ unit: 'h' }), ['/unit unit']],
    ['several things at once', carbon({ unit: 'h', value: 'x', toOn: null }), ['/value decimal', '/unit unit', '/toOn year']],
  ])('%s', (_, fact, faults) => {
    expect(faultsOf(fact, TODAY).map(one => `${one.pointer} ${one.code}`)).toEqual(faults);
  });

  it.each([['2026-02-10', '2026-02-28'], ['2024-02-01', '2024-02-29'], ['2026-12-31', '2026-12-31']])('the month of %s ends on %s', (day, end) => expect(lastOfMonth(day)).toBe(end));

  it('tells a correction from the same said again', () => {
    expect(isSame(grade(), grade())).toBe(true);
    expect(isSame(grade(), grade({ toOn: '2026-12-31' }))).toBe(false);
    expect(isSame(carbon(), carbon({ value: '0.4521' }))).toBe(false);
  });

  it('is said in words', () => {
    expect([valueWords(grade()), valueWords(grade({ value: 'leading' })), valueWords(hours())]).toEqual(['B 级', '绩效引领性', '3.5 h']);
  });
});
