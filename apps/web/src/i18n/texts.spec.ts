import { describe, expect, it } from 'vitest';

type Texts = { readonly [key: string]: string | Texts | readonly unknown[] };

const zh = { ...import.meta.glob('./texts/*.zh-CN.ts', { eager: true, import: 'default' }), ...import.meta.glob('../{areas,features}/*/texts/zh-CN.ts', { eager: true, import: 'default' }) };
const en = { ...import.meta.glob('./texts/*.en.ts', { eager: true, import: 'default' }), ...import.meta.glob('../{areas,features}/*/texts/en.ts', { eager: true, import: 'default' }) };
const sources = import.meta.glob('../**/*.{ts,tsx}', { eager: true, query: '?raw', import: 'default' }) as Record<string, string>;

const englishOf = (path: string): string => path.replace('zh-CN', 'en');
const namespaceOf = (path: string): string => /(?:areas|features)\/([^/]+)\//.exec(path)?.[1] ?? 'common';

function flatten(texts: Texts, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[prefix + key, value]] : Object.entries(flatten(value as Texts, `${prefix}${key}.`)),
    ),
  );
}

const placeholders = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).sort();
const known = new Map(Object.entries(zh).map(([path, texts]) => [namespaceOf(path), flatten(texts as Texts)]));

describe.each(Object.keys(zh))('%s', path => {
  const chinese = flatten(zh[path] as Texts);
  const english = flatten((en[englishOf(path)] ?? {}) as Texts);

  it('has the same keys in English', () => expect(Object.keys(english).sort()).toEqual(Object.keys(chinese).sort()));
  it('uses the same placeholders in both languages', () => {
    const different = Object.keys(chinese).filter(key => placeholders(chinese[key] ?? '').join() !== placeholders(english[key] ?? '').join());
    expect(different).toEqual([]);
  });
  it('says nowhere 该字段必填, 非法 or 无效', () => expect(Object.values(chinese).filter(text => /该字段|非法|无效/.test(text))).toEqual([]));
});

describe('texts asked for in the pages', () => {
  it('exist', () => {
    const missing = Object.entries(sources).flatMap(([path, source]) => {
      // a file that is given `t` by its page speaks the page's own texts
      const own = /useTranslation\('([\w-]+)'\)/.exec(source)?.[1] ?? (source.includes('useTranslation(') ? 'common' : namespaceOf(path));
      return [...source.matchAll(/\bt\(\s*'([^'${}]+)'/g)]
        .map(match => match[1] ?? '')
        .filter(key => {
          const [namespace, name] = key.includes(':') ? (key.split(':') as [string, string]) : [own, key];
          const texts = { ...known.get('common'), ...known.get(namespace) };
          return !(name in texts) && !Object.keys(texts).some(each => each.startsWith(`${name}.`));
        })
        .map(key => `${path}: ${key}`);
    });
    expect(missing.filter(line => !line.includes('.spec.'))).toEqual([]);
  });
});
