import { readFileSync } from 'node:fs';
import { flawsOfCity } from './city-check';

const good = JSON.parse(readFileSync('config/city.json', 'utf8')) as Record<string, unknown>;
const changed = (path: string, value: unknown): unknown => {
  const city = structuredClone(good);
  const members = path.split('.');
  const last = members.pop() as string;
  (members.reduce((at, member) => at[member] as Record<string, unknown>, city) as Record<string, unknown>)[last] = value;
  return city;
};

describe('the city file', () => {
  it('of the first city can be used', () => expect(flawsOfCity(good)).toEqual([]));

  it.each<[string, unknown, RegExp]>([
    ['adcode', '1411', /adcode must be six digits/],
    ['adcode', 141181, /adcode/],
    ['name', ' ', /name must be a text/],
    ['prefecture', undefined, /prefecture\.adcode/],
    ['bureau.code', 'Xiao Yi', /bureau\.code/],
    ['bureau.phone', '', /bureau\.phone must be a text, or left out/],
    ['permitNumbering', 'own', /"national" or "hj608"/],
    ['airKeyRegion', { name: '汾渭平原' }, /airKeyRegion\.legalBasis must be a text/],
    ['airKeyRegion.since', '2023', /airKeyRegion\.since must be a day/],
    ['bounds.west', '111', /bounds\.west/],
    ['bounds.north', 91, /bounds\.north/],
    ['bounds.north', 30, /span an area/],
  ])('%s = %j is named', (path, value, sentence) => expect(flawsOfCity(changed(path, value)).join()).toMatch(sentence));

  it('may lie in no key region', () => expect(flawsOfCity(changed('airKeyRegion', undefined))).toEqual([]));

  it.each([[null], ['text'], [[]]])('%j is no city', value => expect(flawsOfCity(value).length).toBeGreaterThan(0));
});
