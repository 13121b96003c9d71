import { Injectable } from '@nestjs/common';
import { Clock, Db } from '@huanbao/platform';
import { signInLocked } from './identity.errors';
import { sha256 } from './link-tokens';

const CAPTCHA_FROM = 3;
const LOCK_FROM = 5;
const LOCK_MINUTES = [1, 2, 5, 15, 30, 60];
/** Failures older than this are forgotten. */
const MEMORY_HOURS = 24;

interface Row {
  readonly failures: number;
  readonly locked_until: Date | null;
}

/** Counts failed sign-ins per login and per address. Outside the sign-in's transaction, so a refusal never undoes it. */
@Injectable()
export class Throttle {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** @throws 429 `auth.locked` while locked. Returns whether a solved captcha is due. */
  async check(login: string, ip: string): Promise<{ captchaRequired: boolean }> {
    const rows = await this.db.query<Row>(
      `SELECT failures, locked_until FROM sign_in_throttle WHERE key = ANY($1) AND last_failure_at > $2::timestamptz - make_interval(hours => ${MEMORY_HOURS})`,
      [this.keys(login, ip), this.clock.now()],
    );
    const now = this.clock.now().getTime();
    const until = Math.max(0, ...rows.map(row => row.locked_until?.getTime() ?? 0));
    if (until > now) throw signInLocked(Math.ceil((until - now) / 1000));
    return { captchaRequired: rows.some(row => row.failures >= CAPTCHA_FROM) };
  }

  /** Counts one failure; from the fifth on the login is locked for a growing time. An address alone is never locked. */
  async failed(login: string, ip: string): Promise<{ captchaRequired: boolean }> {
    const [byLogin, byAddress] = this.keys(login, ip);
    const failures = await this.count(byLogin as string, true);
    const fromAddress = await this.count(byAddress as string, false);
    return { captchaRequired: Math.max(failures, fromAddress) >= CAPTCHA_FROM };
  }

  async succeeded(login: string, ip: string): Promise<void> {
    await this.db.query('DELETE FROM sign_in_throttle WHERE key = $1', [this.keys(login, ip)[0]]);
  }

  private async count(key: string, locks: boolean): Promise<number> {
    const [row] = await this.db.query<{ failures: number }>(
      `INSERT INTO sign_in_throttle (key, failures, last_failure_at) VALUES ($1, 1, $2)
       ON CONFLICT (key) DO UPDATE SET last_failure_at = $2, failures = CASE
         WHEN sign_in_throttle.last_failure_at > $2::timestamptz - make_interval(hours => ${MEMORY_HOURS}) THEN sign_in_throttle.failures + 1 ELSE 1 END
       RETURNING failures`,
      [key, this.clock.now()],
    );
    const failures = row?.failures ?? 1;
    if (locks && failures >= LOCK_FROM) {
      const minutes = LOCK_MINUTES[Math.min(failures - LOCK_FROM, LOCK_MINUTES.length - 1)] as number;
      await this.db.query('UPDATE sign_in_throttle SET locked_until = $2 WHERE key = $1', [key, new Date(this.clock.now().getTime() + minutes * 60_000)]);
    }
    return failures;
  }

  private keys(login: string, ip: string): [string, string] {
    return [sha256(`login ${login.trim().toLowerCase()}`), sha256(`ip ${ip}`)];
  }
}
