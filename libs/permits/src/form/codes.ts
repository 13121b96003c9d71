import { FacilityKind, parseFacilityCode, parseUscc } from '@huanbao/codes';
import type { CodeKind, Text } from './field';

const KINDS: Partial<Record<CodeKind, readonly FacilityKind[]>> = {
  facility: ['facility'],
  treatment: ['air-treatment', 'water-treatment', 'noise-treatment', 'solid-treatment'],
  'air-outlet': ['air-outlet'],
  'water-outlet': ['water-outlet', 'rain-outlet'],
};

/** Codes that no library of the house knows: their form alone is checked. */
const PLAIN: Partial<Record<CodeKind, Text & { readonly pattern: RegExp }>> = {
  industry: { pattern: /^\d{4}$/, zh: '行业代码为四位数字，例如 3012', en: 'An industry code has four digits, e.g. 3012.' },
  'hazardous-waste': { pattern: /^\d{3}-\d{3}-\d{2}$/, zh: '危险废物代码形如 900-249-08，请按《国家危险废物名录》填写', en: 'A hazardous waste code looks like 900-249-08.' },
};

/** What is wrong with a code, or undefined. The sentence says how it is built. */
export function codeProblem(kind: CodeKind, value: string): Text | undefined {
  const plain = PLAIN[kind];
  if (plain) return plain.pattern.test(value) ? undefined : { zh: plain.zh, en: plain.en };
  const parsed = kind === 'uscc' ? parseUscc(value) : parseFacilityCode(value, KINDS[kind]);
  return parsed.ok ? undefined : { zh: parsed.zh, en: parsed.en };
}
