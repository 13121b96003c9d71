/** What one build of the site needs off the net; put in by `build/field-worker.ts`. */
interface Build {
  readonly version: string;
  /** The script the page of this build begins with. */
  readonly entry: string;
  readonly files: readonly string[];
}

interface Waiting extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface Asked extends Waiting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

/** The part of a service worker that is used here: `lib.webworker` and `lib.dom` do not go together. */
export interface WorkerScope {
  readonly location: { readonly origin: string };
  readonly caches: CacheStorage;
  readonly clients: { claim(): Promise<void> };
  fetch(request: Request | string, init?: RequestInit): Promise<Response>;
  skipWaiting(): Promise<void>;
  addEventListener(type: string, listener: (event: never) => void): void;
}

const PREFIX = 'hb-field-';
const SHELL = '/index.html';
const NONCE = /nonce-([^']+)'/;
const POLICY = 'content-security-policy';
/** A network that does not say a word for so long is none: the page of this device opens instead. */
const WAIT_MS = 6_000;
const NOT_PAGES = /^\/(?:api|health|metrics|problems)(?:\/|$)|\.[a-z0-9]+$/i;

const nameOf = (build: Build): string => `${PREFIX}${build.version}`;

/**
 * Lays down one build whole, or not at all: where a new version is just being put in place, the page and the files could be of two.
 * Only the page and its files are kept here, never an answer of the API.
 */
export async function layDown(scope: WorkerScope, build: Build): Promise<void> {
  const name = nameOf(build);
  try {
    const cache = await scope.caches.open(name);
    const page = await scope.fetch(SHELL, { cache: 'no-store', credentials: 'omit' });
    const html = await page.text();
    if (!page.ok || !html.includes(build.entry)) throw new Error('Another version of the page is being put in place');
    await cache.addAll([...build.files]);
    const headers = { 'content-type': 'text/html; charset=utf-8', [POLICY]: page.headers.get(POLICY) ?? '', 'referrer-policy': 'same-origin', 'x-content-type-options': 'nosniff' };
    await cache.put(SHELL, new Response(html, { headers }));
  } catch (error) {
    await scope.caches.delete(name);
    throw error;
  }
}

/** The build before stays for the pages that are still open with it; their names carry a hash, so that nothing of two builds mixes. */
export async function clearOld(scope: WorkerScope, build: Build): Promise<void> {
  const others = (await scope.caches.keys()).filter(name => name.startsWith(PREFIX) && name !== nameOf(build));
  for (const name of others.slice(0, -1)) await scope.caches.delete(name);
}

/** The page as it was laid down, with a nonce of its own: one that is used twice protects nothing. */
export async function shell(scope: WorkerScope, build: Build): Promise<Response | undefined> {
  const kept = await (await scope.caches.open(nameOf(build))).match(SHELL);
  if (!kept) return undefined;
  const policy = kept.headers.get(POLICY) ?? '';
  const old = NONCE.exec(policy)?.[1];
  const fresh = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const renewed = (text: string): string => (old ? text.replaceAll(old, fresh) : text);
  const headers = new Headers(kept.headers);
  headers.set(POLICY, renewed(policy));
  return new Response(renewed(await kept.text()), { headers });
}

/** From the server where there is one: whoever has a network always sees the newest version. */
async function page(scope: WorkerScope, build: Build, request: Request): Promise<Response> {
  const asked = scope.fetch(request);
  // one that fails after the page of this device has opened is nobody's any more
  asked.catch(() => undefined);
  const late = new Promise<null>(resolve => setTimeout(() => resolve(null), WAIT_MS));
  const answer = await Promise.race([asked, late]).catch(() => null);
  if (answer !== null && answer.status < 500) return answer;
  return (await shell(scope, build)) ?? answer ?? asked;
}

async function file(scope: WorkerScope, request: Request): Promise<Response> {
  return (await scope.caches.match(request)) ?? scope.fetch(request);
}

/** What this worker answers; undefined leaves it to the browser: every call of the API, everything that is sent, other hosts. */
export function answerOf(scope: WorkerScope, build: Build, request: Request): Promise<Response> | undefined {
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== scope.location.origin) return undefined;
  if (build.files.includes(pathname) || pathname.startsWith('/assets/')) return file(scope, request);
  return request.mode === 'navigate' && !NOT_PAGES.test(pathname) ? page(scope, build, request) : undefined;
}

/** Starts the worker of one build. */
export function start(scope: WorkerScope, build: Build): void {
  scope.addEventListener('install', (event: Waiting) => event.waitUntil(layDown(scope, build).then(() => scope.skipWaiting())));
  scope.addEventListener('activate', (event: Waiting) => event.waitUntil(clearOld(scope, build).then(() => scope.clients.claim())));
  scope.addEventListener('fetch', (event: Asked) => {
    const answer = answerOf(scope, build, event.request);
    if (answer) event.respondWith(answer);
  });
}
