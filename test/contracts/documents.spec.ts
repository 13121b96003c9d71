import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const ROOT = join(__dirname, '../..');
const LARGEST_PICTURE_BYTES = 200_000;

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const below = (folder: string): string[] => readdirSync(join(ROOT, folder), { recursive: true }).map(name => join(folder, String(name)));

/** Everything people read about the project, as paths from the root. */
const DOCUMENTS = [...readdirSync(ROOT), ...below('docs'), 'apps/web/README.md', ...below('config')].filter(path => path.endsWith('.md')).sort();

/** Prose and commands without fenced blocks, in which arrows and brackets are no links. */
const withoutBlocks = (text: string): string => text.replace(/^ *```[\s\S]*?^ *```/gm, '').replace(/`[^`\n]*`/g, '');

function linksOf(text: string): string[] {
  const plain = withoutBlocks(text);
  const found = [...plain.matchAll(/\]\(([^)\s]+)\)/g), ...plain.matchAll(/<img[^>]* src="([^"]+)"/g)];
  return found.map(match => match[1] as string).filter(target => !/^(https?:|mailto:)/.test(target));
}

/** The anchors a document offers, formed as the usual readers of Markdown form them. */
function anchorsOf(text: string): string[] {
  const headings = [...text.replace(/^ *```[\s\S]*?^ *```/gm, '').matchAll(/^#{1,6} (.+)$/gm)].map(match => match[1] as string);
  return headings.map(heading => heading.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').trim().replace(/\s/g, '-'));
}

function brokenLinks(document: string): string[] {
  return linksOf(read(document)).filter(link => {
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? join(ROOT, document) : join(ROOT, dirname(document), path);
    if (!existsSync(target)) return true;
    return anchor !== undefined && target.endsWith('.md') && !anchorsOf(read(relative(ROOT, target))).includes(anchor);
  });
}

describe('the documents', () => {
  const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts);

  it('are found', () => expect(DOCUMENTS.length).toBeGreaterThan(20));

  it.each(DOCUMENTS)('%s: every link leads somewhere', document => expect(brokenLinks(document)).toEqual([]));

  it.each(DOCUMENTS)('%s: every npm script and every script file it names exists', document => {
    const text = read(document);
    // a workspace has scripts of its own
    const named = [...text.matchAll(/npm run ([a-z][\w:-]*)(?! --workspace|[^\n]*--workspace)/g)].map(match => match[1] as string);
    expect(named.filter(name => !scripts.includes(name))).toEqual([]);
    const files = [...text.matchAll(/node ((?:scripts|apps)\/[\w/.-]+)/g)].map(match => match[1] as string);
    expect(files.filter(file => !existsSync(join(ROOT, file)))).toEqual([]);
  });

  it('the architecture has a line for every room, and for no other', () => {
    const rooms = readdirSync(join(ROOT, 'libs')).filter(name => statSync(join(ROOT, 'libs', name)).isDirectory());
    const lines = [...read('docs/architecture.md').matchAll(/^\| `libs\/([\w-]+)` \|/gm)].map(match => match[1]);
    expect(lines.sort()).toEqual(rooms.sort());
  });

  it.each([['README.md', '## Start'], ['README.zh-CN.md', '## 启动']])('%s begins with the two commands and nothing else', (document, heading) => {
    const section = read(document).split(`${heading}\n`)[1] ?? '';
    expect(/```\n([\s\S]*?)```/.exec(section)?.[1]).toBe('npm run up\nnpm test\n');
  });

  it('both READMEs lead to the same places', () => {
    const others = (path: string): string[] => linksOf(read(path)).filter(link => !link.startsWith('README')).sort();
    expect(others('README.zh-CN.md')).toEqual(others('README.md'));
  });

  it('the list of decisions names each of them', () => {
    const decisions = readdirSync(join(ROOT, 'docs/decisions')).filter(name => /^\d{4}-/.test(name));
    expect(linksOf(read('docs/decisions/README.md')).sort()).toEqual(decisions.sort());
  });

  it('every picture is drawn by the script and light', () => {
    const drawn = [...read('scripts/screenshots.mjs').matchAll(/^ {2}\['([\w-]+)', /gm)].map(match => `${match[1]}.png`);
    const pictures = readdirSync(join(ROOT, 'docs/screenshots'));
    expect(pictures.sort()).toEqual(drawn.sort());
    for (const picture of pictures) expect([picture, statSync(join(ROOT, 'docs/screenshots', picture)).size <= LARGEST_PICTURE_BYTES]).toEqual([picture, true]);
  });

  it('no picture lies there unused', () => {
    const used = new Set(DOCUMENTS.flatMap(document => linksOf(read(document))).map(link => link.split('/').at(-1)));
    expect(readdirSync(join(ROOT, 'docs/screenshots')).filter(picture => !used.has(picture))).toEqual([]);
  });
});
