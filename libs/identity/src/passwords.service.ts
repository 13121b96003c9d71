import { Injectable } from '@nestjs/common';
import { Actor, Audit, Clock, Db, FieldCipher, newId, Outbox, Passwords } from '@huanbao/platform';
import { CaptchaService } from './captcha.service';
import { AppUser, PasswordHistory, PasswordReset } from './identity.entity';
import { linkInvalid, weakPassword, wrongPassword } from './identity.errors';
import { passwordResetRequested } from './identity.events';
import { LinkTokens } from './link-tokens';
import { PasswordProof, passwordSubject } from './password-proof';
import { passwordProblem, PASSWORD_HISTORY } from './password-rules';
import { SessionsService } from './sessions.service';
import { Throttle } from './throttle.service';

const RESET_MINUTES = 30;
/** More mails than this in half an hour only fill somebody's inbox. */
const OPEN_RESETS = 3;

/** Changing and resetting passwords. Every change ends the person's other sessions. */
@Injectable()
export class PasswordsService {
  constructor(
    private readonly db: Db,
    private readonly passwords: Passwords,
    private readonly proof: PasswordProof,
    private readonly throttle: Throttle,
    private readonly sessions: SessionsService,
    private readonly captcha: CaptchaService,
    private readonly links: LinkTokens,
    private readonly cipher: FieldCipher,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws 400 at `/current` or `/next`, 429 `auth.locked` after many wrong guesses */
  async change(actor: Actor, current: string, next: string): Promise<void> {
    const known = await this.db.repo(AppUser).findOneByOrFail({ id: actor.userId });
    if (!(await this.proof.prove(known, current))) throw wrongPassword();
    await this.db.transaction(async () => {
      const user = await this.db.lock(AppUser, { id: actor.userId });
      if (user?.passwordHash !== known.passwordHash) throw wrongPassword(); // changed elsewhere meanwhile
      await this.set(user, next, 'next');
      await this.sessions.endAll(user.id, 'password-changed', actor.sessionId);
      await this.audit.record({ actor, action: 'password.change', subject: { type: 'user', id: user.id } });
    });
  }

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
      await this.set(user, next, 'password');
      await this.db.query('UPDATE password_reset SET used_at = $2 WHERE user_id = $1 AND used_at IS NULL', [user.id, this.clock.now()]);
      await this.throttle.clear(passwordSubject(user.id));
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

  private async openResets(userId: string): Promise<number> {
    const [row] = await this.db.query<{ n: string }>('SELECT count(*) AS n FROM password_reset WHERE user_id = $1 AND used_at IS NULL AND expires_at > $2', [userId, this.clock.now()]);
    return Number(row?.n ?? 0);
  }

  private async set(user: AppUser, next: string, field: string): Promise<void> {
    const phone = user.phoneCipher ? [this.cipher.decrypt(user.phoneCipher, 'app_user.phone')] : [];
    const passwordHash = await this.firstHash(next, [user.name, ...user.email.split('@').slice(0, 1), ...phone], field);
    const history = await this.db.repo(PasswordHistory).find({ where: { userId: user.id }, order: { at: 'DESC' }, take: PASSWORD_HISTORY - 1 });
    for (const old of [user.passwordHash, ...history.map(each => each.hash)])
      if (await this.passwords.verify(old, next)) throw weakPassword(`不能与最近 ${PASSWORD_HISTORY} 次用过的密码相同`, `Not one of the last ${PASSWORD_HISTORY} passwords.`, field);
    // under the time it was chosen, so that each of a person's passwords has its own row
    await this.db.query('INSERT INTO password_history (user_id, hash, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [user.id, user.passwordHash, user.passwordChangedAt]);
    await this.db.repo(AppUser).update({ id: user.id }, { passwordHash, passwordChangedAt: this.clock.now() });
  }
}
