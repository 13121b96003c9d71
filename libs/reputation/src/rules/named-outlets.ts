const CODE = /(?<![A-Z0-9])(DA|DW|YS)(\d{3})(?!\d)/g;
/** DA001-DA003, DA001~003, DA001 至 DA003. */
const RANGE = /(?<![A-Z0-9])(DA|DW|YS)(\d{3})\s*(?:-|~|—|–|至|到)\s*(?:\1)?(\d{3})(?!\d)/g;
const MOST_IN_A_RANGE = 100;

/** The outlets (大气 DA, 水 DW, 雨水 YS) that a text names, ranges in full. Empty where it names none: then it speaks of the whole plant. */
export function outletsNamed(text: string): string[] {
  const plain = text.normalize('NFKC').toUpperCase();
  const ranges = [...plain.matchAll(RANGE)].flatMap(([, prefix = '', first, last]) => {
    const [from, to] = [Number(first), Number(last)];
    return from <= to && to - from < MOST_IN_A_RANGE ? Array.from({ length: to - from + 1 }, (_, nth) => `${prefix}${String(from + nth).padStart(3, '0')}`) : [];
  });
  return [...new Set([...plain.matchAll(CODE)].map(([code]) => code).concat(ranges))].sort();
}
