import { createSecretKey } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy as JwtStrategy } from 'passport-jwt';
import { Strategy as LocalStrategy } from 'passport-local';
import { ENV, Env } from '@huanbao/platform';
import type { AccessClaims } from './access-tokens';
import type { AppUser } from './identity.entity';
import { SignInService } from './sign-in.service';

interface SignInRequest {
  readonly ip: string;
  readonly body: { readonly captcha?: unknown };
  readonly cookies?: Readonly<Record<string, string | undefined>>;
}

/** Login and password from the body, with the captcha where it is due. */
@Injectable()
export class PasswordStrategy extends PassportStrategy(LocalStrategy, 'local') {
  constructor(private readonly signIn: SignInService) {
    super({ usernameField: 'login', passwordField: 'password', session: false, passReqToCallback: true });
  }

  validate(request: SignInRequest, login: string, password: string): Promise<AppUser> {
    const { captcha } = request.body;
    return this.signIn.verify({ login, password, captcha: typeof captcha === 'string' ? captcha : undefined }, request.ip);
  }
}

/** The access token: a bearer header for programs, an httpOnly cookie for browsers. */
@Injectable()
export class AccessTokenStrategy extends PassportStrategy(JwtStrategy, 'jwt') {
  constructor(@Inject(ENV) env: Env) {
    super({
      jwtFromRequest: ExtractJwt.fromExtractors([ExtractJwt.fromAuthHeaderAsBearerToken(), (request: unknown) => (request as SignInRequest).cookies?.['hb_at'] ?? null]),
      // a key, which the declared type does not know of: its text would be tried as a PEM at every request
      secretOrKey: createSecretKey(env.HB_TOKEN_SECRET, 'utf8') as unknown as Buffer,
      algorithms: ['HS256'],
      audience: 'access',
    });
  }

  validate(claims: AccessClaims): AccessClaims {
    return claims;
  }
}
