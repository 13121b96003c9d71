import { Injectable } from '@nestjs/common';
import { Actor, Audit, Clock, Db, newId, Outbox, Passwords } from '@huanbao/platform';
import { CaptchaService } from './captcha.service';
import { AppUser, PasswordHistory, PasswordReset } from './identity.entity';
import { linkInvalid, weakPassword, wrongPassword } from './identity.errors';
import { passwordResetRequested } from './identity.events';
import { LinkTokens } from './link-tokens';
import { passwordProblem, PASSWORD_HISTORY } from './password-rules';
import { SessionsService } from './sessions.service';

const RESET_MINUTES = 30;

/** Changing and resetting passwords. Every change ends the person's other sessions. */
@Injectable()
export class PasswordsService {
  constructor(
    private readonly db: Db,
    private readonly passwords: Passwords,
    private readonly sessions: SessionsService,
    private readonly captcha: CaptchaService,
    private readonly links: LinkTokens,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  change(actor: Actor, current: string, next: string): Promise<void> {
    return this.db.transaction(async () => {
      const user = await this.db.lock(AppUser, { id: actor.userId });
      if (!user || !(await this.passwords.verify(user.passwordHash, current))) throw wrongPassword();
      await this.set(user, next, 'next');
      await this.sessions.endAll(user.id, 'password-changed', actor.sessionId);
      await this.audit.record({ actor, action: 'password.change', subject: { type: 'user', id: user.id } });
    });
  }

  /** The same answer whether the address is known or not; the link goes out by mail. */
  async forgot(email: string, captcha: string | undefined): Promise<void> {
    await this.captcha.require(captcha);
    await this.db.transaction(async () => {
      const user = await this.db.repo(AppUser).findOneBy({ email: email.trim().toLowerCase() });
      if (!user) return;
      const now = this.clock.now();
      const reset = { id: newId(), userId: user.id, requestedAt: now, expiresAt: new Date(now.getTime() + RESET_MINUTES * 60_000), usedAt: null };
      await this.db.repo(PasswordReset).insert(reset);
      await this.audit.record({ actor: null, action: 'password.reset-requested', subject: { type: 'user', id: user.id } });
      await this.outbox.publish(passwordResetRequested, { resetId: reset.id });
    });
  }

  /** @throws 422 `link.invalid` for a used, old or foreign token */
  reset(token: string, next: string): Promise<void> {
    return this.db.transaction(async () => {
      const id = this.links.idOf('password-reset', token);
      const reset = id ? await this.db.lock(PasswordReset, { id }) : null;
      if (!reset || reset.usedAt || reset.expiresAt <= this.clock.now()) throw linkInvalid();
      const user = await this.db.lock(AppUser, { id: reset.userId });
      if (!user) throw linkInvalid();
      await this.set(user, next, 'password');
      await this.db.query('UPDATE password_reset SET used_at = $2 WHERE user_id = $1 AND used_at IS NULL', [user.id, this.clock.now()]);
      await this.sessions.endAll(user.id, 'password-reset');
      await this.audit.record({ actor: null, action: 'password.reset', subject: { type: 'user', id: user.id } });
    });
  }

  /** The hash of a first password. @throws 400 with what to change */
  async firstHash(password: string, personal: readonly string[], field: string): Promise<string> {
    const problem = passwordProblem(password, personal);
    if (problem) throw weakPassword(problem.zh, problem.en, field);
    return this.passwords.hash(password);
  }

  private async set(user: AppUser, next: string, field: string): Promise<void> {
    const passwordHash = await this.firstHash(next, [user.name, ...user.email.split('@').slice(0, 1)], field);
    const history = await this.db.repo(PasswordHistory).find({ where: { userId: user.id }, order: { at: 'DESC' }, take: PASSWORD_HISTORY - 1 });
    for (const old of [user.passwordHash, ...history.map(each => each.hash)])
      if (await this.passwords.verify(old, next)) throw weakPassword(`不能与最近 ${PASSWORD_HISTORY} 次用过的密码相同`, `Not one of the last ${PASSWORD_HISTORY} passwords.`, field);
    const now = this.clock.now();
    await this.db.repo(PasswordHistory).insert({ userId: user.id, hash: user.passwordHash, at: now });
    await this.db.repo(AppUser).update({ id: user.id }, { passwordHash, passwordChangedAt: now });
  }
}
