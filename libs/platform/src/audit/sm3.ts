import { createHash } from 'node:crypto';

/** SM3 digest (GB/T 32905-2016) in lower-case hex, by Node's OpenSSL. */
export function sm3(data: string | Buffer): string {
  return createHash('sm3').update(data).digest('hex');
}

/**
 * JSON with sorted keys and no white space, so that the same content has one byte form whoever stored it
 * (jsonb reorders keys). Dates become ISO strings; undefined members vanish.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    member !== null && typeof member === 'object' && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : member,
  );
}
