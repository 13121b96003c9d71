import { Injectable } from '@nestjs/common';
import { Audit, Clock, Db, FieldCipher, Passwords } from '@huanbao/platform';
import { AccessTokens } from './access-tokens';
import { CaptchaService } from './captcha.service';
import { AppUser, Membership } from './identity.entity';
import { badCode, badCredentials, ticketExpired } from './identity.errors';
import { BUREAU_PASSWORD_DAYS } from './password-rules';
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

const DAY_MS = 86_400_000;

/** Password, then the second factor where it is due. Unknown people cost the same time as wrong passwords. */
@Injectable()
export class SignInService {
  private decoy?: Promise<string>;

  constructor(
    private readonly db: Db,
    private readonly passwords: Passwords,
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
    const { captchaRequired } = await this.throttle.check(login, ip);
    if (captchaRequired) await this.captcha.require(captcha);
    const user = await this.userOf(login);
    this.decoy ??= this.passwords.hash('a password nobody has');
    const right = await this.passwords.verify(user?.passwordHash ?? (await this.decoy), password);
    if (!user || !right) {
      const failed = await this.throttle.failed(login, ip);
      await this.audit.record({ actor: null, action: 'auth.login-failed', subject: { type: 'user', id: user?.id ?? 'unknown' }, details: { ip } });
      throw badCredentials(failed.captchaRequired);
    }
    return user;
  }

  /** First step done: either a session, or a ticket for the second factor. */
  async proceed(user: AppUser, login: string, device: Device): Promise<SignInResult> {
    if (user.totpCipher) return { status: 'totp-required', ticket: this.tickets.ticket(user.id, 'totp') };
    if (await this.isBureau(user.id)) return { status: 'totp-setup-required', ticket: this.tickets.ticket(user.id, 'setup') };
    await this.throttle.succeeded(login, device.ip);
    return this.enter(user, device);
  }

  /** Second step. Codes count as sign-in failures of their own. */
  async second(ticket: string, code: string, device: Device): Promise<SignInResult> {
    const userId = this.tickets.userOfTicket(ticket, 'totp');
    await this.throttle.check(`totp ${userId}`, device.ip);
    const result = await this.db.transaction(async () => {
      const user = await this.db.lock(AppUser, { id: userId });
      return user && (await this.totp.accept(user, code)) ? this.enter(user, device) : undefined;
    });
    if (!result) {
      await this.throttle.failed(`totp ${userId}`, device.ip);
      await this.audit.record({ actor: null, action: 'auth.code-failed', subject: { type: 'user', id: userId }, details: { ip: device.ip } });
      throw badCode();
    }
    await this.throttle.succeeded(`totp ${userId}`, device.ip);
    return result;
  }

  /** A bureau member without second factor gets a secret to set it up with. */
  async offerSetup(ticket: string): Promise<TotpOffer> {
    return this.totp.offer(await this.userOfSetup(ticket));
  }

  async finishSetup(input: { ticket: string; secret: string; code: string }, device: Device): Promise<SignInResult> {
    const user = await this.userOfSetup(input.ticket);
    return this.db.transaction(async () => {
      const recoveryCodes = await this.totp.confirm(user, input.secret, input.code);
      return { ...(await this.enter(user, device)), recoveryCodes } as SignInResult;
    });
  }

  private enter(user: AppUser, device: Device): Promise<SignInResult> {
    return this.db.transaction(async () => {
      const tokens = await this.sessions.open(user, device);
      await this.audit.record({ actor: null, action: 'auth.login', subject: { type: 'user', id: user.id }, details: { session: tokens.sessionId, ip: device.ip } });
      return { status: 'ok', tokens, passwordExpired: await this.isExpired(user) };
    });
  }

  private async isExpired(user: AppUser): Promise<boolean> {
    return (await this.isBureau(user.id)) && this.clock.now().getTime() - user.passwordChangedAt.getTime() > BUREAU_PASSWORD_DAYS * DAY_MS;
  }

  private async isBureau(userId: string): Promise<boolean> {
    const memberships = await this.db.repo(Membership).findBy({ userId });
    return memberships.some(membership => membership.roles.some(role => role.startsWith('bureau.')));
  }

  private async userOfSetup(ticket: string): Promise<AppUser> {
    const user = await this.db.repo(AppUser).findOneBy({ id: this.tickets.userOfTicket(ticket, 'setup') });
    if (!user || user.totpCipher) throw ticketExpired();
    return user;
  }

  private userOf(login: string): Promise<AppUser | null> {
    const text = login.trim().toLowerCase();
    return text.includes('@')
      ? this.db.repo(AppUser).findOneBy({ email: text })
      : this.db.repo(AppUser).findOneBy({ phoneIndex: this.cipher.blindIndex(text.replace(/\D/g, ''), 'app_user.phone') });
  }
}
