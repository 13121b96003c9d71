import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DUTY_VALUES, valueOn } from './reference';

const ROOT = join(__dirname, '..');
const sources = (readdirSync(ROOT, { recursive: true }) as string[]).filter(name => name.endsWith('.ts') && !name.endsWith('.spec.ts')).map(name => ({ name, text: readFileSync(join(ROOT, name), 'utf8') }));
const code = sources.filter(one => !one.name.endsWith('engine/reference.ts')).map(one => one.text).join('\n');
/** Keys that are put together where they are read. */
const BUILT: readonly (readonly [RegExp, string])[] = [[/^evidence\./, 'evidenceRule('], [/^report\.periods\./, '`report.periods.'], [/^report\.(annual|quarterly|monthly)\./, '`report.${']];

describe('dated values of duties', () => {
  it.each(DUTY_VALUES.map(one => one.key))('%s is read by a rule: who changes it changes something', key => {
    const built = BUILT.find(([pattern]) => pattern.test(key))?.[1];
    expect(code.includes(`'${key}'`) || (built !== undefined && code.includes(built))).toBe(true);
  });

  it('the row of the bureau comes before the one that ships', () => {
    const own = { ...valueOn('stoppage.back-days', '2026-12-01'), value: '3' };
    expect([valueOn('stoppage.back-days', '2026-12-01', [own]).value, valueOn('retention.years', '2026-12-01', [own]).value]).toEqual(['3', '5']);
  });
});
