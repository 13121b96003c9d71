import fc from 'fast-check';
import type { SectionData, Value } from '@huanbao/permits';
import { mergeSection } from './merge';

const rows = (...given: readonly (readonly [string, string])[]): Value => given.map(([id, name]) => ({ id, name }));

describe('two phones on one page', () => {
  it.each<[string, SectionData, SectionData, Record<string, Value | null>, SectionData, string[]]>([
    ['only mine', { a: '1' }, { a: '1' }, { a: '2' }, { a: '2' }, []],
    ['different fields', {}, { a: '1' }, { b: '2' }, { a: '1', b: '2' }, []],
    ['the same words', {}, { a: '1' }, { a: '1' }, { a: '1' }, []],
    ['the same field', {}, { a: '1' }, { a: '2' }, { a: '1' }, ['a']],
    ['emptied here, unchanged there', { a: '1' }, { a: '1' }, { a: null }, {}, []],
    ['emptied here, changed there', { a: '1' }, { a: '2' }, { a: null }, { a: '2' }, ['a']],
    ['sent unchanged', { a: '1' }, { a: '2' }, { a: '1' }, { a: '2' }, []],
    ['rows added by both', { t: rows(['x', '1']) }, { t: rows(['x', '1'], ['y', '2']) }, { t: rows(['x', '1'], ['z', '3']) }, { t: rows(['x', '1'], ['y', '2'], ['z', '3']) }, []],
    ['a row changed here, another there', { t: rows(['x', '1'], ['y', '2']) }, { t: rows(['x', '9'], ['y', '2']) }, { t: rows(['x', '1'], ['y', '8']) }, { t: rows(['x', '9'], ['y', '8']) }, []],
    ['one row changed by both', { t: rows(['x', '1']) }, { t: rows(['x', '2']) }, { t: rows(['x', '3']) }, { t: rows(['x', '2']) }, ['t']],
    ['a row taken away here', { t: rows(['x', '1'], ['y', '2']) }, { t: rows(['x', '1'], ['y', '2'], ['z', '3']) }, { t: rows(['y', '2']) }, { t: rows(['y', '2'], ['z', '3']) }, []],
    ['a row taken away here and changed there', { t: rows(['x', '1']) }, { t: rows(['x', '2']) }, { t: [] }, { t: rows(['x', '2']) }, ['t']],
  ])('%s', (_, base, theirs, mine, data, clashes) => {
    const merged = mergeSection(base, theirs, mine);
    expect(merged.data).toEqual(data);
    expect(merged.clashes.map(one => one.field)).toEqual(clashes);
  });

  it('loses no value: each field is one side’s, and where both changed it differently it is told', () => {
    const page = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2', '3'));
    fc.assert(fc.property(page, page, page, (base, theirs, mine) => {
      const { data, clashes } = mergeSection(base, theirs, mine);
      for (const [field, value] of Object.entries(mine)) {
        const told = clashes.some(one => one.field === field);
        const [was, is] = [base[field] ?? null, theirs[field] ?? null];
        expect(told).toBe(is !== was && value !== was && is !== value);
        expect(data[field] ?? null).toBe(told || value === was ? is : value);
      }
      // a save that is sent again changes nothing
      expect(mergeSection(theirs, data, {}).data).toEqual(data);
    }));
  });
});
