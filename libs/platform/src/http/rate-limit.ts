import { CanActivate, ExecutionContext, Inject, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { InjectThrottlerStorage, ThrottlerStorage } from '@nestjs/throttler';
import { isProgram, RequestWithActor } from '../access/actor';
import { ENV } from '../config/tokens';
import type { Env } from '../config/env';
import { AppError } from './app-error';

/** Requests a minute. `address` counts everything from one address, signed in or not; a whole office may share one. */
export const RATE_LIMITS = {
  address: 3000,
  default: 600,
  'sign-in': 30,
  'public-search': 120,
  upload: 60,
  'bank-query': 300,
} as const;

export type RateLimitName = keyof typeof RATE_LIMITS;

const NAME = 'huanbao:rate-limit';
const WINDOW_MS = 60_000;

/** Chooses another row of the table for a controller or handler. */
export const RateLimit = (name: RateLimitName): MethodDecorator & ClassDecorator => SetMetadata(NAME, name);

/** Counts per process; several processes behind a balancer multiply the limits, which stay a brake, not a quota. */
@Injectable()
export class RateLimits {
  constructor(
    @InjectThrottlerStorage() private readonly storage: ThrottlerStorage,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** @throws AppError 429 with the seconds to wait */
  async count(name: RateLimitName, who: string): Promise<void> {
    const limit = RATE_LIMITS[name] * this.env.HB_RATE_FACTOR;
    const { totalHits, timeToBlockExpire, timeToExpire, isBlocked } = await this.storage.increment(`${name} ${who}`, WINDOW_MS, limit, WINDOW_MS, name);
    if (isBlocked || totalHits > limit) throw tooMany(Math.max(timeToBlockExpire, timeToExpire, 1));
  }
}

/** Before anybody is asked who they are: a flood of wrong credentials is counted as well. */
@Injectable()
export class AddressLimitGuard implements CanActivate {
  constructor(private readonly limits: RateLimits) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    await this.limits.count('address', context.switchToHttp().getRequest<RequestWithActor>().ip);
    return true;
  }
}

/** The named limit of the route, per signed-in session; sign-in itself and visitors per address. */
@Injectable()
export class RateLimitGuard implements CanActivate {
  constructor(
    private readonly limits: RateLimits,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const name = this.reflector.getAllAndOverride<RateLimitName | undefined>(NAME, [context.getHandler(), context.getClass()]) ?? 'default';
    const request = context.switchToHttp().getRequest<RequestWithActor>();
    // several programs may stand behind one address: each has its own count
    const program = request.actor && isProgram(request.actor) ? request.actor.userId : null;
    await this.limits.count(name, name === 'sign-in' ? request.ip : (request.actor?.sessionId ?? program ?? request.ip));
    return true;
  }
}

const tooMany = (retryAfterSeconds: number): AppError =>
  new AppError(
    'too-many',
    'too-many-requests',
    { zh: `操作太频繁，请 ${retryAfterSeconds} 秒后再试`, en: `Too many requests. Try again in ${retryAfterSeconds} seconds.` },
    { extra: { retryAfterSeconds } },
  );
