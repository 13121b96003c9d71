import { Injectable } from '@nestjs/common';
import { Audit, Clock, Db, newId, Outbox } from '@huanbao/platform';
import { CaptchaService } from './captcha.service';
import { AppUser, PasswordReset } from './identity.entity';
import { linkInvalid } from './identity.errors';
import { passwordResetRequested } from './identity.events';
import { LinkTokens } from './link-tokens';
import { passwordSubject } from './password-proof';
import { PasswordsService } from './passwords.service';
import { SessionsService } from './sessions.service';
import { Throttle } from './throttle.service';

const RESET_MINUTES = 30;
/** More mails than this in half an hour only fill somebody's inbox. */
const OPEN_RESETS = 3;

/** Forgotten passwords: a link by mail, once and for half an hour. */
@Injectable()
export class PasswordResetsService {
  constructor(
    private readonly db: Db,
    private readonly passwords: PasswordsService,
    private readonly throttle: Throttle,
    private readonly sessions: SessionsService,
    private readonly captcha: CaptchaService,
    private readonly links: LinkTokens,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The same answer and nearly the same work whether the address is known or not; the link goes out by mail. */
  async forgot(email: string, captcha: string | undefined): Promise<void> {
    await this.captcha.require(captcha);
    await this.db.transaction(async () => {
      const user = await this.db.repo(AppUser).findOneBy({ email: email.trim().toLowerCase() });
      await this.audit.record({ actor: null, action: 'password.reset-requested', subject: { type: 'user', id: user?.id ?? 'unknown' } });
      if (!user || (await this.openResets(user.id)) >= OPEN_RESETS) return;
      const now = this.clock.now();
      const reset = { id: newId(), userId: user.id, requestedAt: now, expiresAt: new Date(now.getTime() + RESET_MINUTES * 60_000), usedAt: null };
      await this.db.repo(PasswordReset).insert(reset);
      await this.outbox.publish(passwordResetRequested, { resetId: reset.id });
    });
  }

  /** Also lifts a lock after wrong guesses. @throws 422 `link.invalid` for a used, old or foreign token */
  reset(token: string, next: string): Promise<void> {
    return this.db.transaction(async () => {
      const id = this.links.idOf('password-reset', token);
      const reset = id ? await this.db.lock(PasswordReset, { id }) : null;
      if (!reset || reset.usedAt || reset.expiresAt <= this.clock.now()) throw linkInvalid();
      const user = await this.db.lock(AppUser, { id: reset.userId });
      if (!user) throw linkInvalid();
      await this.passwords.replace(user, next, 'password');
      await this.db.query('UPDATE password_reset SET used_at = $2 WHERE user_id = $1 AND used_at IS NULL', [user.id, this.clock.now()]);
      await this.throttle.clear(passwordSubject(user.id));
      await this.sessions.endAll(user.id, 'password-reset');
      await this.audit.record({ actor: null, action: 'password.reset', subject: { type: 'user', id: user.id } });
    });
  }

  private async openResets(userId: string): Promise<number> {
    const [row] = await this.db.query<{ n: string }>('SELECT count(*) AS n FROM password_reset WHERE user_id = $1 AND used_at IS NULL AND expires_at > $2', [userId, this.clock.now()]);
    return Number(row?.n ?? 0);
  }
}
