import { createHmac } from 'node:crypto';
import Decimal from 'decimal.js';

/** How lots are made; printed in every record, so that anybody can repeat a draw by other means. */
export const ALGORITHM = 'HMAC-SM3 + exponential keys (Efraimidis–Spirakis 2006), v1';

const HEX_DIGITS = 16;
const Exact = Decimal.clone({ precision: 30 });
const RANGE = new Exact(16).pow(HEX_DIGITS);

/** The lot of a code under a seed: `printf '%s' CODE | openssl dgst -sm3 -mac HMAC -macopt hexkey:SEED`. @param seed hex */
export const lotOf = (seed: string, code: string): string => createHmac('sm3', Buffer.from(seed, 'hex')).update(code, 'utf8').digest('hex');

export interface Weighted {
  /** Credit code of the enterprise, or what else names it for everybody. */
  readonly code: string;
  /** Greater than 0, as decimal text. */
  readonly weight: string;
}

export interface Ranked {
  readonly code: string;
  readonly lot: string;
  /** −ln(u) ÷ weight with u = (first 16 hex digits of the lot + 1) ÷ (16^16 + 1): the smallest come first. */
  readonly arrival: string;
}

/**
 * All candidates in the order in which the seed calls them: weighted sampling without replacement, the first n are a sample of n.
 * The chance to come first is weight ÷ sum of weights. Decimal arithmetic of 30 digits, so no machine counts otherwise; the order of the input makes no difference.
 */
export function ranked(seed: string, candidates: readonly Weighted[]): Ranked[] {
  return candidates
    .map(({ code, weight }) => {
      const lot = lotOf(seed, code);
      const u = new Exact(`0x${lot.slice(0, HEX_DIGITS)}`).plus(1).div(RANGE.plus(1));
      return { code, lot, key: u.ln().neg().div(weight) };
    })
    .sort((a, b) => a.key.cmp(b.key) || (a.code < b.code ? -1 : 1))
    .map(({ code, lot, key }) => ({ code, lot, arrival: key.toSignificantDigits(20).toString() }));
}

export interface Crew {
  readonly visit: string;
  readonly officers: readonly string[];
}

/**
 * Officers for each visit, by lot among those with the fewest visits of this draw so far: random, and nobody gets all the work.
 * @param may whether an officer may go there (certificate, avoidance)
 */
export function crews(seed: string, visits: readonly string[], { officers, may, size }: { readonly officers: readonly string[]; readonly may: (visit: string, officer: string) => boolean; readonly size: number }): Crew[] {
  const load = new Map(officers.map(one => [one, 0]));
  return visits.map(visit => {
    const chosen = officers
      .filter(officer => may(visit, officer))
      .map(officer => ({ officer, load: load.get(officer) ?? 0, lot: lotOf(seed, `${visit}|${officer}`) }))
      .sort((a, b) => a.load - b.load || (a.lot < b.lot ? -1 : 1))
      .slice(0, size)
      .map(one => one.officer);
    for (const one of chosen) load.set(one, (load.get(one) ?? 0) + 1);
    return { visit, officers: chosen };
  });
}
