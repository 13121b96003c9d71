import { anActor, Answer, PlatformWorld } from './world';

describe('what a wrong request is told', () => {
  let world: PlatformWorld;
  const clerk = anActor();

  beforeAll(async () => {
    world = await PlatformWorld.start();
  });
  afterAll(() => world.stop());

  const expectProblem = (answer: Answer, status: number, code: string): void => {
    expect({ status: answer.status, code: answer.body.code, type: answer.headers['content-type'] }).toEqual({ status, code, type: 'application/problem+json; charset=utf-8' });
    expect(answer.body).toMatchObject({ type: `/problems/${code}`, status, title: expect.stringMatching(/\S/) as string, zh: expect.stringMatching(/[一-龥]/) as string, en: expect.stringMatching(/[a-z]/) as string });
    expect(answer.headers['cache-control']).toBe('no-store');
  };

  it.each([
    ['an unknown route', 'GET', '/nothing/here', {}, 404, 'not-found'],
    ['a known route with another method', 'DELETE', '/notes', {}, 404, 'not-found'],
    ['nobody signed in', 'POST', '/notes', { payload: {} }, 401, 'unauthenticated'],
    ['JSON that breaks off', 'POST', '/notes', { payload: '{"title": "a', headers: { 'content-type': 'application/json' } }, 400, 'bad-request'],
    ['JSON with a member that poisons prototypes', 'POST', '/notes', { payload: '{"__proto__": {"roles": ["bureau.admin"]}}', headers: { 'content-type': 'application/json' } }, 400, 'bad-request'],
    ['XML', 'POST', '/notes', { payload: '<a/>', headers: { 'content-type': 'application/xml' } }, 415, 'unsupported-media'],
    ['an empty body that claims to be JSON', 'POST', '/notes', { payload: '', headers: { 'content-type': 'application/json' } }, 400, 'bad-request'],
    ['an address that is no UTF-8', 'GET', '/notes/%E0%A4%A', {}, 400, 'bad-request'],
    ['an id that is none', 'PUT', '/notes/1%27%20OR%201=1', { payload: { title: 'a', amount: 1 }, headers: { 'if-match': '"v1"' } }, 400, 'bad-request'],
    ['a cursor made up', 'GET', '/outbox/buried?cursor=abc', {}, 400, 'cursor'],
  ] as const)('%s: a problem with a stable code in both languages', async (_what, method, path, options, status, code) => {
    const actor = code === 'unauthenticated' ? undefined : anActor({ roles: ['clerk', 'bureau.admin'] });
    expectProblem(await world.call(method, path, { actor, ...options }), status, code);
  });

  it('points at every wrong member at once, unknown ones and wrong types too', async () => {
    const answer = await world.call('POST', '/notes', { actor: clerk, payload: { title: 'x'.repeat(21), amount: '7', tags: ['a', 1, 'c'], 'a/b~c': 1, id: 'chosen' } });
    expectProblem(answer, 400, 'validation');
    const errors = answer.body.errors as { pointer: string; code: string; zh: string; en: string }[];
    expect(errors.map(({ pointer, code }) => `${pointer} ${code}`).sort()).toEqual(['/amount isInt', '/amount max', '/amount min', '/a~1b~0c whitelistValidation', '/id whitelistValidation', '/tags arrayMaxSize', '/tags isString', '/title maxLength']);
    for (const error of errors) expect(error.zh).toMatch(/[一-龥]/);
    expect(JSON.stringify(errors)).not.toMatch(/该字段必填|非法|无效/);
    expect(await world.count()).toBe(0);
  });

  it('takes no number for a text, no text for a number, no list for an object', async () => {
    for (const payload of [{ title: 1, amount: 1 }, { title: 'a', amount: '1' }, { title: ['a'], amount: 1 }, { title: 'a', amount: 1.5 }, { title: 'a', amount: null }, { title: { $ne: null }, amount: 1 }])
      expect((await world.call('POST', '/notes', { actor: clerk, payload })).status).toBe(400);
    expect((await world.call('POST', '/notes', { actor: clerk, payload: [{ title: 'a', amount: 1 }] })).status).toBe(400);
    expect((await world.call('GET', '/notes/found?limit=0')).status).toBe(400);
    expect((await world.call('GET', '/notes/found?limit=1e9')).status).toBe(400);
    expect((await world.call('GET', '/notes/found?from=2026-1-1')).status).toBe(400);
    expect((await world.call('GET', '/notes/found?unknown=1')).status).toBe(400);
    expect(await world.count()).toBe(0);
  });

  it.each([
    [undefined, 'en'], ['', 'en'], ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'], ['en-US,en;q=0.9,zh-CN;q=0.8', 'en'], ['zh;q=0, en;q=0.1', 'en'], ['fr', 'en'], ['fr, zh;q=0.2', 'zh'], ['*', 'en'], ['zh;q=bad', 'zh'], [`zh${',zh'.repeat(5000)}`, 'zh'],
  ])('asked in %j answers title and detail in %s', async (header, language) => {
    const { body, headers } = await world.call('GET', '/nothing', { headers: header === undefined ? {} : { 'accept-language': header } });
    expect([body.title, body.detail, headers['content-language']]).toEqual([body[language], body[language], language]);
    expect(String(headers['vary'])).toMatch(/Accept-Language/);
  });

  it.each(['break', 'sql'])('an error of ours (%s) shows a reference and no cause', async how => {
    const answer = await world.call('POST', '/notes', { actor: clerk, payload: { title: 'geheim', amount: 1, how } });
    expectProblem(answer, 500, 'unexpected');
    expect(answer.body.reference).toMatch(/^[0-9a-f]{8}$/);
    expect(answer.text).not.toMatch(/SELECT|password|no_such_table|geheim|node_modules|\.ts:|\.js:|at /);
  });

  it('names each request: the name that came in when it is harmless, a new one otherwise', async () => {
    const sent = async (id: string): Promise<unknown> => (await world.call('GET', '/nothing', { headers: { 'x-request-id': id } })).headers['x-request-id'];
    expect(await sent('abcdef12-3456')).toBe('abcdef12-3456');
    for (const id of ['short', 'a'.repeat(65), 'with space 1', '<script>alert(1)</script>', 'a,b-12345678']) expect(await sent(id)).toMatch(/^[0-9a-f]{32}$/);
    const two = [await world.call('GET', '/nothing'), await world.call('GET', '/nothing')].map(answer => answer.headers['x-request-id']);
    expect(new Set(two).size).toBe(2);
  });

  it('a route of a role: 403 for another role, with a sentence', async () => {
    expectProblem(await world.call('POST', '/notes', { actor: anActor({ roles: ['other'] }), payload: { title: 'a', amount: 1 } }), 403, 'forbidden');
    expectProblem(await world.call('GET', '/notes/mine', { headers: { 'x-actor': 'wrong' } }), 401, 'unauthenticated');
    expect((await world.call('GET', '/notes/found', { headers: { 'x-actor': 'wrong' } })).status).toBe(200);
  });
});

