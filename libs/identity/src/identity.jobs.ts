import { Injectable } from '@nestjs/common';
import { Clock, Db, Delivery, Handles } from '@huanbao/platform';
import { tidyIdentity } from './identity.events';
import { MandatesService } from './mandates.service';

@Injectable()
export class IdentityJobs {
  constructor(
    private readonly db: Db,
    private readonly mandates: MandatesService,
    private readonly clock: Clock,
  ) {}

  @Handles(tidyIdentity)
  async tidy(_: Record<string, never>, delivery: Delivery): Promise<void> {
    await delivery.complete(async () => {
      await this.mandates.expire();
      const now = this.clock.now();
      // what was signed in when stays long enough to look into an incident
      await this.db.query(`DELETE FROM user_session WHERE coalesce(ended_at, expires_at) < $1::timestamptz - interval '180 days'`, [now]);
      await this.db.query(`DELETE FROM password_reset WHERE expires_at < $1::timestamptz - interval '30 days'`, [now]);
      await this.db.query('DELETE FROM used_token WHERE expires_at < $1', [now]);
      await this.db.query(`DELETE FROM sign_in_throttle WHERE last_failure_at < $1::timestamptz - interval '2 days'`, [now]);
    });
  }
}
