import { Inject, Injectable } from '@nestjs/common';
import { Clock, Db, ENV, Env, FieldCipher } from '@huanbao/platform';
import { tooManyReports } from '../complaints.errors';

const WINDOW_MINUTES = 60;
/** A whole village may share one address of a mobile network; a script sends thousands. */
const PER_WINDOW = 30;
const CONTEXT = 'complaint_sender.subject';

/** Counts reports by address in the database: several processes count as one. The address itself is not kept. */
@Injectable()
export class Senders {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** Before anything else is done for a report. @throws 429 `complaint.too-many` */
  async count(ip: string): Promise<void> {
    const now = this.clock.now();
    const start = new Date(now.getTime() - WINDOW_MINUTES * 60_000);
    const [row] = await this.db.query<{ reports: number; windowStart: Date }>(
      `INSERT INTO complaint_sender AS s (subject, window_start, reports) VALUES ($1, $2, 1)
       ON CONFLICT (subject) DO UPDATE SET
         reports = CASE WHEN s.window_start < $3 THEN 1 ELSE s.reports + 1 END,
         window_start = CASE WHEN s.window_start < $3 THEN $2 ELSE s.window_start END
       RETURNING reports, window_start AS "windowStart"`,
      [this.cipher.blindIndex(ip, CONTEXT), now, start],
    );
    if (!row || row.reports <= PER_WINDOW * this.env.HB_RATE_FACTOR) return;
    throw tooManyReports(Math.max(60, Math.ceil((row.windowStart.getTime() - start.getTime()) / 1000)));
  }

  async forgetOld(): Promise<void> {
    await this.db.query(`DELETE FROM complaint_sender WHERE window_start < $1`, [new Date(this.clock.now().getTime() - WINDOW_MINUTES * 60_000)]);
  }
}
