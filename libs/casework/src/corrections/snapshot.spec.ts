import fc from 'fast-check';
import { secondCorrectionNeedsReason, unchangedDemands } from './second-correction';
import { diffSnapshots, isWithin, Json, placeOf, sameJson, valueAt } from './snapshot';

const outlets = (rows: Json[]): Json => ({ sections: { 'air-outlets': rows } });

describe('diffSnapshots', () => {
  it.each<[string, Json, Json, unknown[]]>([
    ['equal forms', { a: 1 }, { a: 1 }, []],
    ['a changed leaf', { a: { b: 1 } }, { a: { b: 2 } }, [{ pointer: '/a/b', place: '/a/b', from: 1, to: 2 }]],
    ['a new member', {}, { a: null }, [{ pointer: '/a', place: '/a', to: null }]],
    ['a member that is gone', { a: 'x' }, {}, [{ pointer: '/a', place: '/a', from: 'x' }]],
    ['a name with a slash', { 'a/b': 1 }, { 'a/b': 2 }, [{ pointer: '/a~1b', place: '/a~1b', from: 1, to: 2 }]],
    ['a moved row is no difference', outlets([{ id: 'x', n: 1 }, { id: 'y', n: 2 }]), outlets([{ id: 'y', n: 2 }, { id: 'x', n: 1 }]), []],
    [
      'a changed row that moved',
      outlets([{ id: 'x', n: 1 }, { id: 'y', n: 2 }]),
      outlets([{ id: 'y', n: 2 }, { id: 'x', n: 9 }]),
      [{ pointer: '/sections/air-outlets/1/n', place: '/sections/air-outlets/@x/n', from: 1, to: 9 }],
    ],
    [
      'a row that is gone',
      outlets([{ code: 'DA001' }, { code: 'DA002' }]),
      outlets([{ code: 'DA002' }]),
      [{ pointer: '/sections/air-outlets/0', place: '/sections/air-outlets/@DA001', from: { code: 'DA001' } }],
    ],
    ['plain values by position', { a: ['x', 'y'] }, { a: ['x'] }, [{ pointer: '/a/1', place: '/a/1', from: 'y' }]],
    ['a member called __proto__', JSON.parse('{"__proto__": 1}') as Json, {}, [{ pointer: '/__proto__', place: '/__proto__', from: 1 }]],
  ])('%s', (_title, before, after, expected) => {
    expect(diffSnapshots(before, after)).toEqual(expected);
  });

  const json = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>;

  it('finds nothing between a form and itself', () => {
    fc.assert(fc.property(json, form => diffSnapshots(form, form).length === 0));
  });

  it('finds something exactly when the forms differ, unless only the order of keyed rows does', () => {
    fc.assert(
      fc.property(json, json, (before, after) => {
        if (diffSnapshots(before, after).length === 0) expect(diffSnapshots(after, before)).toEqual([]);
        if (sameJson(before, after)) expect(diffSnapshots(before, after)).toEqual([]);
      }),
    );
  });

  it('names for each difference the value that stands there', () => {
    fc.assert(
      fc.property(json, json, (before, after) => {
        for (const change of diffSnapshots(before, after)) {
          if ('to' in change) expect(valueAt(after, change.pointer)).toEqual(change.to);
          if ('from' in change && !('to' in change)) expect(valueAt(before, change.pointer)).toEqual(change.from);
        }
      }),
    );
  });
});

describe('placeOf', () => {
  const form = outlets([{ id: 'x', lon: 1 }, { id: 'y' }]);
  it.each([
    ['/sections/air-outlets/0/lon', '/sections/air-outlets/@x/lon'],
    ['/sections/air-outlets/x/lon', '/sections/air-outlets/@x/lon'],
    ['/sections/air-outlets/@y/lat', '/sections/air-outlets/@y/lat'],
    ['/sections/air-outlets/7/lon', '/sections/air-outlets/7/lon'],
    ['/sections/missing/0', '/sections/missing/0'],
    ['', ''],
  ])('%s is %s', (pointer, place) => expect(placeOf(form, pointer)).toBe(place));

  it('is the same place wherever the row stands', () => {
    const moved = outlets([{ id: 'y' }, { id: 'x', lon: 1 }]);
    expect(placeOf(moved, '/sections/air-outlets/1/lon')).toBe(placeOf(form, '/sections/air-outlets/0/lon'));
  });
});

describe('isWithin', () => {
  it.each([
    ['/a/b', '/a', true],
    ['/a', '/a', true],
    ['/ab', '/a', false],
    ['/a', '/a/b', false],
  ])('%s within %s: %s', (inner, outer, expected) => expect(isWithin(inner, outer)).toBe(expected));
});

describe('一次性告知', () => {
  const first = outlets([{ id: 'x', lon: 111, lat: 37 }]);
  it.each<[string, Json | null, Json, string[], boolean]>([
    ['a first round needs none', null, first, ['/sections/air-outlets/0/lon'], false],
    ['content changed since may be asked about', first, outlets([{ id: 'x', lon: 112, lat: 37 }]), ['/sections/air-outlets/0/lon'], false],
    ['content that lay there before needs a reason', first, outlets([{ id: 'x', lon: 112, lat: 37 }]), ['/sections/air-outlets/0/lat'], true],
    ['a new row may be asked about', first, outlets([{ id: 'x', lon: 111, lat: 37 }, { id: 'z' }]), ['/sections/air-outlets/1'], false],
    ['a field empty then and now needs a reason', first, first, ['/sections/air-outlets/0/height'], true],
    ['a moved but unchanged row needs a reason', first, outlets([{ id: 'z' }, { id: 'x', lon: 111, lat: 37 }]), ['/sections/air-outlets/1/lon'], true],
  ])('%s', (_title, previous, current, pointers, expected) => {
    expect(secondCorrectionNeedsReason(previous, current, pointers)).toBe(expected);
  });

  it('names only the unchanged ones', () => {
    const current = outlets([{ id: 'x', lon: 112, lat: 37 }]);
    expect(unchangedDemands(first, current, ['/sections/air-outlets/0/lon', '/sections/air-outlets/0/lat'])).toEqual(['/sections/air-outlets/0/lat']);
  });
});
