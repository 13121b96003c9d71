import type { CodeKind, Text } from './field';

const PATTERNS: Record<Exclude<CodeKind, 'uscc'>, RegExp> = {
  facility: /^MF\d{4}$/,
  treatment: /^T[AWNS]\d{3}$/,
  'air-outlet': /^DA\d{3}$/,
  'water-outlet': /^(DW|YS)\d{3}$/,
  industry: /^\d{4}$/,
  'hazardous-waste': /^\d{3}-\d{3}-\d{2}$/,
};

const SENTENCES: Record<Exclude<CodeKind, 'uscc'>, Text> = {
  facility: { zh: '生产设施编号为 MF 加四位数字，例如 MF0001', en: 'A facility code is MF and four digits, e.g. MF0001.' },
  treatment: { zh: '治理设施编号为 TA、TW、TN 或 TS 加三位数字，例如 TA001', en: 'A treatment code is TA, TW, TN or TS and three digits, e.g. TA001.' },
  'air-outlet': { zh: '大气排放口编号为 DA 加三位数字，例如 DA001', en: 'An air outlet code is DA and three digits, e.g. DA001.' },
  'water-outlet': { zh: '水排放口编号为 DW（雨水为 YS）加三位数字，例如 DW001', en: 'A water outlet code is DW (rain water YS) and three digits, e.g. DW001.' },
  industry: { zh: '行业代码为四位数字，例如 3012', en: 'An industry code has four digits, e.g. 3012.' },
  'hazardous-waste': { zh: '危险废物代码形如 900-249-08，请按《国家危险废物名录》填写', en: 'A hazardous waste code looks like 900-249-08.' },
};

/** What is wrong with a code, or undefined. The sentence says how it is built. */
export function codeProblem(kind: CodeKind, value: string): Text | undefined {
  if (kind === 'uscc') return usccProblem(value);
  return PATTERNS[kind].test(value) ? undefined : SENTENCES[kind];
}

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** GB 32100-2015: 18 characters of 31, the last one a check character. */
function usccProblem(value: string): Text | undefined {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(value))
    return { zh: '统一社会信用代码为 18 位数字或大写字母（不含 I、O、S、V、Z），请对照营业执照核对', en: 'A credit code has 18 digits or capitals without I, O, S, V, Z.' };
  let sum = 0;
  for (let i = 0, weight = 1; i < 17; i++, weight = (weight * 3) % 31) sum += ALPHABET.indexOf(value[i] as string) * weight;
  return ALPHABET[(31 - (sum % 31)) % 31] === value[17] ? undefined : { zh: '统一社会信用代码的校验位不对，请逐位核对营业执照', en: 'The check character does not fit. Compare with the licence.' };
}
