import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

interface Asker {
  readonly socket: { readonly remoteAddress?: string };
  readonly headers: IncomingHttpHeaders | Record<string, string | string[] | undefined>;
}

const OWN_MACHINE = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const PASSED_ON = ['x-forwarded-for', 'x-forwarded-host', 'forwarded', 'x-real-ip', 'via'];

/**
 * Who may read the figures: whoever brings the token of the settings, and the own machine as long as no proxy passed
 * the question on (a proxy on the same machine would make everybody local). Everybody else: nothing is there.
 */
export function maySeeMetrics(request: Asker, token: string | undefined): boolean {
  const sent = request.headers.authorization;
  if (token && typeof sent === 'string' && isSame(sent, `Bearer ${token}`)) return true;
  return OWN_MACHINE.has(request.socket.remoteAddress ?? '') && PASSED_ON.every(name => request.headers[name] === undefined);
}

function isSame(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
