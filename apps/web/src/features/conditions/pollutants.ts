const WORDS: Readonly<Record<string, string>> = { PM: '颗粒物', SO2: '二氧化硫', NOx: '氮氧化物', COD: '化学需氧量', 'NH3-N': '氨氮', VOCs: '挥发性有机物', TP: '总磷', TN: '总氮', CO: '一氧化碳', HCl: '氯化氢', NH3: '氨', H2S: '硫化氢' };

/** The code of a pollutant in the word people use, where the house has one. */
export const wordOf = (code: string): string => (WORDS[code] ? `${WORDS[code]}（${code}）` : code);
