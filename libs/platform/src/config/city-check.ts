type Check = (value: unknown) => boolean;

const text: Check = value => typeof value === 'string' && value.trim() !== '';
const maybe = (check: Check): Check => value => value === undefined || check(value);
const matching = (form: RegExp): Check => value => typeof value === 'string' && form.test(value);
const degrees = (most: number): Check => value => typeof value === 'number' && Math.abs(value) <= most;

/** Members of the city file, what they must be, and how to say it. */
const MEMBERS: readonly (readonly [path: string, check: Check, needed: string])[] = [
  ['adcode', matching(/^\d{6}$/), 'six digits of GB/T 2260'],
  ['name', text, 'a text'],
  ['shortName', text, 'a text'],
  ['province', text, 'a text'],
  ['prefecture.adcode', matching(/^\d{6}$/), 'six digits of GB/T 2260'],
  ['prefecture.name', text, 'a text'],
  ...['bureau', 'permitIssuer'].flatMap(office => [
    [`${office}.code`, matching(/^[a-z0-9-]{2,50}$/), 'small letters, digits and hyphens'] as const,
    [`${office}.name`, text, 'a text'] as const,
    [`${office}.address`, maybe(text), 'a text, or left out'] as const,
    [`${office}.phone`, maybe(text), 'a text, or left out'] as const,
  ]),
  ['permitNumbering', value => value === 'national' || value === 'hj608', '"national" or "hj608"'],
  ['bounds.west', degrees(180), 'degrees of WGS-84'],
  ['bounds.east', degrees(180), 'degrees of WGS-84'],
  ['bounds.south', degrees(90), 'degrees of WGS-84'],
  ['bounds.north', degrees(90), 'degrees of WGS-84'],
  ['boundaryFile', maybe(text), 'the path of a GeoJSON file, or left out'],
  ['noticePrefix', maybe(text), 'a text, or left out'],
  ['remedyBodies.reconsideration', maybe(text), 'a text, or left out'],
  ['remedyBodies.court', maybe(text), 'a text, or left out'],
  ['openContracting.prefix', maybe(matching(/^ocds-[a-z0-9]{6}$/)), 'a registered prefix such as ocds-a1b2c3, or left out'],
  ['openContracting.license', maybe(matching(/^https?:\/\//)), 'the address of a licence, or left out'],
];

const KEY_REGION: typeof MEMBERS = [
  ['airKeyRegion.name', text, 'a text'],
  ['airKeyRegion.legalBasis', text, 'a text'],
  ['airKeyRegion.since', matching(/^\d{4}-\d{2}-\d{2}$/), 'a day such as 2023-11-30'],
  ['airKeyRegion.verified', value => typeof value === 'boolean', 'true or false'],
];

/** What is wrong with a city file, one sentence each; empty when it can be used. */
export function flawsOfCity(city: unknown): string[] {
  if (typeof city !== 'object' || city === null) return ['it must be a JSON object'];
  const at = (path: string): unknown => path.split('.').reduce<unknown>((value, member) => (value as Record<string, unknown> | undefined)?.[member], city);
  const members = at('airKeyRegion') === undefined ? MEMBERS : [...MEMBERS, ...KEY_REGION];
  const flaws = members.filter(([path, check]) => !check(at(path))).map(([path, , needed]) => `${path} must be ${needed}`);
  if (flaws.length > 0) return flaws;
  const { west, east, south, north } = (city as { bounds: Record<string, number> }).bounds as { west: number; east: number; south: number; north: number };
  return west < east && south < north ? [] : ['bounds must span an area: west < east, south < north'];
}
