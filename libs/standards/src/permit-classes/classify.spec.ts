import fc from 'fast-check';
import { industriesBelow, industryOf, industryPath, searchIndustries } from '../industries/industries';
import { CATALOGUE_2019 } from './catalogue-2019';
import { catalogueOn } from './catalogues';
import { classify, Decided, entryFor } from './classify';
import type { Answers } from './evaluate';
import { Condition, LEVELS, PermitLevel } from './types';

const catalogue = CATALOGUE_2019;
/** No boiler, furnace, surface or water treatment, not on the list. */
const NO_PROCESS: Answers = { 'key-discharger': false, 'boiler-t-h': '0', 'furnace-other': false, 'furnace-clean': false, 'surface-treatment': false, 'water-treatment-t-d': '0' };
const SMALL: Answers = { 'so2-t-a': '0', 'nox-t-a': '0', 'dust-t-a': '0', 'cod-t-a': '0', 'tn-t-a': '0', 'tp-t-a': '0', 'ammonia-oil-phenol-t-a': '0', 'other-equivalents': '0' };

function result(industries: string | string[], answers: Answers = {}): Decided {
  const outcome = classify(catalogue, [industries].flat(), { ...NO_PROCESS, ...answers });
  if (outcome.state === 'asking') throw new Error(`still asks ${outcome.asks.join(', ')}`);
  return outcome;
}

const CLASSES = industriesBelow(null).flatMap(section => industriesBelow(section.code)).flatMap(division => industriesBelow(division.code)).flatMap(group => industriesBelow(group.code)).map(each => each.code);

function questionsIn(condition: Condition): string[] {
  if ('question' in condition) return [condition.question];
  return 'of' in condition ? [condition.of].flat().flatMap(member => questionsIn(member as Condition)) : [];
}

describe('industries of GB/T 4754-2017', () => {
  it('form a tree of 20 sections, 97 divisions, 473 groups', () => {
    const divisions = industriesBelow(null).flatMap(section => industriesBelow(section.code));
    expect([industriesBelow(null).length, divisions.length, divisions.flatMap(each => industriesBelow(each.code)).length]).toEqual([20, 97, 473]);
    expect(CLASSES.length).toBeGreaterThan(1370);
  });

  it.each([['C2521', '炼焦'], ['2521', '炼焦'], ['２５２１', '炼焦'], ['c', '制造业'], ['3012', '石灰和石膏制造']])('knows %s as %s', (code, name) => expect(industryOf(code)?.name).toBe(name));

  it('shows the way down', () => expect(industryPath('2521').map(each => each.name)).toEqual(['制造业', '石油、煤炭及其他燃料加工业', '煤炭加工', '炼焦']));

  it.each([['炼焦', '2521'], ['252', '2521'], ['石灰', '3012'], ['医院', '8411'], ['综合医院', '8411'], ['火力发电', '4411']])('finds %s', (text, first) => expect(searchIndustries(text).slice(0, 3).map(each => each.code)).toContain(first));

  it('finds nothing for nothing', () => expect([searchIndustries(''), searchIndustries('  '), searchIndustries('没有这个行业')]).toEqual([[], [], []]));
});

describe('the catalogue of 2019', () => {
  it('has its 112 entries, each once', () => expect(catalogue.entries.map(entry => entry.no)).toEqual(Array.from({ length: 112 }, (_, index) => index + 1)));

  it('names existing industries only, and none twice', () => {
    for (const entry of catalogue.entries) for (const code of [...entry.industries, ...(entry.except ?? [])]) expect({ no: entry.no, code, known: Boolean(industryOf(code)) }).toEqual({ no: entry.no, code, known: true });
    const covering = (code: string): number[] => catalogue.entries.filter(entry => entry.industries.some(each => code.startsWith(each)) && !entry.except?.some(each => code.startsWith(each))).map(entry => entry.no);
    expect(CLASSES.filter(code => covering(code).length > 1)).toEqual([]);
  });

  it('names in its titles exactly the groups it covers', () => {
    for (const entry of catalogue.entries.filter(each => each.no < 108)) {
      const groups = entry.title.match(/(?<!\d)\d{3}(?!\d)/g) ?? [];
      const covered = CLASSES.filter(code => entry.industries.some(each => code.startsWith(each))).map(code => code.slice(0, 3));
      expect({ no: entry.no, groups: [...new Set(covered)].sort() }).toEqual({ no: entry.no, groups: [...new Set(groups)].sort() });
    }
  });

  it('writes in its conditions the classes that stand in its words', () => {
    const codesOf = (condition: Condition): string[] => (condition.op === 'industry' ? [...condition.codes] : 'of' in condition ? [condition.of].flat().flatMap(member => codesOf(member as Condition)) : []);
    for (const entry of catalogue.entries) {
      for (const { text, when } of Object.values(entry.columns)) {
        // classes that stand only in the words are the whole group; a class in the conditions must stand in the words or in the title
        for (const code of codesOf(when)) expect({ no: entry.no, code, named: text.includes(code) || entry.title.includes(code.slice(0, 3)) }).toMatchObject({ named: true });
      }
    }
  });

  it('asks only questions that exist, and every question is asked somewhere', () => {
    const asked = new Set(catalogue.entries.flatMap(entry => Object.values(entry.columns).flatMap(column => questionsIn(column.when))));
    expect([...asked].filter(name => !catalogue.questions[name])).toEqual([]);
    expect(Object.keys(catalogue.questions).filter(name => !asked.has(name))).toEqual([]);
  });

  it('is in force since 2019-12-20', () => expect([catalogueOn('2019-12-19'), catalogueOn('2026-11-23')?.edition]).toEqual([undefined, '2019']));
});

