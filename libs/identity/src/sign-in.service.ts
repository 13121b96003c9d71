import { Injectable } from '@nestjs/common';
import { AppError, Audit, Clock, Db, FieldCipher } from '@huanbao/platform';
import { AccessTokens, TicketKind } from './access-tokens';
import { CaptchaService } from './captcha.service';
import { AppUser } from './identity.entity';
import { badCode, badCredentials, ticketExpired } from './identity.errors';
import { isOfficer } from './officers';
import { PasswordProof, passwordSubject } from './password-proof';
import { phoneDigits } from './phones';
import { isPasswordExpired } from './password-rules';
import { Device, SessionsService, Tokens } from './sessions.service';
import { Throttle } from './throttle.service';
import { TotpOffer, TotpService } from './totp.service';

export interface Credentials {
  readonly login: string;
  readonly password: string;
  readonly captcha?: string;
}

export type SignInResult =
  | { readonly status: 'ok'; readonly tokens: Tokens; readonly passwordExpired: boolean; readonly recoveryCodes?: string[] }
  | { readonly status: 'totp-required' | 'totp-setup-required'; readonly ticket: string };

/** Password, then the second factor where it is due. Unknown people cost the same time as wrong passwords. */
@Injectable()
export class SignInService {
  constructor(
    private readonly db: Db,
    private readonly proof: PasswordProof,
    private readonly cipher: FieldCipher,
    private readonly throttle: Throttle,
    private readonly captcha: CaptchaService,
    private readonly totp: TotpService,
    private readonly tickets: AccessTokens,
    private readonly sessions: SessionsService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The person behind right credentials. @throws 401 `auth.bad-credentials`, 429 `auth.locked`, 400 `auth.captcha` */
  async verify({ login, password, captcha }: Credentials, ip: string): Promise<AppUser> {
    const text = canonicalLogin(login);
    const user = await this.userOf(text);
    // one count for all logins of a person, however a telephone number is written
    const subject = user ? passwordSubject(user.id) : `login ${text}`;
    const { captchaRequired } = await this.throttle.check(subject, ip);
    if (captchaRequired) await this.captcha.require(captcha);
    if ((await this.proof.prove(user, password, subject)) && user) return user;
    throw await this.refusal(user, subject, ip);
  }

  /** First step done: either a session, or a ticket for the second factor. */
  async proceed(user: AppUser, device: Device): Promise<SignInResult> {
    if (user.totpCipher) return { status: 'totp-required', ticket: this.tickets.ticket(user, 'totp') };
    if (await isOfficer(this.db, user.id)) return { status: 'totp-setup-required', ticket: this.tickets.ticket(user, 'setup') };
    return this.enter(user, device, { passwordOnly: true });
  }

  /** Second step. Codes are counted like passwords, apart from them. @throws 401 `auth.bad-code`, `auth.ticket`, 429 `auth.locked` */
  async second(ticket: string, code: string, device: Device): Promise<SignInResult> {
    const { userId } = this.tickets.read(ticket, 'totp');
    const subject = `code ${userId}`;
    await this.throttle.take(subject);
    const result = await this.db.transaction(async () => {
      const user = await this.holder(ticket, 'totp');
      return (await this.totp.accept(user, code)) ? this.enter(user, device) : undefined;
    });
    if (!result) {
      await this.throttle.failed(subject, device.ip);
      await this.audit.record({ actor: null, action: 'auth.code-failed', subject: { type: 'user', id: userId }, details: { ip: device.ip } });
      throw badCode();
    }
    await this.throttle.clear(subject);
    return result;
  }

  /** A bureau member without second factor gets a secret to set it up with. */
  offerSetup(ticket: string): Promise<TotpOffer> {
    return this.db.transaction(async () => this.totp.offer(await this.holder(ticket, 'setup')));
  }

  finishSetup(input: { ticket: string; secret?: string; code: string }, device: Device): Promise<SignInResult> {
    return this.db.transaction(async () => {
      const user = await this.holder(input.ticket, 'setup');
      const recoveryCodes = await this.totp.confirm(user, input);
      await this.audit.record({ actor: null, action: 'totp.confirm', subject: { type: 'user', id: user.id }, details: { ip: device.ip } });
      return { ...(await this.enter(user, device)), recoveryCodes } as SignInResult;
    });
  }

  private enter(user: AppUser, device: Device, how: { passwordOnly?: boolean } = {}): Promise<SignInResult> {
    return this.db.transaction(async () => {
      const tokens = await this.sessions.open(user, device, how);
      await this.audit.record({ actor: null, action: 'auth.login', subject: { type: 'user', id: user.id }, details: { session: tokens.sessionId, ip: device.ip, secondFactor: !how.passwordOnly } });
      const passwordExpired = isPasswordExpired(user.passwordChangedAt, this.clock.now()) && (await isOfficer(this.db, user.id));
      return { status: 'ok', tokens, passwordExpired };
    });
  }

  private async refusal(user: AppUser | null, subject: string, ip: string): Promise<AppError> {
    const { captchaRequired } = await this.throttle.failed(subject, ip);
    await this.audit.record({ actor: null, action: 'auth.login-failed', subject: { type: 'user', id: user?.id ?? 'unknown' }, details: { ip } });
    return badCredentials(captchaRequired);
  }

  /**
   * The locked row of a ticket's person. A ticket ends with the password it was given for, and one for setting up with the
   * first second factor. Only inside a transaction. @throws 401 `auth.ticket`
   */
  private async holder(ticket: string, kind: TicketKind): Promise<AppUser> {
    const { userId, passwordChangedAt } = this.tickets.read(ticket, kind);
    const user = await this.db.lock(AppUser, { id: userId });
    if (!user || user.passwordChangedAt.getTime() !== passwordChangedAt || (kind === 'setup' && user.totpCipher)) throw ticketExpired();
    return user;
  }

  private userOf(login: string): Promise<AppUser | null> {
    return login.includes('@')
      ? this.db.repo(AppUser).findOneBy({ email: login })
      : this.db.repo(AppUser).findOneBy({ phoneIndex: this.cipher.blindIndex(login, 'app_user.phone') });
  }
}

/** An address in small letters, or the digits of a telephone number: what is stored, and what guesses are counted under. */
export function canonicalLogin(login: string): string {
  const text = login.trim().toLowerCase();
  return text.includes('@') ? text : phoneDigits(text) || text;
}
