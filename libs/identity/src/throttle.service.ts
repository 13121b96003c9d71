import { Injectable } from '@nestjs/common';
import { Clock, Db } from '@huanbao/platform';
import { signInLocked } from './identity.errors';
import { sha256 } from './link-tokens';

const CAPTCHA_FROM = 3;
const LOCK_FROM = 5;
/** Minutes of the lock from the fifth attempt on; the last one repeats. */
const LOCK_MINUTES = [1, 2, 5, 15, 30, 60];
/** Failures older than this are forgotten. */
const MEMORY_HOURS = 24;

interface Row {
  readonly failures: number;
  readonly lockedUntil: Date | null;
}

/**
 * Counts guesses per subject (a person, or a login nobody has) and failures per address. An attempt is counted *before*
 * the secret is looked at, in one statement: a thousand guesses at once get no further than five one after another.
 * Outside the caller's transaction, so that a refusal never undoes the count.
 */
@Injectable()
export class Throttle {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** @throws 429 `auth.locked` while locked. Returns whether a solved captcha is due. */
  async check(subject: string, ip: string): Promise<{ captchaRequired: boolean }> {
    const rows = await this.rows([keyOf(subject), addressKey(ip)]);
    this.assertOpen(rows);
    return { captchaRequired: rows.some(row => row.failures >= CAPTCHA_FROM) };
  }

  /** Takes one of the allowed attempts. From the fifth on each one locks the subject for a growing time. @throws 429 `auth.locked` */
  async take(subject: string): Promise<void> {
    const count = `CASE WHEN t.last_failure_at > $2::timestamptz - make_interval(hours => ${MEMORY_HOURS}) THEN t.failures + 1 ELSE 1 END`;
    const taken = await this.db.query(
      `INSERT INTO sign_in_throttle AS t (key, failures, last_failure_at) VALUES ($1, 1, $2)
       ON CONFLICT (key) DO UPDATE SET last_failure_at = $2, failures = ${count},
         locked_until = CASE WHEN ${count} >= ${LOCK_FROM} THEN $2::timestamptz + make_interval(mins => ($3::int[])[least(${count} - ${LOCK_FROM - 1}, cardinality($3::int[]))]) END
       WHERE t.locked_until IS NULL OR t.locked_until <= $2
       RETURNING failures`,
      [keyOf(subject), this.clock.now(), LOCK_MINUTES],
    );
    if (taken.length === 0) this.assertOpen(await this.rows([keyOf(subject)]));
  }

  /** An attempt failed: the address remembers it too. An address alone asks for captchas and is never locked. */
  async failed(subject: string, ip: string): Promise<{ captchaRequired: boolean }> {
    await this.db.query(
      `INSERT INTO sign_in_throttle AS t (key, failures, last_failure_at) VALUES ($1, 1, $2)
       ON CONFLICT (key) DO UPDATE SET last_failure_at = $2,
         failures = CASE WHEN t.last_failure_at > $2::timestamptz - make_interval(hours => ${MEMORY_HOURS}) THEN t.failures + 1 ELSE 1 END`,
      [addressKey(ip), this.clock.now()],
    );
    const rows = await this.rows([keyOf(subject), addressKey(ip)]);
    return { captchaRequired: rows.some(row => row.failures >= CAPTCHA_FROM) };
  }

  /** The secret was right, or has been replaced: nothing is held against the subject any more. */
  async clear(subject: string): Promise<void> {
    await this.db.query('DELETE FROM sign_in_throttle WHERE key = $1', [keyOf(subject)]);
  }

  private rows(keys: readonly string[]): Promise<Row[]> {
    return this.db.query<Row>(
      `SELECT failures, locked_until AS "lockedUntil" FROM sign_in_throttle WHERE key = ANY($1) AND last_failure_at > $2::timestamptz - make_interval(hours => ${MEMORY_HOURS})`,
      [keys, this.clock.now()],
    );
  }

  private assertOpen(rows: readonly Row[]): void {
    const now = this.clock.now().getTime();
    const until = Math.max(0, ...rows.map(row => row.lockedUntil?.getTime() ?? 0));
    if (until > now) throw signInLocked(Math.ceil((until - now) / 1000));
  }
}

const keyOf = (subject: string): string => sha256(`subject ${subject}`);
const addressKey = (ip: string): string => sha256(`ip ${ip}`);
