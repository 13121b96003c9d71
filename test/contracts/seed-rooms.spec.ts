import { readFileSync } from 'node:fs';

/** `npm run up` seeds without HTTP: a room that the demonstration city asks must be among the rooms of that process too. */
describe('the demonstration city', () => {
  const packagesIn = (file: string, name: RegExp): string[] =>
    [...readFileSync(file, 'utf8').matchAll(/import \{ ([^}]+) \} from '@huanbao\/([a-z-]+)'/g)].filter(([, names]) => name.test(names ?? '')).map(([, , room]) => room as string);

  it('is seeded from rooms that the process of the seed knows', () => {
    const seeded = packagesIn('apps/api/src/seed.ts', /\bseed\w+/);
    const known = packagesIn('apps/api/src/seed.module.ts', /Module\b/);
    expect(seeded.length).toBeGreaterThan(15);
    expect(seeded.filter(room => !known.includes(room))).toEqual([]);
  });
});
