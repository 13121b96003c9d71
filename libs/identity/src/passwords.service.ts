import { Injectable } from '@nestjs/common';
import { Actor, Audit, Clock, Db, FieldCipher, Passwords } from '@huanbao/platform';
import { AppUser, PasswordHistory } from './identity.entity';
import { weakPassword, wrongPassword } from './identity.errors';
import { PasswordProof } from './password-proof';
import { passwordProblem, PASSWORD_HISTORY } from './password-rules';
import { SessionsService } from './sessions.service';

/** First and later passwords. Every change ends the person's other sessions. */
@Injectable()
export class PasswordsService {
  constructor(
    private readonly db: Db,
    private readonly passwords: Passwords,
    private readonly proof: PasswordProof,
    private readonly sessions: SessionsService,
    private readonly cipher: FieldCipher,
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
      await this.replace(user, next, 'next');
      await this.sessions.endAll(user.id, 'password-changed', actor.sessionId);
      await this.audit.record({ actor, action: 'password.change', subject: { type: 'user', id: user.id } });
    });
  }

  /** The hash of a first password. @throws 400 with what to change */
  async firstHash(password: string, personal: readonly string[], field: string): Promise<string> {
    const problem = passwordProblem(password, personal);
    if (problem) throw weakPassword(problem.zh, problem.en, field);
    return this.passwords.hash(password);
  }

  /** Joins the caller's transaction, in which the user's row is locked. @throws 400 when it is weak or one of the last five */
  async replace(user: AppUser, next: string, field: string): Promise<void> {
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
