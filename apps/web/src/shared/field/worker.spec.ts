import { describe, expect, it } from 'vitest';
import { answerOf, clearOld, layDown, shell, type WorkerScope } from './worker';

const HOST = 'https://city.example';
const POLICY = "script-src 'self'; style-src 'self' 'nonce-N0'";
const build = (version: string) => ({ version, entry: `/assets/index-${version}.js`, files: [`/assets/index-${version}.js`, '/favicon.svg'] });
const address = (request: Request | string): string => new URL(typeof request === 'string' ? request : request.url, HOST).pathname;

/** The storage of a browser, by the address alone. */
function browserCaches(fetched: (path: string) => Promise<Response>): CacheStorage {
  const all = new Map<string, Map<string, Response>>();
  const open = (name: string) => {
    const kept = all.get(name) ?? new Map<string, Response>();
    all.set(name, kept);
    return {
      match: async (request: Request | string) => kept.get(address(request))?.clone(),
      put: async (request: Request | string, response: Response) => void kept.set(address(request), response),
      addAll: async (paths: string[]) => {
        for (const path of paths) {
          const response = await fetched(path);
          if (!response.ok) throw new TypeError('not there');
          kept.set(path, response);
        }
      },
    };
  };
  return { open: async (name: string) => open(name), keys: async () => [...all.keys()], delete: async (name: string) => all.delete(name), match: async (request: Request | string) => [...all.values()].map(kept => kept.get(address(request))).find(Boolean)?.clone() } as unknown as CacheStorage;
}

/** A site that serves one version, and can go away. */
function site() {
  const state = { serves: 'v1', gone: false, status: 200, asked: [] as string[] };
  const fetch = async (request: Request | string): Promise<Response> => {
    const path = address(request);
    state.asked.push(path);
    if (state.gone) throw new TypeError('Failed to fetch');
    if (path.startsWith('/assets/')) return path.includes(state.serves) ? new Response(`script ${path}`) : new Response('', { status: 404 });
    if (state.status !== 200) return new Response('<p>proxy</p>', { status: state.status });
    if (path.endsWith('.svg')) return new Response('<svg/>');
    return new Response(`<meta nonce="N0"><script src="/assets/index-${state.serves}.js"></script>`, { headers: { 'content-security-policy': POLICY } });
  };
  const scope: WorkerScope = { location: { origin: HOST }, caches: browserCaches(path => fetch(path)), clients: { claim: async () => undefined }, fetch, skipWaiting: async () => undefined, addEventListener: () => undefined };
  return { state, scope };
}
const opening = (path: string): Request => Object.defineProperty(new Request(`${HOST}${path}`), 'mode', { value: 'navigate' });

describe('the worker of the field', () => {
  it('opens a page off the net with all its files, each time with a nonce of its own and the policy of the server', async () => {
    const { state, scope } = site();
    await layDown(scope, build('v1'));
    state.gone = true;
    const answers = await Promise.all([1, 2].map(() => answerOf(scope, build('v1'), opening('/b/1/inspections/2'))));
    const nonces = answers.map(answer => /'nonce-([^']+)'/.exec(answer?.headers.get('content-security-policy') ?? '')?.[1]);
    expect(new Set([...nonces, 'N0']).size).toBe(3);
    expect(answers[0]?.headers.get('content-security-policy')).toBe(POLICY.replace('N0', nonces[0] ?? ''));
    expect(await answers[0]?.text()).toContain(`<meta nonce="${nonces[0]}">`);
    expect(await (await answerOf(scope, build('v1'), new Request(`${HOST}/assets/index-v1.js`)))?.text()).toBe('script /assets/index-v1.js');
  });

  it('with a network the page is the newest one of the server; a server in trouble is none', async () => {
    const { state, scope } = site();
    await layDown(scope, build('v1'));
    state.serves = 'v2';
    expect(await (await answerOf(scope, build('v1'), opening('/b/1')))?.text()).toContain('index-v2.js');
    state.status = 502;
    expect(await (await answerOf(scope, build('v1'), opening('/b/1')))?.text()).toContain('index-v1.js');
  });

  it.each([['/api/v1/me', 'cors'], ['/api/v1/inspections/1/record', 'cors'], ['/api/v1/files/1/content', 'navigate'], ['/health/ready', 'navigate'], ['/problems/stale', 'navigate'], ['/robots.txt', 'navigate'], ['/b/1', 'cors']])('leaves %s (%s) to the browser, and keeps nothing of it', (path, mode) => {
    const { scope } = site();
    const request = Object.defineProperty(new Request(`${HOST}${path}`), 'mode', { value: mode });
    expect(answerOf(scope, build('v1'), request)).toBeUndefined();
  });

  it('leaves what is sent and other hosts to the browser', () => {
    const { scope } = site();
    expect(answerOf(scope, build('v1'), new Request(`${HOST}/assets/x.js`, { method: 'POST' }))).toBeUndefined();
    expect(answerOf(scope, build('v1'), new Request('https://other.example/assets/x.js'))).toBeUndefined();
  });

  it('lays down one version whole or none: while another is being put in place it stays with what it has', async () => {
    const { state, scope } = site();
    await layDown(scope, build('v1'));
    await expect(layDown(scope, build('v2'))).rejects.toThrow(/put in place/);
    expect(await scope.caches.keys()).toEqual(['hb-field-v1']);
    // the page is new already, its files are not yet everywhere
    state.serves = 'v2';
    await expect(layDown(scope, { ...build('v2'), files: ['/assets/index-v2.js', '/assets/late-v3.js'] })).rejects.toThrow();
    expect(await scope.caches.keys()).toEqual(['hb-field-v1']);
    expect(await (await shell(scope, build('v1')))?.text()).toContain('index-v1.js');
  });

  it('after a deployment a page that is still open finds its own files; the page opened off the net is wholly of the new version', async () => {
    const { state, scope } = site();
    for (const version of ['v1', 'v2']) {
      state.serves = version;
      await layDown(scope, build(version));
      await clearOld(scope, build(version));
    }
    state.gone = true;
    expect(await (await answerOf(scope, build('v2'), opening('/b/1')))?.text()).toContain('index-v2.js');
    expect(await (await answerOf(scope, build('v2'), new Request(`${HOST}/assets/index-v1.js`)))?.text()).toBe('script /assets/index-v1.js');
    state.gone = false;
    state.serves = 'v3';
    await layDown(scope, build('v3'));
    await clearOld(scope, build('v3'));
    expect(await scope.caches.keys()).toEqual(['hb-field-v2', 'hb-field-v3']);
  });
});
