import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { authenticator } from 'otplib';
import { Audit, Actor, Clock, Db, FieldCipher } from '@huanbao/platform';
import { AppUser, RecoveryCode } from './identity.entity';
import { badCode } from './identity.errors';

const STEP_SECONDS = 30;
const RECOVERY_CODES = 8;
const CONTEXT = 'app_user.totp';
const OFFER_CONTEXT = 'app_user.totp_offer';
const ISSUER = '环保管家';

export interface TotpOffer {
  readonly secret: string;
  readonly otpauthUrl: string;
}

/** Time-based second factor (RFC 6238). A code works once; eight recovery codes work once each. */
@Injectable()
export class TotpService {
  constructor(
    private readonly db: Db,
    private readonly cipher: FieldCipher,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** A fresh secret. It waits beside the one in use until a code proves it. */
  async offer(user: AppUser): Promise<TotpOffer> {
    const secret = authenticator.generateSecret(20);
    await this.db.repo(AppUser).update({ id: user.id }, { totpOfferCipher: this.cipher.encrypt(secret, OFFER_CONTEXT) });
    return { secret, otpauthUrl: authenticator.keyuri(user.email, ISSUER, secret) };
  }

  /**
   * Takes the offered secret into use after a right code. Joins the caller's transaction, in which the user's row is locked.
   * `secret`, when the page sends it, must be the one offered last: two open pages never mix. @throws 401 `auth.bad-code`
   */
  async confirm(user: AppUser, { code, secret }: { readonly code: string; readonly secret?: string }): Promise<string[]> {
    const offered = user.totpOfferCipher && this.cipher.decrypt(user.totpOfferCipher, OFFER_CONTEXT);
    const step = offered && (secret === undefined || secret === offered) ? this.stepOf(offered, code) : undefined;
    if (!offered || step === undefined) throw badCode();
    await this.db.repo(AppUser).update({ id: user.id }, { totpCipher: this.cipher.encrypt(offered, CONTEXT), totpOfferCipher: null, totpLastStep: String(step) });
    await this.db.repo(RecoveryCode).delete({ userId: user.id });
    const codes = Array.from({ length: RECOVERY_CODES }, () => randomBytes(5).toString('hex').replace(/(.{5})/, '$1-'));
    for (const recovery of codes) await this.db.repo(RecoveryCode).insert({ userId: user.id, hash: this.recoveryHash(recovery), usedAt: null });
    return codes;
  }

  /** Takes a code or a recovery code, once. Joins the caller's transaction, in which the user's row is locked. */
  async accept(user: AppUser, code: string): Promise<boolean> {
    if (!user.totpCipher) return false;
    const step = this.stepOf(this.cipher.decrypt(user.totpCipher, CONTEXT), code);
    if (step === undefined) return this.acceptRecovery(user, code);
    if (user.totpLastStep !== null && step <= Number(user.totpLastStep)) return false;
    await this.db.repo(AppUser).update({ id: user.id }, { totpLastStep: String(step) });
    return true;
  }

  /** Secret and recovery codes are gone. Joins the caller's transaction; the caller audits. */
  async forget(userId: string): Promise<void> {
    await this.db.repo(AppUser).update({ id: userId }, { totpCipher: null, totpOfferCipher: null, totpLastStep: null });
    await this.db.repo(RecoveryCode).delete({ userId });
  }

  async remove(actor: Actor): Promise<void> {
    await this.forget(actor.userId);
    await this.audit.record({ actor, action: 'totp.remove', subject: { type: 'user', id: actor.userId } });
  }

  /** The 30-second step of a right code: this one or a neighbour; undefined for a wrong code. */
  private stepOf(secret: string, code: string): number | undefined {
    if (!/^\d{6}$/.test(code)) return undefined;
    const now = Math.floor(this.clock.now().getTime() / 1000);
    for (const shift of [0, -1, 1]) {
      const epoch = (now + shift * STEP_SECONDS) * 1000;
      if (authenticator.clone({ epoch }).generate(secret) === code) return Math.floor(epoch / 1000 / STEP_SECONDS);
    }
    return undefined;
  }

  private async acceptRecovery(user: AppUser, code: string): Promise<boolean> {
    const used = await this.db.query('UPDATE recovery_code SET used_at = $3 WHERE user_id = $1 AND hash = $2 AND used_at IS NULL RETURNING hash', [user.id, this.recoveryHash(code), this.clock.now()]);
    return used.length === 1;
  }

  /** Forty bits are few: the hash needs a key from outside the database, so that a stolen table gives nothing away. */
  private recoveryHash(code: string): string {
    return this.cipher.blindIndex(code.trim().toLowerCase(), 'recovery_code.hash');
  }
}