describe('the version that was seen', () => {
  let world: PlatformWorld;
  const clerk = anActor();

  beforeAll(async () => {
    world = await PlatformWorld.start();
  });
  afterAll(() => world.stop());

  it('is given as ETag, asked for as If-Match, and a late change does not overwrite', async () => {
    const made = await world.write(clerk, { title: 'a', amount: 1 });
    expect([made.status, made.headers['etag']]).toEqual([201, '"v1"']);
    const put = (match: string | undefined, title: string): Promise<Answer> => world.call('PUT', `/notes/${made.body.id}`, { actor: clerk, payload: { title, amount: 1 }, headers: match === undefined ? {} : { 'if-match': match } });
    expect((await put(undefined, 'b')).body).toMatchObject({ status: 428, code: 'version-required' });
    for (const odd of ['v1', '"1"', '*', '"v1", "v2"', '"v-1"', '"v99999999999"']) expect((await put(odd, 'b')).body).toMatchObject({ status: 400, code: 'if-match' });
    const results = await Promise.all(['b', 'c', 'd', 'e'].map(title => put('"v1"', title)));
    expect(results.map(answer => answer.status).sort()).toEqual([200, 412, 412, 412]);
    const winner = results.find(answer => answer.status === 200) as Answer;
    expect(winner.headers['etag']).toBe('"v2"');
    expect(await world.db.query('SELECT title, version FROM note WHERE id = $1', [made.body.id])).toEqual([{ title: winner.body.title, version: 2 }]);
    expect((await put('W/"v2"', 'f')).status).toBe(200);
  });
});
