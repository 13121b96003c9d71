import { failed, normaliseCode, type Parsed, type Sentence } from './parsed';

export type FacilityKind = 'facility' | 'air-treatment' | 'water-treatment' | 'noise-treatment' | 'solid-treatment' | 'air-outlet' | 'water-outlet' | 'rain-outlet';

interface KindRow extends Sentence {
  readonly prefix: string;
  readonly digits: number;
}

/** Codes inside one permit (HJ 608-2017; MF and YS as in use). */
export const FACILITY_KINDS: Readonly<Record<FacilityKind, KindRow>> = {
  facility: { prefix: 'MF', digits: 4, zh: '生产设施', en: 'Production facility' },
  'air-treatment': { prefix: 'TA', digits: 3, zh: '废气治理设施', en: 'Air treatment' },
  'water-treatment': { prefix: 'TW', digits: 3, zh: '废水治理设施', en: 'Water treatment' },
  'noise-treatment': { prefix: 'TN', digits: 3, zh: '噪声治理设施', en: 'Noise treatment' },
  'solid-treatment': { prefix: 'TS', digits: 3, zh: '固废治理设施', en: 'Solid waste treatment' },
  'air-outlet': { prefix: 'DA', digits: 3, zh: '大气排放口', en: 'Air outlet' },
  'water-outlet': { prefix: 'DW', digits: 3, zh: '水排放口', en: 'Water outlet' },
  'rain-outlet': { prefix: 'YS', digits: 3, zh: '雨水排放口', en: 'Rain water outlet' },
};

export interface FacilityParts {
  readonly kind: FacilityKind;
  readonly sequence: number;
}

/** One code of one of the given kinds (all kinds when none are given). */
export function parseFacilityCode(text: string, kinds: readonly FacilityKind[] = Object.keys(FACILITY_KINDS) as FacilityKind[]): Parsed<FacilityParts> {
  const value = normaliseCode(text);
  for (const kind of kinds) {
    const { prefix, digits } = FACILITY_KINDS[kind];
    const number = value.slice(prefix.length);
    if (value.startsWith(prefix) && number.length === digits && /^\d+$/.test(number) && Number(number) > 0)
      return { ok: true, value, parts: { kind, sequence: Number(number) }, warnings: [] };
  }
  const forms = kinds.map(kind => FACILITY_KINDS[kind]).map(row => ({ zh: `${row.zh} ${example(row)}`, en: `${row.en} ${example(row)}` }));
  return failed('facility-code', `编号应形如：${forms.map(f => f.zh).join('、')}`, `A code looks like: ${forms.map(f => f.en).join(', ')}.`);
}

const example = (row: KindRow): string => `${row.prefix}${'1'.padStart(row.digits, '0')}`;

/** The next free code of a kind. `used` holds cancelled codes too: they are never given again. @throws RangeError when all are used. */
export function nextCode(kind: FacilityKind, used: readonly string[]): string {
  const { prefix, digits } = FACILITY_KINDS[kind];
  const highest = used.map(code => parseFacilityCode(code, [kind])).reduce((top, parsed) => (parsed.ok ? Math.max(top, parsed.parts.sequence) : top), 0);
  if (highest + 1 >= 10 ** digits) throw new RangeError(`All codes ${prefix} are used`);
  return `${prefix}${String(highest + 1).padStart(digits, '0')}`;
}

/** Codes that occur more than once, after normalising. */
export function repeatedCodes(codes: readonly string[]): string[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const code of codes.map(normaliseCode)) (seen.has(code) ? repeated : seen).add(code);
  return [...repeated];
}
