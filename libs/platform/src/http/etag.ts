import { CallHandler, createParamDecorator, ExecutionContext, Injectable, NestInterceptor } from '@nestjs/common';
import { map, Observable } from 'rxjs';
import { AppError, versionRequired } from './app-error';

/** The version the client saw, from `If-Match: "v7"`. 428 when missing, so that nobody overwrites blindly. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<{ headers: Record<string, string | undefined> }>().headers['if-match'];
  if (!header) throw versionRequired();
  const match = /^(?:W\/)?"v(\d{1,9})"$/.exec(header.trim());
  if (!match) throw new AppError('invalid', 'if-match', { zh: '版本号格式不对，请刷新页面后重试', en: 'If-Match must look like "v7".' });
  return Number(match[1]);
});

/** Answers that carry a numeric `version` get the `ETag` to send back as `If-Match`. */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      map((body: unknown) => {
        const version = (body as { version?: unknown } | null)?.version;
        if (typeof version === 'number') context.switchToHttp().getResponse<{ header(n: string, v: string): void }>().header('etag', `"v${version}"`);
        return body;
      }),
    );
  }
}
