import { CallHandler, ExecutionContext, Injectable, NestInterceptor, UseInterceptors, applyDecorators } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { from, lastValueFrom, Observable } from 'rxjs';
import { RequestWithActor } from '../access/actor';
import { canonicalJson, sm3 } from '../audit/sm3';
import { Db } from '../database/db';
import { AppError } from './app-error';

interface StoredAnswer {
  readonly requestHash: string;
  readonly body: unknown;
}

/**
 * Makes a creation safe to repeat: the key and the effect commit in one transaction, so a double click, a retry after
 * a lost answer or two requests at once give one effect and the same answer.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly db: Db) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<RequestWithActor & { method: string; url: string; body: unknown }>();
    const key = request.headers['idempotency-key'];
    if (typeof key !== 'string') return next.handle();
    if (!/^[\x21-\x7e]{8,100}$/.test(key))
      throw new AppError('invalid', 'idempotency-key', { zh: '请求标识需为 8–100 个可见字符', en: 'Idempotency-Key must be 8–100 visible characters.' });
    const owner = request.actor?.userId ?? `ip:${request.ip}`;
    const hash = sm3(`${request.actor?.orgId ?? ''} ${request.method} ${request.url}\n${canonicalJson(request.body ?? null)}`);
    return from(this.once({ owner, key, hash }, () => lastValueFrom(next.handle())));
  }

  private once(claim: { owner: string; key: string; hash: string }, work: () => Promise<unknown>): Promise<unknown> {
    return this.db.transaction(async () => {
      // A second request with the same key waits here until the first one has committed or rolled back.
      const mine = await this.db.query(
        `INSERT INTO idempotency_key (owner, key, request_hash) VALUES ($1, $2, $3) ON CONFLICT (owner, key) DO NOTHING RETURNING key`,
        [claim.owner, claim.key, claim.hash],
      );
      if (mine.length === 0) return this.stored(claim);
      const body = await work();
      await this.db.query(`UPDATE idempotency_key SET body = $3 WHERE owner = $1 AND key = $2`, [claim.owner, claim.key, JSON.stringify(body ?? null)]);
      return body;
    });
  }

  private async stored(claim: { owner: string; key: string; hash: string }): Promise<unknown> {
    const [answer] = await this.db.query<StoredAnswer>(
      `SELECT request_hash AS "requestHash", body FROM idempotency_key WHERE owner = $1 AND key = $2`,
      [claim.owner, claim.key],
    );
    if (answer && answer.requestHash === claim.hash) return answer.body;
    throw new AppError('rule', 'idempotency-reuse', { zh: '同一个请求标识用于了不同的内容，请刷新页面后重新提交', en: 'This Idempotency-Key was used for different content.' });
  }
}

/** For creations: honours `Idempotency-Key`. Keys are kept for two days. */
export const Idempotent = (): MethodDecorator =>
  applyDecorators(UseInterceptors(IdempotencyInterceptor), ApiHeader({ name: 'Idempotency-Key', required: false, description: 'Repeat-safe creation: 8–100 visible characters.' }));
