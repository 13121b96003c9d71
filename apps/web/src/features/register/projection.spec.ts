import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heightOf, MAP_WIDTH, moved, pointOf, radiusOf, zoomed } from './projection';

const CITY = { west: 111.36, south: 36.94, east: 111.93, north: 37.32 };

describe('the map', () => {
  it('puts the corners of the window into the corners of the picture', () => {
    expect(pointOf(CITY, CITY.west, CITY.north)).toEqual([0, 0]);
    const [x, y] = pointOf(CITY, CITY.east, CITY.south);
    expect([x, y]).toEqual([MAP_WIDTH, heightOf(CITY)]);
  });

  it('keeps a place in the middle when it is zoomed to, and comes back', () => {
    fc.assert(
      fc.property(fc.double({ min: 111.4, max: 111.9, noNaN: true }), fc.double({ min: 37, max: 37.3, noNaN: true }), (longitude, latitude) => {
        const near = zoomed(CITY, 0.5, [longitude, latitude]);
        expect(pointOf(near, longitude, latitude)[0]).toBeCloseTo(MAP_WIDTH / 2, 3);
        expect(near.east - near.west).toBeCloseTo((CITY.east - CITY.west) / 2, 9);
      }),
    );
    const back = zoomed(zoomed(CITY, 0.5), 2);
    for (const side of ['west', 'south', 'east', 'north'] as const) expect(back[side]).toBeCloseTo(CITY[side], 9);
  });

  it('moves to the east and to the north', () => {
    const east = moved(CITY, [0.5, 0]);
    expect(east.west).toBeGreaterThan(CITY.west);
    expect(moved(CITY, [0, 0.5]).south).toBeGreaterThan(CITY.south);
  });

  it('draws marks that can be hit, and no giants', () => {
    expect(radiusOf(1)).toBeGreaterThanOrEqual(11);
    expect(radiusOf(1_000_000)).toBeLessThanOrEqual(35);
  });
});