describe('classify', () => {
  it.each<[string, string, Answers, PermitLevel | null, number]>([
    ['coking', '2521', {}, 'key', 43],
    ['coal briquettes', '2524', {}, 'registration', 43],
    ['lime', '3012', {}, 'simplified', 63],
    ['clinker', '3011', { clinker: true }, 'key', 63],
    ['a cement grinding station', '3011', { clinker: false }, 'simplified', 63],
    ['concrete parts', '3022', {}, 'registration', 63],
    ['bricks fired with gangue', '3031', { 'sintered-brick-coal': true, 'cutting-only': false }, 'key', 64],
    ['stone cutting', '3032', { 'cutting-only': true }, 'registration', 64],
    ['alumina', '3216', {}, 'key', 75],
    ['silicon smelting', '3218', { 'listed-nonferrous': false }, 'registration', 75],
    ['a power station', '4411', {}, 'key', 95],
    ['biogas power', '4417', { 'waste-sludge-power': false }, 'simplified', 95],
    ['a wind farm', '4415', {}, null, 95],
    ['heat from 20 t/h', '4430', { 'boiler-t-h': '20' }, 'key', 96],
    ['heat from 19.9 t/h', '4430', { 'boiler-t-h': '19.9', 'boilers-natural-gas': true }, 'simplified', 96],
    ['heat from 1 t/h of gas', '4430', { 'boiler-t-h': '1', 'boilers-natural-gas': true }, 'registration', 96],
    ['heat from 1 t/h of coal', '4430', { 'boiler-t-h': '1', 'boilers-natural-gas': false }, 'simplified', 96],
    ['a sewage works of 20,000 t/d', '4620', { 'industrial-park-sewage': false, 'sewage-t-d': '20000' }, 'key', 99],
    ['one of 19,999 t/d', '4620', { 'industrial-park-sewage': false, 'sewage-t-d': '19999' }, 'simplified', 99],
    ['one of 499 t/d', '4620', { 'industrial-park-sewage': false, 'sewage-t-d': '499' }, 'registration', 99],
    ['an industrial park', '4620', { 'industrial-park-sewage': true }, 'key', 99],
    ['a hospital of 500 beds', '8411', { beds: '500' }, 'key', 107],
    ['a hospital of 499 beds', '8411', { beds: '499' }, 'simplified', 107],
    ['a hospital of 99 beds', '8411', { beds: '99' }, 'registration', 107],
    ['a psychiatric hospital of 800 beds', '8415', { beds: '800', 'psychiatric-rehabilitation': true }, 'simplified', 107],
    ['an eye hospital of 800 beds', '8415', { beds: '800', 'psychiatric-rehabilitation': false }, 'key', 107],
    ['a sanatorium of 600 beds', '8416', { beds: '600' }, 'simplified', 107],
    ['disease control', '8431', {}, 'registration', 107],
    ['distillery of 5,000 kL', '1512', { fermentation: true, 'liquor-kl-a': '5000' }, 'key', 21],
    ['distillery of 4,999 kL', '1512', { fermentation: true, 'liquor-kl-a': '4999', 'industrial-building': true }, 'simplified', 21],
    ['a family distillery at home', '1512', { fermentation: true, 'liquor-kl-a': '5', 'industrial-building': false }, null, 21],
    ['alcohol', '1511', {}, 'key', 21],
    ['slaughter of 100,000 pigs', '1351', { 'pigs-a': '100000', 'cattle-a': '0', 'sheep-a': '0', 'poultry-a': '0' }, 'key', 13],
    ['slaughter of 2,500 cattle', '1351', { 'pigs-a': '0', 'cattle-a': '2500', 'sheep-a': '0', 'poultry-a': '0', 'meat-t-a': '0' }, 'simplified', 13],
    ['a petrol station in town', '5265', { 'petrol-station': true, 'built-up-area': true }, 'simplified', 100],
    ['a petrol station in a village', '5265', { 'petrol-station': true, 'built-up-area': false }, 'registration', 100],
    ['hazardous waste', '7724', { 'hazardous-waste-business': true, 'industrial-waste-disposal': false }, 'key', 103],
    ['a crematorium', '8080', { crematorium: true }, 'simplified', 105],
    ['an office', '7010', SMALL, null, 108],
  ])('%s', (_what, code, answers, level, entryNo) => {
    const outcome = result(code, answers);
    expect([outcome.level, entryFor(catalogue, code).no]).toEqual([level, entryNo]);
    if (level !== null) expect(outcome.deciding[0]).toMatchObject({ entryNo, level });
  });

  it('a coal mine with a boiler of 20 t/h needs a permit for the boiler only (article 6)', () => {
    const outcome = result('0610', { 'boiler-t-h': '20' });
    expect([outcome.level, outcome.scope]).toEqual(['simplified', 'processes']);
    expect(outcome.deciding.map(verdict => verdict.entryNo)).toEqual([3, 109]);
  });

  it('a slaughterhouse of a few pigs with a large boiler likewise', () => {
    const outcome = result('1351', { 'pigs-a': '10', 'cattle-a': '0', 'sheep-a': '0', 'poultry-a': '0', 'meat-t-a': '0', 'industrial-building': true, 'boiler-t-h': '35' });
    expect([outcome.level, outcome.scope, outcome.deciding.map(each => each.entryNo), outcome.others.map(each => [each.entryNo, each.level])]).toEqual(['simplified', 'processes', [109], [[13, 'registration']]]);
  });

  it('a lime works on the list of key dischargers with a kiln: key by its kiln, and the permit stays whole', () => {
    const outcome = result('3012', { 'key-discharger': true, 'furnace-other': true });
    expect([outcome.level, outcome.scope, outcome.deciding.map(each => each.entryNo)]).toEqual(['key', 'whole', [110]]);
  });

  it('article 7 raises other industries as a whole', () => {
    expect(result('7010', { ...SMALL, 'so2-t-a': '250' }).level).toBeNull();
    expect(result('7010', { ...SMALL, 'so2-t-a': '250.000001' })).toMatchObject({ level: 'key', scope: 'whole' });
    expect(result('7010', { ...SMALL, 'boiler-t-h': '4' })).toMatchObject({ level: 'registration', scope: 'processes' });
  });

  it('two industries at one place take the stricter', () => {
    expect(result(['2524', '2521'])).toMatchObject({ level: 'key', deciding: [{ industry: '2521' }], others: [{ industry: '2524', level: 'registration' }] });
  });

  it('asks nothing when the industry alone decides', () => expect(classify(catalogue, ['2521'], {})).toMatchObject({ state: 'decided', level: 'key' }));

  it('asks step by step, and only what matters', () => {
    expect(classify(catalogue, ['8411'], {})).toEqual({ state: 'asking', asks: ['beds'] });
    expect(classify(catalogue, ['8411'], { beds: '500' })).toMatchObject({ state: 'decided', level: 'key' });
    // simplified already: of the processes only the list of key dischargers could still raise it
    expect(classify(catalogue, ['8411'], { beds: '120' })).toEqual({ state: 'asking', asks: ['key-discharger'] });
    expect(classify(catalogue, ['8411'], { beds: '120', 'key-discharger': false })).toMatchObject({ state: 'decided', level: 'simplified' });
  });

  it.each([[['99'], {}], [['9999'], {}], [[], {}], [['2521'], { nothing: true }], [['8411'], { beds: '-1' }], [['8411'], { beds: '1e3' }], [['8411'], { beds: true }], [['8411'], { beds: '１' }]])('refuses %j %j', (industries, answers) => {
    expect(() => classify(catalogue, industries, answers as Answers)).toThrow(RangeError);
  });

  it('always comes to an end, by its own questions only, and no answer is asked twice', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CLASSES), fc.infiniteStream(fc.record({ yes: fc.boolean(), amount: fc.integer({ min: 0, max: 20_000_000 }) })), (code, stream) => {
        const given: Record<string, boolean | string> = {};
        for (let step = 0; step < 40; step += 1) {
          const outcome = classify(catalogue, [code], given);
          if (outcome.state === 'decided') return outcome.level === null || LEVELS.includes(outcome.level);
          if (outcome.asks.length === 0 || outcome.asks.some(name => name in given)) return false;
          for (const name of outcome.asks) {
            const { value } = stream.next();
            given[name] = catalogue.questions[name]?.kind === 'yes-no' ? value.yes : String(value.amount);
          }
        }
        return false;
      }),
      { numRuns: 3000 },
    );
  });

  it('is never milder for a larger plant', () => {
    const amounts = Object.entries(catalogue.questions).filter(([, question]) => question.kind === 'number').map(([name]) => name);
    const complete = (yes: boolean, amount: string): Answers => Object.fromEntries(Object.entries(catalogue.questions).map(([name, question]) => [name, question.kind === 'yes-no' ? yes : amount]));
    fc.assert(
      fc.property(fc.constantFrom(...CLASSES), fc.boolean(), fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 0, max: 1_000_000 }), (code, yes, less, more) => {
        const of = (amount: number): number => {
          const outcome = classify(catalogue, [code], { ...complete(yes, '0'), ...Object.fromEntries(amounts.map(name => [name, String(amount)])) });
          return outcome.state === 'decided' && outcome.level !== null ? LEVELS.indexOf(outcome.level) : LEVELS.length;
        };
        return of(less) >= of(less + more);
      }),
      { numRuns: 2000 },
    );
  });
});
