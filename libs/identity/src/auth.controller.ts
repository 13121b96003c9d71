import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, OptionalActor, Public, RateLimit, SIGNED_IN } from '@huanbao/platform';
import { CaptchaService } from './captcha.service';
import { ChangePasswordDto, ForgotDto, LoginDto, ResetDto, TicketDto, TotpLoginDto, TotpSetupDto } from './dto/identity.dto';
import type { AppUser } from './identity.entity';
import { sessionEnded } from './identity.errors';
import { ChallengeView, LoginView, SessionView, sessionView, TotpOfferView } from './identity.view';
import { PasswordGuard } from './password.guard';
import { PasswordResetsService } from './password-resets.service';
import { PasswordsService } from './passwords.service';
import { CookieReply, SessionCookies } from './session-cookies';
import { Device, SessionsService, Tokens } from './sessions.service';
import { SignInResult, SignInService } from './sign-in.service';

interface SignInHttpRequest {
  readonly ip: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly cookies?: Readonly<Record<string, string | undefined>>;
  readonly user?: AppUser;
}

/** Signing in and out. */
@Controller('auth')
@Public()
@RateLimit('sign-in')
export class AuthController {
  constructor(
    private readonly signIn: SignInService,
    private readonly sessions: SessionsService,
    private readonly captcha: CaptchaService,
    private readonly resets: PasswordResetsService,
    private readonly cookies: SessionCookies,
  ) {}

  /** A small piece of work for the browser, asked for after failures. */
  @Get('captcha')
  challenge(): ChallengeView {
    return this.captcha.challenge();
  }

  /** Password; answers a session, or the ticket of the second factor. */
  @Post('login') @HttpCode(200) @UseGuards(PasswordGuard)
  async login(@Body() _: LoginDto, @Req() request: SignInHttpRequest, @Res({ passthrough: true }) reply: CookieReply): Promise<LoginView> {
    return this.answer(await this.signIn.proceed(request.user as AppUser, deviceOf(request)), request, reply);
  }

  @Post('login/totp') @HttpCode(200)
  async second(@Body() body: TotpLoginDto, @Req() request: SignInHttpRequest, @Res({ passthrough: true }) reply: CookieReply): Promise<LoginView> {
    return this.answer(await this.signIn.second(body.ticket, body.code, deviceOf(request)), request, reply);
  }

  /** For bureau members without second factor: the secret to enter into an authenticator app. */
  @Post('login/totp-setup') @HttpCode(200)
  offer(@Body() body: TicketDto): Promise<TotpOfferView> {
    return this.signIn.offerSetup(body.ticket);
  }

  @Post('login/totp-setup/confirm') @HttpCode(200)
  async setup(@Body() body: TotpSetupDto, @Req() request: SignInHttpRequest, @Res({ passthrough: true }) reply: CookieReply): Promise<LoginView> {
    return this.answer(await this.signIn.finishSetup(body, deviceOf(request)), request, reply);
  }

  /** Renews the session from the refresh cookie. */
  @Post('refresh') @HttpCode(204) @RateLimit('default')
  async refresh(@Req() request: SignInHttpRequest, @Res({ passthrough: true }) reply: CookieReply): Promise<void> {
    const token = request.cookies?.['hb_rt'];
    if (!token) throw sessionEnded();
    try {
      this.cookies.set(reply, await this.sessions.refresh(token));
    } catch (error) {
      this.cookies.clear(reply);
      throw error;
    }
  }

  /** Ends the session by whichever token is left of it: leaving works after the access token has run out, too. */
  @Post('logout') @HttpCode(204) @RateLimit('default')
  async logout(@OptionalActor() actor: Actor | null, @Req() request: SignInHttpRequest, @Res({ passthrough: true }) reply: CookieReply): Promise<void> {
    this.cookies.clear(reply);
    const token = request.cookies?.['hb_rt'];
    if (actor?.sessionId) await this.sessions.revoke(actor, actor.sessionId);
    else if (token) await this.sessions.leave(token);
  }

  @Post('password/forgot') @HttpCode(204)
  forgot(@Body() body: ForgotDto): Promise<void> {
    return this.resets.forgot(body.email, body.captcha);
  }

  @Post('password/reset') @HttpCode(204)
  reset(@Body() body: ResetDto): Promise<void> {
    return this.resets.reset(body.token, body.password);
  }

  private answer(result: SignInResult, request: SignInHttpRequest, reply: CookieReply): LoginView {
    if (result.status !== 'ok') return { status: result.status, ticket: result.ticket, passwordExpired: false, recoveryCodes: null, accessToken: null };
    return { status: 'ok', ticket: null, passwordExpired: result.passwordExpired, recoveryCodes: result.recoveryCodes ?? null, accessToken: this.deliver(result.tokens, request, reply) };
  }

  /** A program gets the token itself; a browser never sees it. */
  private deliver(tokens: Tokens, request: SignInHttpRequest, reply: CookieReply): string | null {
    if (request.headers['x-client'] === 'api') return tokens.accessToken;
    this.cookies.set(reply, tokens);
    return null;
  }
}

/** One's own sessions and password. */
@Controller('auth')
@Allow(SIGNED_IN)
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly passwords: PasswordsService,
  ) {}

  @Get('sessions')
  async list(@CurrentActor() actor: Actor): Promise<SessionView[]> {
    return (await this.sessions.list(actor.userId)).map(session => sessionView(session, actor.sessionId));
  }

  @Delete('sessions/:id') @HttpCode(204)
  revoke(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<void> {
    return this.sessions.revoke(actor, id);
  }

  @Post('sessions/revoke-others') @HttpCode(204)
  async revokeOthers(@CurrentActor() actor: Actor): Promise<void> {
    await this.sessions.revokeOthers(actor);
  }

  @Post('password/change') @HttpCode(204)
  change(@CurrentActor() actor: Actor, @Body() body: ChangePasswordDto): Promise<void> {
    return this.passwords.change(actor, body.current, body.next);
  }
}

function deviceOf(request: SignInHttpRequest): Device {
  return { ip: request.ip, agent: request.headers['user-agent'] ?? '' };
}
