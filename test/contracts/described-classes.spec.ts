import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const FOLDERS = ['libs', 'apps/api/src', 'apps/worker/src'];

/** Sources of the server; tests and what is built are none. */
const sources = FOLDERS.flatMap(folder => readdirSync(join(ROOT, folder), { recursive: true }).map(name => join(folder, String(name))))
  .filter(path => path.endsWith('.ts') && !/\.spec\.ts$|node_modules|(^|\/)dist(-|\/)/.test(path));

const DESCRIBED = /^export (?:abstract )?class (\w+(?:View|Dto))\b/gm;

/** Every class an answer or a body is described by, with the files that declare it. */
function declared(files: readonly { readonly path: string; readonly text: string }[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { path, text } of files) for (const [, name = ''] of text.matchAll(DESCRIBED)) found.set(name, [...(found.get(name) ?? []), path]);
  return found;
}

const twice = (found: ReadonlyMap<string, readonly string[]>): string[] => [...found].filter(([, paths]) => paths.length > 1).map(([name, paths]) => `${name}: ${paths.join(', ')}`);

/** In openapi.json a class is known by its bare name: of two of one name the second takes the place of the first, and nobody is told. */
describe('classes that describe bodies and answers', () => {
  const found = declared(sources.map(path => ({ path, text: readFileSync(join(ROOT, path), 'utf8') })));

  it('are found', () => expect(found.size).toBeGreaterThan(200));
  it('have each a name of their own', () => expect(twice(found)).toEqual([]));
  it('are told when two share a name', () => {
    const files = [{ path: 'a.ts', text: 'export class LimitView {}\n' }, { path: 'b.ts', text: '/** another */\nexport class LimitView extends Base {}\nexport class Limit {}\nclass OtherView {}\n' }, { path: 'c.ts', text: 'class OtherView {}' }];
    expect(twice(declared(files))).toEqual(['LimitView: a.ts, b.ts']);
  });

  it('two that once shared a name stand apart in openapi.json', () => {
    const document = JSON.parse(readFileSync(join(ROOT, 'openapi.json'), 'utf8')) as { components: { schemas: Record<string, { properties?: object }> } };
    const membersOf = (name: string): string[] => Object.keys(document.components.schemas[name]?.properties ?? {});
    expect([membersOf('LimitListRowView').includes('tier'), membersOf('PermitLimitView').includes('outletCode'), membersOf('TaskBallView').includes('holderName'), membersOf('BallView').includes('holderName')]).toEqual([true, true, true, false]);
  });
});
