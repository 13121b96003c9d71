import type { Json } from './snapshot';

/** A private-use character: it stands in no text people type. */
const SEAM = '\uE000';

/**
 * A value that a snapshot must not hold in full: what may be shown, and a keyed mark of the whole, so that two
 * different values with the same beginning are still told apart.
 */
export function concealed(shown: string, mark: string): string {
  return `${shown.replaceAll(SEAM, '')}${SEAM}${mark}`;
}

/** The same content as people may see it, without marks. */
export function withoutMarks(value: Json): Json {
  if (typeof value === 'string') return value.split(SEAM, 1)[0] as string;
  if (Array.isArray(value)) return value.map(withoutMarks);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withoutMarks(member)]));
}
