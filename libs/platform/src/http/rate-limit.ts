import { ExecutionContext, Inject, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { InjectThrottlerOptions, InjectThrottlerStorage, ThrottlerGuard, ThrottlerModuleOptions, ThrottlerStorage } from '@nestjs/throttler';
import { RequestWithActor } from '../access/actor';
import { ENV } from '../config/tokens';
import type { Env } from '../config/env';
import { AppError } from './app-error';

/** Requests a minute, per signed-in session or address. */
export const RATE_LIMITS = {
  default: 600,
  'sign-in': 30,
  'public-search': 120,
  upload: 60,
} as const;

export type RateLimitName = keyof typeof RATE_LIMITS;

const NAME = 'huanbao:rate-limit';
const WINDOW_MS = 60_000;

/** Chooses another row of the table for a controller or handler. */
export const RateLimit = (name: RateLimitName): MethodDecorator & ClassDecorator => SetMetadata(NAME, name);

/** Counts per process; several processes behind a balancer multiply the limits, which stay a brake, not a quota. */
@Injectable()
export class RateLimitGuard extends ThrottlerGuard {
  constructor(
    @InjectThrottlerOptions() options: ThrottlerModuleOptions,
    @InjectThrottlerStorage() storage: ThrottlerStorage,
    reflector: Reflector,
    @Inject(ENV) private readonly env: Env,
  ) {
    super(options, storage, reflector);
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const name = this.reflector.getAllAndOverride<RateLimitName | undefined>(NAME, [context.getHandler(), context.getClass()]) ?? 'default';
    const request = context.switchToHttp().getRequest<RequestWithActor>();
    const who = name === 'sign-in' ? request.ip : (request.actor?.sessionId ?? request.ip);
    const { totalHits, timeToBlockExpire, timeToExpire } = await this.storageService.increment(`${name} ${who}`, WINDOW_MS, RATE_LIMITS[name] * this.env.HB_RATE_FACTOR, WINDOW_MS, name);
    if (totalHits > RATE_LIMITS[name] * this.env.HB_RATE_FACTOR) throw tooMany(Math.max(timeToBlockExpire, timeToExpire, 1));
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
