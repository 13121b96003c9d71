import fc from 'fast-check';
import { carried } from './carried';

const row = (id: string, value: string): object => ({ id, value });

/** A change written on a renewal that is still to begin, as it holds in what runs. */
describe('a change carried into the content that runs', () => {
  it.each([
    ['takes what it touched', { name: 'a', limit: '30' }, { name: 'b', limit: '30' }, { name: 'a', limit: '50' }, { name: 'b', limit: '50' }],
    ['holds where the renewal touched the same, for it was decided later', { limit: '30' }, { limit: '20' }, { limit: '50' }, { limit: '20' }],
    ['takes a member out', { a: '1', b: '2' }, { a: '1' }, { a: '9', b: '2' }, { a: '9' }],
    ['adds a member', { a: '1' }, { a: '1', b: '2' }, { a: '9' }, { a: '9', b: '2' }],
    ['goes by rows', { t: [row('1', '30'), row('2', '30')] }, { t: [row('1', '20'), row('2', '30')] }, { t: [row('1', '30'), row('2', '50'), row('3', '5')] }, { t: [row('1', '20'), row('2', '50'), row('3', '5')] }],
    ['adds a row, and takes one out', { t: [row('1', '30'), row('2', '30')] }, { t: [row('2', '30'), row('4', '4')] }, { t: [row('1', '30'), row('2', '50')] }, { t: [row('2', '50'), row('4', '4')] }],
    ['leaves the years that run alone: those of the renewal are others', { t: [{ id: '1', limit: '30', year1T: '5', year5T: '5' }] }, { t: [{ id: '1', limit: '20', year1T: '3', year5T: '1' }] }, { t: [{ id: '1', limit: '30', year1T: '5', year5T: '5' }] }, { t: [{ id: '1', limit: '20', year1T: '5', year5T: '5' }] }],
    ['takes a wholly new row without its yearly amounts', { t: [row('1', '30')] }, { t: [row('1', '30'), { id: '2', limit: '5', year1T: '3', year2T: '3' }] }, { t: [row('1', '50')] }, { t: [row('1', '50'), { id: '2', limit: '5' }] }],
    ['and a wholly new table too', {}, { totals: { t: [{ id: '1', pollutant: 'PM', year1T: '3' }] } }, { name: 'a' }, { name: 'a', totals: { t: [{ id: '1', pollutant: 'PM' }] } }],
    ['takes a list without keys as a whole', { t: [{ v: '1' }] }, { t: [{ v: '2' }] }, { t: [{ v: '9' }] }, { t: [{ v: '2' }] }],
  ])('%s', (_what, base, next, running, result) => expect(carried<unknown>(base, next, running)).toEqual(result));

  it('is all of the change where the renewal changed nothing, and nothing where the change is none', () => {
    const form = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.oneof(fc.string(), fc.uniqueArray(fc.record({ id: fc.constantFrom('1', '2', '3'), v: fc.string() }), { selector: one => one.id })));
    fc.assert(fc.property(form, form, (one, other) => {
      expect(carried(one, other, one)).toEqual(other);
      expect(carried(one, one, other)).toEqual(other);
    }));
  });
});
