import { randomUUID } from 'node:crypto';
import { exchange } from '../../harness/http';
import { anActor, World } from './world';
import * as sample from './samples';

describe('what goes out', () => {
  let world: World;
  const enterprise = anActor();
  const colleague = anActor({ orgId: enterprise.orgId });
  const officer = anActor({ orgKind: 'bureau' });
  const stranger = anActor();
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.stop());

  const laid = async (name: string, bytes: Buffer): Promise<string> => (await world.upload(enterprise, world.matter(enterprise, officer), name, bytes)).body.id;
  const looks = (fileId: string): Promise<{ actorUserId: string }[]> =>
    world.db.query(`SELECT actor_user_id AS "actorUserId" FROM audit_entry WHERE action = 'file.read' AND subject_id = $1`, [fileId]);
  const marked = (fileId: string, state: string): Promise<unknown> => world.db.query('UPDATE stored_file SET scan_state = $2 WHERE id = $1', [fileId, state]);

  it('a download is the same bytes, saved under its name, and nothing may run in it', async () => {
    const bytes = await sample.pdf('监测报告');
    const id = await laid('2026年监测报告（终稿）.pdf', bytes);
    const answer = await world.call(enterprise, 'GET', `/files/${id}/content`);
    expect(answer.status).toBe(200);
    expect(answer.bytes.equals(bytes)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(bytes.length),
      'x-content-type-options': 'nosniff',
      'cache-control': expect.stringContaining('no-store'),
      'content-security-policy': expect.stringMatching(/^sandbox;/),
      'content-disposition': `attachment; filename="2026_________.pdf"; filename*=UTF-8''${encodeURIComponent('2026年监测报告（终稿）.pdf')}`,
    });
  });

  it.each<[string, string, () => Buffer | Promise<Buffer>, string, RegExp]>([
    ['a PDF is shown, loads nothing and is framed only by us', 'a.pdf', () => sample.pdf('x'), 'inline', /^default-src 'none'.*frame-ancestors 'self'/],
    ['a picture is shown in a sandbox', 'a.png', sample.png, 'inline', /^sandbox; default-src 'none'/],
    ['Word is never shown, only saved', 'a.docx', () => sample.word('x'), 'attachment', /^sandbox; default-src 'none'/],
  ])('asked to show it, %s', async (_what, name, bytes, kind, policy) => {
    const { headers } = await world.call(enterprise, 'GET', `/files/${await laid(name, await bytes())}/content?inline=1`);
    expect(String(headers['content-disposition']).split(';')[0]).toBe(kind);
    expect(headers['content-security-policy']).toMatch(policy);
  });

  it('a part of a file is not offered: the whole comes', async () => {
    const bytes = await sample.pdf('x');
    const id = await laid('a.pdf', bytes);
    const answer = await exchange(world.app, { method: 'GET', url: `/api/v1/files/${id}/content`, headers: { ...world.headersOf(enterprise), range: 'bytes=0-9' } });
    expect([answer.status, answer.bytes.length, answer.headers['accept-ranges']]).toEqual([200, bytes.length, undefined]);
  });

  it.each(['', '/content'])('for another organisation, and for nobody, the file is not there (%s)', async tail => {
    const id = await laid('a.png', sample.png());
    expect((await world.call(stranger, 'GET', `/files/${id}${tail}`)).status).toBe(404);
    expect((await world.call(null, 'GET', `/files/${id}${tail}`)).status).toBe(401);
    expect(await looks(id)).toEqual([]);
  });

  it('a file that is not there looks the same as a foreign one', async () => {
    const foreign = await world.call(stranger, 'GET', `/files/${await laid('a.png', sample.png())}/content`);
    const missing = await world.call(stranger, 'GET', `/files/${randomUUID()}/content`);
    const { instance: _a, traceId: _b, requestId: _c, ...one } = foreign.body;
    const { instance: _d, traceId: _e, requestId: _f, ...other } = missing.body;
    expect(one).toEqual(other);
  });

  it('a look by the bureau is on record, one by the own people is not', async () => {
    const id = await laid('a.png', sample.png());
    await world.call(enterprise, 'GET', `/files/${id}/content`);
    await world.call(colleague, 'GET', `/files/${id}/content`);
    await world.call(officer, 'GET', `/files/${id}`);
    expect(await looks(id)).toEqual([]);
    await world.call(officer, 'GET', `/files/${id}/content`);
    expect(await looks(id)).toEqual([{ actorUserId: officer.userId }]);
  });

  it('with a virus nobody opens it, not even who sent it', async () => {
    const id = await laid('a.png', sample.png());
    await marked(id, 'infected');
    for (const actor of [enterprise, officer]) {
      const { status, body } = await world.call(actor, 'GET', `/files/${id}/content`);
      expect([status, body['code']]).toEqual([403, 'file.infected']);
      expect(JSON.stringify(body)).toContain('隔离');
    }
    expect(await looks(id)).toEqual([]);
  });

  it('while it is scanned only the sender opens it; the others are told to come back', async () => {
    const id = await laid('a.png', sample.png());
    await marked(id, 'pending');
    const { status, body } = await world.call(officer, 'GET', `/files/${id}/content`);
    expect([status, body['code'], body['retryAfterSeconds']]).toEqual([409, 'file.scanning', 5]);
    expect((await world.call(colleague, 'GET', `/files/${id}/content`)).status).toBe(409);
    expect((await world.call(enterprise, 'GET', `/files/${id}/content`)).status).toBe(200);
  });

  it('the list of a record shows its own files only, oldest first, none to strangers', async () => {
    const matter = world.matter(enterprise, officer);
    for (const name of ['一.png', '二.png']) await world.upload(enterprise, matter, name, sample.png());
    await world.upload(enterprise, world.matter(enterprise), '别处.png', sample.png());
    const list = await world.call<{ name: string }[]>(officer, 'GET', `/files?subjectType=matter&subjectId=${matter}`);
    expect(list.body.map(file => file.name)).toEqual(['一.png', '二.png']);
    expect((await world.call(stranger, 'GET', `/files?subjectType=matter&subjectId=${matter}`)).status).toBe(404);
    expect((await world.call(officer, 'GET', `/files?subjectType=nothing&subjectId=${matter}`)).status).toBe(404);
  });
});
