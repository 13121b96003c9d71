import { addDays } from '@huanbao/calendar';
import fc from 'fast-check';
import { coveredBy, stoppagesAt } from './standing';

describe('days on which an outlet stood', () => {
  const quarter = { from: '2026-04-01', to: '2026-06-30' };
  it.each<[string, [string, string | null][], boolean]>([
    ['exactly the period', [['2026-04-01', '2026-06-30']], true],
    ['more than it', [['2026-03-20', '2026-10-05']], true],
    ['one day short at the end', [['2026-04-01', '2026-06-29']], false],
    ['one day short at the beginning', [['2026-04-02', '2026-06-30']], false],
    ['open-ended', [['2026-03-01', null]], true],
    ['begins within it, open-ended', [['2026-04-10', null]], false],
    ['two that meet', [['2026-05-16', '2026-07-01'], ['2026-03-01', '2026-05-15']], true],
    ['two with a day between', [['2026-03-01', '2026-05-14'], ['2026-05-16', '2026-07-01']], false],
    ['two that overlap', [['2026-03-01', '2026-06-01'], ['2026-05-01', '2026-07-01']], true],
    ['one within another', [['2026-03-01', '2026-06-20'], ['2026-04-01', '2026-04-10'], ['2026-06-10', '2026-06-30']], true],
    ['none', [], false],
  ])('%s', (_name, days, covered) => expect(coveredBy(days.map(([from, to]) => ({ from, to })), quarter)).toBe(covered));

  it('covers a span exactly when it covers each of its days', () => {
    const day = fc.integer({ min: 0, max: 60 }).map(n => addDays('2026-03-15', n));
    const stop = fc.tuple(day, fc.integer({ min: 0, max: 40 })).map(([from, length]) => ({ from, to: addDays(from, length) }));
    fc.assert(fc.property(fc.array(stop, { maxLength: 5 }), fc.integer({ min: 0, max: 30 }), (stops, length) => {
      const span = { from: '2026-04-01', to: addDays('2026-04-01', length) };
      const each = Array.from({ length: length + 1 }, (_, n) => addDays(span.from, n));
      expect(coveredBy(stops, span)).toBe(each.every(one => stops.some(({ from, to }) => from <= one && one <= to)));
    }));
  });

  it('are those of the whole site and its own', () => {
    const stops = [{ from: '2026-01-01', to: null }, { from: '2026-02-01', to: null, outlets: ['DA001'] }, { from: '2026-03-01', to: null, outlets: [] }];
    expect([stoppagesAt(stops, 'DA001').length, stoppagesAt(stops, 'DW001').length]).toEqual([2, 1]);
  });
});
