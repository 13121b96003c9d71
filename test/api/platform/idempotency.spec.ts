import { randomUUID } from 'node:crypto';
import { anActor, PlatformWorld } from './world';

const note = { title: '一次', amount: 7 };

describe('a creation with an Idempotency-Key', () => {
  let world: PlatformWorld;
  const clerk = anActor();

  beforeAll(async () => {
    world = await PlatformWorld.start();
  });
  beforeEach(async () => {
    world.notes.begun = 0;
    await world.db.query('TRUNCATE note, idempotency_key');
  });
  afterAll(() => world.stop());

  it('sent again gives the same answer and one row', async () => {
    const key = randomUUID();
    const first = await world.write(clerk, note, key);
    const second = await world.write(clerk, note, key);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect(second.headers['etag']).toBe(first.headers['etag']);
    expect([await world.count(), world.notes.begun]).toEqual([1, 1]);
  });

  it('sent twelve times at the same moment gives one row and twelve equal answers', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 12 }, () => world.write(clerk, note, key)));
    expect(answers.map(answer => answer.status)).toEqual(Array<number>(12).fill(201));
    expect(new Set(answers.map(answer => answer.body.id)).size).toBe(1);
    expect([await world.count(), world.notes.begun]).toEqual([1, 1]);
  });

  it('does not care about the order of members, but about every value', async () => {
    const key = randomUUID();
    const first = await world.write(clerk, { title: 'a', amount: 1 }, key);
    expect((await world.write(clerk, { amount: 1, title: 'a' }, key)).body).toEqual(first.body);
    const other = await world.write(clerk, { title: 'a', amount: 2 }, key);
    expect(other.body).toMatchObject({ status: 422, code: 'idempotency-reuse' });
    expect(await world.count()).toBe(1);
  });

  it('belongs to the person, and to the organisation they act for', async () => {
    const key = randomUUID();
    expect((await world.write(clerk, note, key)).status).toBe(201);
    expect((await world.write(anActor({ orgId: clerk.orgId }), note, key)).status).toBe(201);
    const elsewhere = await world.write({ ...clerk, orgId: randomUUID() }, note, key);
    expect(elsewhere.body).toMatchObject({ status: 422, code: 'idempotency-reuse' });
    expect(await world.count()).toBe(2);
  });

  it.each([['refused by a rule', 'rule', 422], ['broken off by an error of ours', 'break', 500], ['broken off by the database', 'sql', 500]])('%s leaves neither row nor key, and may be tried again with the same key', async (_what, how, status) => {
    const key = randomUUID();
    expect((await world.write(clerk, { ...note, how }, key)).status).toBe(status);
    expect(await world.count()).toBe(0);
    expect(await world.db.query('SELECT 1 FROM idempotency_key')).toEqual([]);
    // mended by the person, or the cause is gone: the key is as good as new
    expect((await world.write(clerk, { ...note, how: 'fine' }, key)).status).toBe(201);
    expect((await world.write(clerk, { ...note, how: 'fine' }, key)).status).toBe(201);
    expect(await world.count()).toBe(1);
  });

  it('while the first is still at work the second waits for it, and takes over when the first fails', async () => {
    const key = randomUUID();
    let open = (): void => undefined;
    world.notes.gate = new Promise(resolve => (open = resolve));
    const first = world.write(clerk, { ...note, how: 'rule' }, key);
    while (world.notes.begun === 0) await new Promise(wait => setTimeout(wait, 10));
    const second = world.write(clerk, { ...note, how: 'rule' }, key);
    await new Promise(wait => setTimeout(wait, 150));
    expect(world.notes.begun).toBe(1);
    open();
    expect([(await first).status, (await second).status]).toEqual([422, 422]);
    expect([world.notes.begun, await world.count()]).toEqual([2, 0]);
    world.notes.gate = Promise.resolve();
  });

  it.each(['short', 'x'.repeat(101), 'with space', 'schlüssel-8'])('refuses the key %j', async key => {
    const answer = await world.write(clerk, note, encodeURI(key) === key ? key : key.replace(/ü/, '\u00fc'));
    expect(answer.body).toMatchObject({ status: 400, code: 'idempotency-key' });
    expect(await world.count()).toBe(0);
  });

  it('without a key two requests are two rows', async () => {
    await Promise.all([world.write(clerk, note), world.write(clerk, note)]);
    expect(await world.count()).toBe(2);
  });
});
