import type { Socket } from 'node:net';
import { STATUS_CODES } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from './app-error';
import { preferredLanguage } from './language';
import { PROBLEM_TYPE, toProblem } from './problem.filter';

/** What Node says about a request that never became one, and the answer to it. */
const ANSWERS: Readonly<Record<string, readonly [number, () => AppError]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, () => new AppError('invalid', 'request-timeout', { zh: '请求没有在规定时间内传完，请检查网络后重试', en: 'The request did not arrive in time. Check the connection and try again.' })],
  HPE_HEADER_OVERFLOW: [431, () => new AppError('invalid', 'headers-too-large', { zh: '请求头太大，请清除浏览器中本网站的数据后重试', en: 'The headers are too large. Clear the data of this site in the browser and try again.' })],
};

const unreadable = (): AppError => new AppError('invalid', 'bad-request', { zh: '请求内容读不懂，请检查格式', en: 'The request could not be read. Check its form.' });

/** Answers what is no HTTP, too slow or too large before there is a request: the same form of answer as everywhere. */
export function answerUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return void socket.destroy();
  const [status, build] = ANSWERS[error.code ?? ''] ?? [400, unreadable];
  const body = JSON.stringify(toProblem(build(), '/', { status }));
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, `content-type: ${PROBLEM_TYPE}`, `content-length: ${Buffer.byteLength(body)}`, 'cache-control: no-store', 'connection: close'];
  // all at once, then gone: whoever sends this does not read much of the answer
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}

/** Answers an address that no route was looked up for, because it cannot be decoded. */
export function answerBadAddress(_error: Error, request: FastifyRequest, reply: FastifyReply): void {
  const language = preferredLanguage(request.headers['accept-language']);
  const problem = toProblem(unreadable(), '/', { language });
  void reply.code(problem.status).headers({ 'content-type': PROBLEM_TYPE, 'content-language': language, vary: 'Accept-Language', 'cache-control': 'no-store' }).send(JSON.stringify(problem));
}
