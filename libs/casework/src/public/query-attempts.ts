import { Inject, Injectable } from '@nestjs/common';
import { Clock, Db, ENV, Env, FieldCipher } from '@huanbao/platform';
import { tooManyQueries } from '../casework.errors';

const WINDOW_MINUTES = 15;
const PER_VISITOR = 30;
const PER_NUMBER = 10;
const CONTEXT = 'case_query_attempt.subject';

/**
 * Limits guesses at query codes, by visitor and by case number, in the database: several processes count as one.
 * Only failures count in the end, but each attempt is counted before it is looked at, so that guesses sent at once
 * do not slip through together. With 39 bits and ten guesses a quarter of an hour a code is not found by trying.
 */
@Injectable()
export class QueryAttempts {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** @throws 429 `case.query-limit` */
  async begin(ip: string, number: string): Promise<void> {
    const [visitor, target] = this.subjects(ip, number);
    for (const { subject, limit } of [visitor, target]) {
      const attempts = await this.count(subject);
      if (attempts > limit * this.env.HB_RATE_FACTOR) throw tooManyQueries(WINDOW_MINUTES * 60);
    }
  }

  /** Takes a successful attempt out of the count. */
  async succeed(ip: string, number: string): Promise<void> {
    const subjects = this.subjects(ip, number).map(each => each.subject);
    await this.db.query(`UPDATE case_query_attempt SET attempts = attempts - 1 WHERE subject = ANY ($1) AND attempts > 0`, [subjects]);
  }

  async forgetOld(): Promise<void> {
    await this.db.query(`DELETE FROM case_query_attempt WHERE window_start < $1`, [this.windowStart()]);
  }

  private async count(subject: string): Promise<number> {
    const [row] = await this.db.query<{ attempts: number }>(
      `INSERT INTO case_query_attempt AS a (subject, window_start, attempts) VALUES ($1, $2, 1)
       ON CONFLICT (subject) DO UPDATE SET
         attempts = CASE WHEN a.window_start < $3 THEN 1 ELSE a.attempts + 1 END,
         window_start = CASE WHEN a.window_start < $3 THEN $2 ELSE a.window_start END
       RETURNING attempts`,
      [subject, this.clock.now(), this.windowStart()],
    );
    return row?.attempts ?? 0;
  }

  private windowStart(): Date {
    return new Date(this.clock.now().getTime() - WINDOW_MINUTES * 60_000);
  }

  /** Keyed hashes: no addresses in clear. */
  private subjects(ip: string, number: string): [{ subject: string; limit: number }, { subject: string; limit: number }] {
    return [
      { subject: this.cipher.blindIndex(`ip ${ip}`, CONTEXT), limit: PER_VISITOR },
      { subject: this.cipher.blindIndex(`number ${number}`, CONTEXT), limit: PER_NUMBER },
    ];
  }
}
