import { f, type Field, type SectionData } from '@huanbao/permits';
import fc from 'fast-check';
import { rowIdOf, take } from './offer';

const FIELDS: readonly Field[] = [f.text('name', ['名', 'name']), f.table('rows', ['表', 'rows'], [f.text('code', ['号', 'code']), f.decimal('value', ['值', 'value'])])];
const row = (id: string, value?: string) => ({ id, code: id, ...(value === undefined ? {} : { value }) });
const data = (name: string | undefined, ...rows: object[]): SectionData => ({ ...(name === undefined ? {} : { name }), rows }) as SectionData;

describe('taking the newest values of the platform', () => {
  it.each<[string, SectionData, SectionData, SectionData, SectionData, string[], string[]]>([
    ['nothing new', data('甲', row('a', '1')), data('甲', row('a', '1')), data('甲', row('a', '1')), data('甲', row('a', '1')), [], []],
    ['an untouched value follows', data('甲', row('a', '1')), data('甲', row('a', '1')), data('乙', row('a', '2')), data('乙', row('a', '2')), ['/name', '/rows/@a/value'], []],
    ['a typed value stays', data('丙', row('a', '9')), data('甲', row('a', '1')), data('乙', row('a', '2')), data('丙', row('a', '9')), [], ['/name', '/rows/@a/value']],
    ['a typed value stays though the platform says the same as before', data('甲', row('a', '9')), data('甲', row('a', '1')), data('甲', row('a', '1')), data('甲', row('a', '9')), [], ['/rows/@a/value']],
    ['an emptied value stays empty', data(undefined, row('a')), data('甲', row('a', '1')), data('乙', row('a', '2')), data(undefined, row('a')), [], ['/name', '/rows/@a/value']],
    ['an empty one that was never offered is filled', data(undefined, row('a')), data(undefined, row('a')), data('乙', row('a', '2')), data('乙', row('a', '2')), ['/name', '/rows/@a/value'], []],
    ['a new row comes', data('甲', row('a', '1')), data('甲', row('a', '1')), data('甲', row('a', '1'), row('b', '2')), data('甲', row('a', '1'), row('b', '2')), ['/rows/@b'], []],
    ['a deleted row stays away', data('甲'), data('甲', row('a', '1')), data('甲', row('a', '1')), data('甲'), [], ['/rows/@a']],
    ['an untouched row that no longer holds goes', data('甲', row('a', '1')), data('甲', row('a', '1')), data('甲'), data('甲'), ['/rows/@a'], []],
    ['a typed-in row that no longer holds stays', data('甲', row('a', '9')), data('甲', row('a', '1')), data('甲'), data('甲', row('a', '9')), [], []],
    ['a row of the person’s own stays', data('甲', row('own', '5')), data('甲'), data('甲', row('a', '1')), data('甲', row('own', '5'), row('a', '1')), ['/rows/@a'], []],
  ])('%s', (_name, current, before, fresh, due, changes, kept) => {
    const taken = take(FIELDS, { current, before, fresh });
    expect(taken.data).toEqual(due);
    expect([taken.changes.map(one => one.pointer), taken.kept.map(one => one.pointer)]).toEqual([changes, kept]);
  });

  it('takes the platform’s value where the person names the place', () => {
    const given = { current: data('丙', row('a', '9')), before: data('甲', row('a', '1'), row('b', '2')), fresh: data('乙', row('a', '2'), row('b', '2')) };
    expect(take(FIELDS, given, new Set(['/name', '/rows/@a/value', '/rows/@b'])).data).toEqual(data('乙', row('a', '2'), row('b', '2')));
  });

  it('never loses what a person typed, and taken twice changes nothing more', () => {
    const value = fc.constantFrom('1', '2', '3');
    const rows = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 }).chain(ids => fc.tuple(...ids.map(id => value.map(one => row(id, one)))));
    const section = fc.tuple(fc.option(value, { nil: undefined }), rows).map(([name, list]) => data(name, ...(list as object[])));
    fc.assert(fc.property(section, section, section, (current, before, fresh) => {
      const once = take(FIELDS, { current, before, fresh });
      const typed = (name: 'name'): boolean => current[name] !== undefined && current[name] !== before[name];
      if (typed('name')) expect(once.data['name']).toBe(current['name']);
      const again = take(FIELDS, { current: once.data, before: fresh, fresh });
      expect(again.changes).toEqual([]);
      expect(again.data).toEqual(once.data);
    }));
  });

  it('the same thing has the same id', () => {
    expect(rowIdOf('amount', 'DA001', 'NOx')).toBe(rowIdOf('amount', 'DA001', 'NOx'));
    expect(rowIdOf('amount', 'DA001', 'NOx')).not.toBe(rowIdOf('amount', 'DA001', 'PM'));
    expect(rowIdOf('amount', 'x')).toMatch(/^[A-Za-z0-9-]{1,40}$/);
  });
});
