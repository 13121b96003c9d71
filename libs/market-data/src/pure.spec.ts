import fc from 'fast-check';
import { rss, xmlText } from './feed/rss';
import { figureOf, FigureRow, forPublic, withoutRemainder } from './statistics/figures';
import { Reckoned } from './statistics/reckoned';

const WORDS: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" };

describe('the feed', () => {
  it('any text comes back out of XML, but for what XML cannot hold', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => {
      const xml = xmlText(text);
      const back = xml.replace(/&(?:amp|lt|gt|quot|apos);/g, entity => WORDS[entity] as string);
      const kept = [...text].filter(mark => { const code = mark.codePointAt(0) as number; return code === 9 || code === 10 || code === 13 || (code >= 32 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd) || code >= 0x10000; }).join('');
      return back === kept && !/[<>"']/.test(xml);
    }));
  });

  it('of nothing is a feed', () => {
    expect(rss({ title: '甲&乙', link: 'a', self: 'b?x=1&y=2', description: '', items: [] })).toContain('<title>甲&amp;乙</title><link>a</link><atom:link href="b?x=1&amp;y=2" rel="self"');
  });
});

describe('figures', () => {
  const row = (over: Partial<FigureRow> = {}): FigureRow => ({ key: 'k', labelZh: '', labelEn: '', published: 9, opened: 7, awarded: 6, failed: 0, cancelled: 0, bids: 20, awardYuan: '0.30', budgetYuan: '0.20', againstYuan: '0.30', medianDays: '2.449999', ...over });
  it('are exact, and above the budget is no saving', () => {
    expect(figureOf(row())).toMatchObject({ bidsPerTask: '2.9', savedYuan: '-0.10', savedPercent: '-50.0', medianDays: '2.4', isSmall: false });
    expect(figureOf(row({ opened: 0, awarded: 0, bids: 0, awardYuan: null, budgetYuan: null, againstYuan: null, medianDays: null }))).toMatchObject({ bidsPerTask: null, awardYuan: null, savedYuan: null, isSmall: true });
  });

  it('a single hidden group takes the next smallest with it, so that no remainder tells it', () => {
    const hidden = (groups: readonly FigureRow[]): string[] => withoutRemainder(groups.map(figureOf)).map(forPublic).filter(group => group.awardYuan === null).map(group => group.key);
    expect(hidden([row({ key: 'a' }), row({ key: 'b', awarded: 1 }), row({ key: 'c', awarded: 5 })])).toEqual(['b', 'c']);
    expect(hidden([row({ key: 'a' }), row({ key: 'b', awarded: 1 }), row({ key: 'c', awarded: 2 })])).toEqual(['b', 'c']);
    expect(hidden([row({ key: 'a' }), row({ key: 'b', awarded: 7 })])).toEqual([]);
  });
});

describe('an answer that costs much', () => {
  it('is reckoned once for a state, anew for the next, and a failure is forgotten', async () => {
    const reckoned = new Reckoned<number>();
    let asked = 0;
    const reckon = (): Promise<number> => Promise.resolve((asked += 1));
    expect(await Promise.all([reckoned.get('kind', 'a', reckon), reckoned.get('kind', 'a', reckon)])).toEqual([1, 1]);
    expect(await reckoned.get('stage', 'a', reckon)).toBe(2);
    expect(await reckoned.get('kind', 'b', reckon)).toBe(3);
    await expect(reckoned.get('kind', 'c', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
    expect(await reckoned.get('kind', 'c', reckon)).toBe(4);
  });

  it('does not keep more than it should', async () => {
    const reckoned = new Reckoned<number>();
    for (let n = 0; n < 300; n++) await reckoned.get(`${n}`, '', () => Promise.resolve(n));
    expect(await reckoned.get('0', '', () => Promise.resolve(-1))).toBe(-1);
    expect(await reckoned.get('299', '', () => Promise.resolve(-1))).toBe(299);
  });
});
