import { ArgumentsHost, Catch, ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { pgCode } from '../database/db';
import { isUnavailable } from '../database/unavailable';
import { AppError, ErrorKind, notFound, unauthenticated, forbidden } from './app-error';
import { preferredLanguage } from './language';

const STATUS: Record<ErrorKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  stale: 412,
  'too-large': 413,
  'unsupported-media': 415,
  rule: 422,
  'precondition-required': 428,
  'too-many': 429,
  unavailable: 503,
};

/** PostgreSQL's words for a value that cannot be read: text form, number range, date, length, characters. */
const BAD_VALUES = new Set(['22P02', '22003', '22007', '22008', '22001', '22021', '22P05']);

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

interface Reply {
  status(code: number): Reply;
  header(name: string, value: string): Reply;
  send(body: string): void;
  readonly sent: boolean;
}

/** RFC 9457 `application/problem+json`: a stable `code`, a Chinese and an English sentence, a pointer per wrong field. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly zh: string;
  readonly en: string;
  readonly instance: string;
  readonly [member: string]: unknown;
}

/** The only place where errors become HTTP. A 500 shows a reference, never a cause. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('http');

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<{ url: string; method: string; id: string; headers: Record<string, string | string[] | undefined> }>();
    const reply = http.getResponse<Reply>();
    if (reply.sent) return;
    const error = this.asAppError(thrown);
    const reference = error ? undefined : randomUUID();
    if (!error) this.log.error({ msg: 'unexpected error', reference, method: request.method, path: request.url.split('?')[0], error: String((thrown as Error)?.message ?? thrown), stack: (thrown as Error)?.stack });
    const language = preferredLanguage(request.headers['accept-language']);
    const problem = toProblem(error ?? unexpected(reference as string), request.url.split('?')[0] ?? '/', { language, ...(error ? {} : { status: 500 }) });
    const retryAfter = error?.extra['retryAfterSeconds'];
    if (typeof retryAfter === 'number') reply.header('retry-after', String(retryAfter));
    // As a string: the framework rewrites the content type of error objects to application/json.
    const headers = { 'content-type': PROBLEM_TYPE, 'content-language': language, vary: 'Accept-Language', 'cache-control': 'no-store' };
    for (const [name, value] of Object.entries(headers)) reply.header(name, value);
    // Closed at once, a connection with bytes still coming is reset, and the reset takes the answer with it. Left open, the
    // rest is dropped as it comes, for as long as a request may take at all.
    if (problem.status === STATUS['too-large']) reply.header('connection', 'keep-alive');
    reply.status(problem.status).send(JSON.stringify(problem));
  }

  private asAppError(thrown: unknown): AppError | undefined {
    if (thrown instanceof AppError) return thrown;
    if (thrown instanceof HttpException) return fromHttpException(thrown);
    if (BAD_VALUES.has(pgCode(thrown) ?? '')) return badValue();
    if (isUnavailable(thrown)) return unavailable();
    const fastify = thrown as { statusCode?: number; code?: string };
    if (fastify?.code?.startsWith('FST_')) return fromFastify(fastify.statusCode ?? 400, fastify.code);
    return undefined;
  }
}

export const statusOf = (kind: ErrorKind): number => STATUS[kind];

/** `title` and `detail` are in the language asked for; `zh` and `en` always stand beside them. */
export function toProblem(error: AppError, instance: string, { status = STATUS[error.kind], language = 'en' }: { status?: number; language?: 'zh' | 'en' } = {}): Problem {
  return {
    type: `/problems/${error.code}`,
    title: error.text[language],
    status,
    code: error.code,
    detail: error.text[language],
    zh: error.text.zh,
    en: error.text.en,
    instance,
    ...error.extra,
    ...(error.errors.length > 0 ? { errors: error.errors } : {}),
  };
}

const unexpected = (reference: string): AppError =>
  new AppError(
    'unavailable',
    'unexpected',
    { zh: `系统出了问题，已记录。请稍后再试，或凭编号 ${reference.slice(0, 8)} 联系管理员`, en: `Something went wrong on our side. Try again later or quote reference ${reference.slice(0, 8)}.` },
    { extra: { reference: reference.slice(0, 8) } },
  );

const unavailable = (): AppError =>
  new AppError('unavailable', 'unavailable', { zh: '服务暂时不可用，您填写的内容没有丢失，请稍后重试', en: 'The service is briefly unavailable. Nothing was lost; try again shortly.' }, { extra: { retryAfterSeconds: 3 } });

const badValue = (): AppError => new AppError('invalid', 'bad-value', { zh: '提交的值格式不对，请检查编号、日期和数字', en: 'A value has the wrong form. Check ids, dates and numbers.' });

const tooLarge = (): AppError => new AppError('too-large', 'too-large', { zh: '提交的内容太大，请减小后重试', en: 'The request is too large. Make it smaller and try again.' });

const unsupported = (): AppError => new AppError('unsupported-media', 'unsupported-media', { zh: '不支持这种内容格式，请用 JSON 提交', en: 'This content type is not supported. Send JSON.' });

const badRequest = (): AppError => new AppError('invalid', 'bad-request', { zh: '请求内容读不懂，请检查格式', en: 'The request could not be read. Check its form.' });

function fromFastify(status: number, code: string): AppError {
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || status === 413) return tooLarge();
  if (status === 415) return unsupported();
  return badRequest();
}

function fromHttpException(error: HttpException): AppError {
  switch (error.getStatus()) {
    case 401:
      return unauthenticated();
    case 403:
      return forbidden();
    case 404:
      return notFound();
    case 413:
      return tooLarge();
    case 415:
      return unsupported();
    case 429:
      return new AppError('too-many', 'too-many-requests', { zh: '操作太频繁，请稍等一会儿再试', en: 'Too many requests. Wait a moment and try again.' }, { extra: { retryAfterSeconds: 30 } });
    case 503:
      return unavailable();
    default:
      return badRequest();
  }
}
