import { FUEL_CLASSES } from '../reference/fuels';

/** Words by which a fuel is told, as dated reference data: `natural-gas`, `天然气`. */
export interface FuelWords {
  readonly key: string;
  readonly value: string;
}

/** From clean to dirty: what is looked for first counts, so petroleum coke is no oil and gas made of coal is a gas. */
const GRADES: readonly (readonly [grade: number, classes: readonly string[]])[] = [
  [4, ['petroleum-coke']], [0, ['electricity']], [1, ['natural-gas', 'producer-gas', 'gas']], [2, ['oil', 'alcohol']], [3, ['biomass']], [4, ['coal', 'gangue']],
];

const BRACKETS = /[（(][^）)]*[）)]/g;
const LAST_BRACKETS = /[（(][^）)]*[）)]$/;

export interface FuelBook {
  /** Whether the name of a fuel belongs to one of these classes. */
  is(name: string, ...classes: readonly string[]): boolean;
  /** How dirty it is, 0 to 4; undefined for a name that tells nothing. */
  grade(name: string): number | undefined;
}

/** @param rows that hold on the day; a class without one is told by the words that ship */
export function fuelBook(rows: readonly FuelWords[] = []): FuelBook {
  const words = new Map([...FUEL_CLASSES, ...rows].map(({ key, value }) => [key, value.split('、').map(one => one.trim()).filter(one => one !== '')] as const));
  const is = (name: string, ...classes: readonly string[]): boolean => classes.some(one => (words.get(one) ?? []).some(word => fits(name, word)));
  return { is, grade: name => GRADES.find(([, classes]) => is(name.replace(BRACKETS, ''), ...classes))?.[0] };
}

function fits(name: string, word: string): boolean {
  const plain = word.replace(/^\^|\$$/g, '');
  if (plain === '') return false;
  if (word.startsWith('^') && !name.startsWith(plain)) return false;
  // what stands in brackets behind a name is not its end: 煤层气（地面抽采）
  return word.endsWith('$') ? name.replace(LAST_BRACKETS, '').endsWith(plain) : name.includes(plain);
}
