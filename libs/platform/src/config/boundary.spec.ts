import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadBoundary } from './boundary';
import { loadCity } from './city';

const folder = mkdtempSync(join(tmpdir(), 'huanbao-boundary-'));
const file = (content: unknown): string => {
  const path = join(folder, `${Math.random()}.json`);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};
const square = [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]];

describe('the boundary of a city', () => {
  it.each<[string, unknown, number]>([
    ['a polygon', { type: 'Polygon', coordinates: square }, 1],
    ['several polygons', { type: 'MultiPolygon', coordinates: [square, square] }, 2],
    ['a feature', { type: 'Feature', geometry: { type: 'Polygon', coordinates: square } }, 1],
    ['features', { type: 'FeatureCollection', features: [{ type: 'Feature', geometry: { type: 'Polygon', coordinates: square } }, { type: 'Feature', geometry: { type: 'Point', coordinates: [0, 0] } }] }, 1],
  ])('is read from %s', (_what, content, count) => expect(loadBoundary(file(content))).toHaveLength(count));

  it.each<[string, unknown, RegExp]>([
    ['no JSON', 'outline', /is not usable/],
    ['no polygon', { type: 'Point', coordinates: [0, 0] }, /holds no polygon/],
    ['a ring left open', { type: 'Polygon', coordinates: [[[0, 0], [1, 0], [1, 1], [0, 1]]] }, /last like the first/],
    ['latitude first, beyond the pole', { type: 'Polygon', coordinates: [[[37, 111], [37, 112], [38, 112], [37, 111]]] }, /longitude and latitude/],
  ])('is refused with the path when it is %s', (_what, content, message) => expect(() => loadBoundary(file(content))).toThrow(message));

  it('comes with the city, and lies within its bounds', () => {
    const { boundary = [], bounds } = loadCity('config/city.json');
    const points = boundary.flat(2);
    expect(points.length).toBeGreaterThan(100);
    expect(points.filter(([x, y]) => x < bounds.west || x > bounds.east || y < bounds.south || y > bounds.north)).toEqual([]);
  });
});
