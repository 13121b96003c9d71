import { describe, expect, test } from 'vitest';
import { wordDiff } from './word-diff';

const told = (before: string, after: string): string => wordDiff(before, after).map(one => ({ same: one.text, added: `[+${one.text}]`, removed: `[-${one.text}]` })[one.kind]).join('');
const side = (before: string, after: string, kind: 'added' | 'removed'): string => wordDiff(before, after).filter(one => one.kind === 'same' || one.kind === kind).map(one => one.text).join('');

describe('a change word by word', () => {
  test.each([
    ['每季监测一次', '每季监测一次', '每季监测一次'],
    ['', '每季', '[+每季]'],
    ['每季', '', '[-每季]'],
    ['4小时内落实', '6小时内落实', '[-4][+6]小时内落实'],
    ['限值 50 mg/m³', '限值 35 mg/m³', '限值 [-50][+35] mg/m³'],
  ])('%s → %s', (before, after, words) => expect(told(before, after)).toBe(words));

  test('tells both texts whole, whatever they are', () => {
    const texts = ['每季度监测一次，报告留存五年。', '每半年监测两次，报告留存十年，并上传平台。', 'SO₂ 100 mg/m³', '一'.repeat(300), '', 'a b c a b c'];
    for (const before of texts) for (const after of texts) expect([side(before, after, 'removed'), side(before, after, 'added')]).toEqual([before, after]);
  });

  test('of very long texts shows both whole', () => {
    const [before, after] = ['甲 '.repeat(3000), '乙 '.repeat(3000)];
    expect(wordDiff(before, after).map(one => one.kind)).toEqual(['removed', 'added']);
  });
});
