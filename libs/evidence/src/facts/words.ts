/** Each factor of the form with the words papers use for it; longer words stand before those they contain. */
const WORDS: readonly (readonly [string, readonly string[]])[] = [
  ['NMHC', ['非甲烷总烃', 'NMHC']], ['VOCs', ['挥发性有机物', 'VOCs', 'VOCS']], ['PM', ['颗粒物', '烟粉尘', '烟尘', '粉尘']], ['SO2', ['二氧化硫', 'SO2', 'SO₂']], ['NOx', ['氮氧化物', 'NOX', 'NOx', 'NOₓ']],
  ['NH3-N', ['氨氮', 'NH3-N', 'NH₃-N']], ['COD', ['化学需氧量', 'CODcr', 'CODCr', 'COD']], ['TN', ['总氮']], ['TP', ['总磷']], ['BOD5', ['五日生化需氧量', '生化需氧量', 'BOD5', 'BOD₅']], ['SS', ['悬浮物']],
  ['Hg', ['汞及其化合物']], ['F', ['氟化物']], ['BaP', ['苯并[a]芘', '苯并（a）芘']], ['H2S', ['硫化氢']], ['fecal-coliform', ['粪大肠菌群']], ['volatile-phenol', ['挥发酚']], ['oil', ['石油类']], ['animal-oil', ['动植物油']],
];

const BY_WORD = new Map(WORDS.flatMap(([code, words]) => words.map(word => [word.toLowerCase(), code] as const)));

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Any of the words, as the source of a regular expression. */
export const POLLUTANT = `(?:${WORDS.flatMap(([, words]) => words).sort((a, b) => b.length - a.length).map(escaped).join('|')})`;

export const pollutantOf = (word: string): string => BY_WORD.get(word.toLowerCase()) ?? word;
export const wordOf = (code: string): string => WORDS.find(([each]) => each === code)?.[1][0] ?? code;

const FULL_WIDTH_OFFSET = 0xfee0;

/** Full-width digits, letters and signs become plain, brackets of document numbers become 〔〕, and blanks between Chinese characters vanish. */
export function plain(text: string): string {
  return text
    .replace(/[０-９Ａ-Ｚａ-ｚ．／－]/g, sign => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(/[[［【〔(（]\s*((?:19|20)\d{2})\s*[\]］】〕)）]/g, '〔$1〕')
    .replace(/(?<=[\u4e00-\u9fff〔〕，。、：；])[ \t\u3000]+(?=[\u4e00-\u9fff〔〕，。、：；\d])/g, '')
    .replace(/(?<=\d)[ \t]+(?=[年月日号])/g, '')
    .replace(/(?<=[年月第])[ \t]+(?=\d)/g, '');
}
