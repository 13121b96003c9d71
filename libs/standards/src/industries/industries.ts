import table from './gb-t-4754-2017.json';

/** One class of GB/T 4754-2017: section (letter), division (2 digits), group (3) or class (4). */
export interface Industry {
  /** Digits without the section's letter, e.g. `2521`; a section is its letter. */
  readonly code: string;
  readonly name: string;
  readonly section: string;
  /** Code of the class above; null for a section. */
  readonly parent: string | null;
}

/** The edition the codes come from, and whether its rows were compared with the printed standard. */
export const INDUSTRY_STANDARD = { standard: table.standard, title: table.title, effectiveFrom: table.effectiveFrom, verified: table.verified } as const;

const ALL: readonly Industry[] = (table.rows as [string, string][]).map(([given, name]) => {
  const section = given.charAt(0);
  const code = given.length === 1 ? given : given.slice(1);
  const parent = given.length === 1 ? null : given.length === 3 ? section : code.slice(0, -1);
  return { code, name, section, parent };
});
const BY_CODE = new Map(ALL.map(industry => [industry.code, industry]));

/** The class with this code (`2521`, `252`, `25` or `C`), or undefined. Letters before digits are ignored: `C2521` is `2521`. */
export function industryOf(code: string): Industry | undefined {
  const plain = code.normalize('NFKC').trim().toUpperCase();
  return BY_CODE.get(plain) ?? BY_CODE.get(plain.replace(/^[A-T](?=\d)/, ''));
}

/** From the section down to the class itself: what people check before they choose. */
export function industryPath(code: string): readonly Industry[] {
  const found = industryOf(code);
  if (!found) return [];
  return [...(found.parent ? industryPath(found.parent) : []), found];
}

/** Direct subclasses; without a code the sections. */
export function industriesBelow(code: string | null): readonly Industry[] {
  const parent = code === null ? null : industryOf(code)?.code;
  return parent === undefined ? [] : ALL.filter(industry => industry.parent === parent);
}

/**
 * Four-digit classes that fit what somebody typed: a code or its beginning, or words of a name. A name of the class
 * itself counts before one of its group. @returns at most `limit`, best first
 */
export function searchIndustries(text: string, limit = 20): readonly Industry[] {
  const wanted = text.normalize('NFKC').trim().toUpperCase().replace(/^[A-T](?=\d)/, '');
  if (wanted === '') return [];
  const rank = (industry: Industry): number => {
    if (/^\d+$/.test(wanted)) return industry.code.startsWith(wanted) ? 0 : -1;
    const place = industry.name.indexOf(wanted);
    if (place >= 0) return 1 + place + (industry.name.length - wanted.length) / 100;
    return industryPath(industry.code).some(each => each.name.includes(wanted)) ? 100 : -1;
  };
  return ALL.filter(industry => industry.code.length === 4)
    .map(industry => ({ industry, rank: rank(industry) }))
    .filter(each => each.rank >= 0)
    .sort((a, b) => a.rank - b.rank || (a.industry.code < b.industry.code ? -1 : 1))
    .slice(0, limit)
    .map(each => each.industry);
}
