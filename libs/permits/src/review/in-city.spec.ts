import { loadCity } from '@huanbao/platform';
import { inCity } from './in-city';

const bounds = { west: 0, south: 0, east: 10, north: 10 };
// an L: the north-east quarter of the box is not the city's; a hole in the south-west
const boundary = [[
  [[0, 0], [10, 0], [10, 5], [5, 5], [5, 10], [0, 10], [0, 0]],
  [[1, 1], [2, 1], [2, 2], [1, 2], [1, 1]],
]] as const;
const at = (longitude: string, latitude: string): { longitude: string; latitude: string } => ({ longitude, latitude });

describe('a place and the city', () => {
  it.each([
    ['in the middle of the south', '7', '2', true],
    ['in the middle of the west', '2', '8', true],
    ['in the box, outside the outline', '7.5', '7.5', false],
    ['in the hole', '1.5', '1.5', false],
    ['on the line', '5', '7', true],
    ['150 m beyond the line', '5.0015', '7', true],
    ['a kilometre beyond the line', '5.01', '7', false],
    ['longitude and latitude swapped', '8', '3.0', true],
    ['far away', '111', '37', false],
  ])('%s', (_where, longitude, latitude, due) => expect(inCity(at(longitude, latitude), { bounds, boundary })).toBe(due));

  it('without an outline the box decides', () => {
    expect([inCity(at('7.5', '7.5'), { bounds }), inCity(at('10.1', '5'), { bounds })]).toEqual([true, false]);
  });

  it('the configured city: its box has corners that are not the city', () => {
    const city = loadCity('config/city.json');
    const corner = at(String(city.bounds.west), String(city.bounds.north));
    expect([inCity(corner, { bounds: city.bounds }), inCity(corner, city)]).toEqual([true, false]);
  });
});
