import { placeOf } from './place-of';

describe('the place a form names', () => {
  it.each([
    [{ longitude: '111.7216', latitude: '37.1069' }, { longitude: 111.7216, latitude: 37.1069 }],
    [{ longitude: '不详', latitude: '37.1' }, { longitude: null, latitude: 37.1 }],
    [{ longitude: '-73.5', latitude: '1e3' }, { longitude: -73.5, latitude: null }],
    [{ longitude: 111.7, latitude: '1234.5' }, { longitude: null, latitude: null }],
    [null, { longitude: null, latitude: null }],
    [undefined, { longitude: null, latitude: null }],
  ])('%j is %j', (location, place) => expect(placeOf({ basic: { location } } as never)).toEqual(place));

  it('is nowhere in an empty form', () => expect(placeOf({})).toEqual({ longitude: null, latitude: null }));
});
