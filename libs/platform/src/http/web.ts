import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';

const NOT_PAGES = /^\/(api|health|metrics|problems)(\/|$)/;
const IMMUTABLE = 'public, max-age=31536000, immutable';

const policy = (nonce: string): string =>
  `default-src 'self'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; ` +
  `connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;

/**
 * Serves the built web from the api process (single box; nginx does it elsewhere): assets pre-compressed and immutable,
 * every other address the page itself with a fresh nonce. @throws Error when the folder has no built web.
 */
export async function registerWeb(app: NestFastifyApplication, folder: string): Promise<void> {
  const root = resolve(folder);
  const index = join(root, 'index.html');
  if (!existsSync(index)) throw new Error(`HB_WEB_ROOT ${root} has no index.html; build the web first`);
  const page = readFileSync(index, 'utf8');
  await app.register(fastifyStatic, { root, index: false, wildcard: false, preCompressed: true, cacheControl: false, setHeaders: assetHeaders });
  const server = app.getHttpAdapter().getInstance();
  const send = (_request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const nonce = randomBytes(16).toString('base64');
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').header('content-security-policy', policy(nonce)).send(page.replaceAll('__CSP_NONCE__', nonce));
  };
  server.get('/', send);
  server.addHook('onRequest', (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
    if (request.method === 'GET' && isPage(request, root)) void send(request, reply);
    else done();
  });
}

/** An address of the single page: not the API's, not a file's. */
function isPage(request: FastifyRequest, root: string): boolean {
  const path = request.url.split('?')[0] ?? '/';
  if (NOT_PAGES.test(path) || path.startsWith('/assets/')) return false;
  // by its file name it is the page all the same: never the bare file, which has no policy and no nonce
  if (path === '/index.html') return true;
  const last = path.slice(path.lastIndexOf('/') + 1);
  return !(last.includes('.') && existsSync(join(root, path.replace(/\.\.+/g, ''))));
}

/** The worker of the field asks this host and nothing else, and a new one is found at once. */
const WORKER_POLICY = "default-src 'none'; connect-src 'self'";

function assetHeaders(reply: { header(name: string, value: string): unknown }, path: string): void {
  if (/\/sw\.js(?:\.gz)?$/.test(path)) {
    reply.header('content-security-policy', WORKER_POLICY);
    reply.header('cache-control', 'no-cache');
    return;
  }
  // opened by itself, such a file is a document: it may do nothing
  if (/\.(?:html?|svg|xml)(?:\.gz)?$/.test(path)) reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
  reply.header('cache-control', path.includes('/assets/') ? IMMUTABLE : 'public, max-age=3600');
}
