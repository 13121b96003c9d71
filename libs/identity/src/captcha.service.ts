import { Inject, Injectable } from '@nestjs/common';
import { Clock, Db, ENV, Env } from '@huanbao/platform';
import { Challenge, checkSolution, newChallenge } from './captcha';
import { captchaNeeded } from './identity.errors';

/** Hands out challenges and takes each solution once. */
@Injectable()
export class CaptchaService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  challenge(): Challenge {
    return newChallenge(this.env.HB_TOKEN_SECRET, this.clock.now());
  }

  /** @throws 400 `auth.captcha` for a missing, wrong, old or used solution. */
  async require(solution: string | undefined): Promise<void> {
    const solved = solution ? checkSolution(solution, this.env.HB_TOKEN_SECRET, this.clock.now()) : undefined;
    if (!solved || !(await this.useOnce(solved.signature, solved.expiresAt))) throw captchaNeeded();
  }

  /** True for the first use of a token (hex, 64 characters), false ever after. */
  async useOnce(token: string, expiresAt: Date): Promise<boolean> {
    const rows = await this.db.query('INSERT INTO used_token (token, expires_at) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING token', [token, expiresAt]);
    return rows.length === 1;
  }
}
