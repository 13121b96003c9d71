import { createHash } from 'node:crypto';

/**
 * The draw of a committee, reproducible by anybody: each candidate's place is SHA-256 of `seed:candidate`, the smallest
 * come first. `printf '%s' "<seed>:<id>" | sha256sum` is all it takes to check one.
 */
export const lotOf = (seed: string, id: string): string => createHash('sha256').update(`${seed}:${id}`).digest('hex');

/** The first `count` candidates in the order of their lots; fewer when there are not enough. The order of the list does not matter. */
export function draw(seed: string, candidates: readonly string[], count: number): string[] {
  return [...new Set(candidates)]
    .map(id => ({ id, lot: lotOf(seed, id) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, count)
    .map(one => one.id);
}

/** What the seed is made of: nobody can foresee it (nonce) nor choose it (digests of the opened bids, number of the draw). */
export interface SeedMaterial {
  readonly taskId: string;
  readonly nth: number;
  /** 32 random bytes of the server, hex. */
  readonly nonce: string;
  /** Digests of the live bids, in alphabetical order. */
  readonly digests: readonly string[];
}

export const seedOf = ({ taskId, nth, nonce, digests }: SeedMaterial): string =>
  createHash('sha256').update([taskId, String(nth), nonce, ...[...digests].sort()].join('|')).digest('hex');
