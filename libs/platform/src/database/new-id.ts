import { randomUUID } from 'node:crypto';

/** Parts of a millisecond in the ten bits after the version: as many as whole numbers carry beyond the year 2200. */
const TICKS = 1024;
/** Where the variant and the 62 random bits of a UUID begin, with the dash before them. */
const RANDOM_FROM = 18;
let last = 0;

/**
 * UUID version 7 (RFC 9562, method 3 of section 6.2): time-ordered, so primary keys stay dense and keyset paging by id follows
 * creation. Ids of one process never go backwards, not even within a millisecond: the rows of a batch keep their order.
 * `milliseconds` comes from the clock of the caller in tests; the default asks the machine.
 */
export function newId(milliseconds?: number): string {
  const ticks = milliseconds === undefined ? nextTick() : Math.floor(milliseconds * TICKS);
  const time = Math.floor(ticks / TICKS).toString(16).padStart(12, '0');
  const part = ((ticks % TICKS) * 4).toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${part}${randomUUID().slice(RANDOM_FROM)}`;
}

/** Later than every one before, even where the machine's clock stands still between two calls. */
function nextTick(): number {
  last = Math.max(last + 1, Math.floor((performance.timeOrigin + performance.now()) * TICKS));
  return last;
}
