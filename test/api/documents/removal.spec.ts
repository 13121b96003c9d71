import { existsSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { BlobKeepers, Files } from '@huanbao/documents';
import { allJobs, Outbox, Storage } from '@huanbao/platform';
import { listening } from '../../harness/http';
import { anActor, World } from './world';
import * as sample from './samples';

const HOURS_2 = 2 * 3_600_000;

describe('what is taken away', () => {
  let world: World;
  const enterprise = anActor();
  const officer = anActor({ orgKind: 'bureau' });
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.stop());

  const sweepBlobs = allJobs().find(job => job.name === 'file.sweep') as ReturnType<typeof allJobs>[number];
  const sweepNow = async (): Promise<void> => {
    await world.db.transaction(() => world.app.get(Outbox).enqueue(sweepBlobs, {}));
    expect(await world.runJobs('file.sweep')).toBe(1);
  };
  const sweep = (): Promise<void> => {
    world.clock.advance(HOURS_2);
    return sweepNow();
  };
  const hashOf = async (id: string): Promise<string> => {
    const [row] = await world.db.query<{ hash: string }>('SELECT hash FROM stored_file WHERE id = $1', [id]);
    return row?.hash as string;
  };
  const has = (hash: string): Promise<boolean> => world.app.get(Storage).has(hash);

  it('is gone for everyone at once, its words too, and who did it is on record', async () => {
    const matter = world.matter(enterprise, officer);
    const { body } = await world.upload(enterprise, matter, '说明.docx', await sample.word('炉渣去向说明'));
    await world.runJobs('file.extract-text');
    expect(await world.app.get(Files).textOf(body.id)).toContain('炉渣');
    expect((await world.call(enterprise, 'DELETE', `/files/${body.id}`)).status).toBe(204);
    for (const path of [`/files/${body.id}`, `/files/${body.id}/content`]) expect((await world.call(enterprise, 'GET', path)).status).toBe(404);
    expect((await world.call(enterprise, 'GET', `/files?subjectType=matter&subjectId=${matter}`)).body).toEqual([]);
    expect(await world.app.get(Files).textOf(body.id)).toBeNull();
    expect(await world.db.query(`SELECT actor_user_id AS who FROM audit_entry WHERE action = 'file.remove' AND subject_id = $1`, [matter])).toEqual([{ who: enterprise.userId }]);
    expect((await world.call(enterprise, 'DELETE', `/files/${body.id}`)).status).toBe(404);
  });

  it('who only reads the record may not take it away, and is told so', async () => {
    const { body } = await world.upload(enterprise, world.matter(enterprise, officer), 'a.png', sample.png());
    expect((await world.call(officer, 'DELETE', `/files/${body.id}`)).status).toBe(403);
    expect((await world.call(enterprise, 'GET', `/files/${body.id}`)).status).toBe(200);
  });

  it('bytes that two files share stay until the last of them is gone', async () => {
    const bytes = await sample.pdf('两个事项用同一份材料');
    const [one, other] = [await world.upload(enterprise, world.matter(enterprise), '甲.pdf', bytes), await world.upload(enterprise, world.matter(enterprise), '乙.pdf', bytes)];
    const hash = await hashOf(one.body.id);
    expect(await hashOf(other.body.id)).toBe(hash);
    await world.call(enterprise, 'DELETE', `/files/${one.body.id}`);
    await sweep();
    const still = await world.call(enterprise, 'GET', `/files/${other.body.id}/content`);
    expect([still.status, still.bytes.equals(bytes)]).toEqual([200, true]);
    await world.call(enterprise, 'DELETE', `/files/${other.body.id}`);
    expect(await has(hash)).toBe(true);
    await sweep();
    expect(await has(hash)).toBe(false);
    expect(await world.db.query('SELECT 1 FROM blob_lease')).toEqual([]);
  });

  it('what came back in the meantime stays, and so does what another room keeps', async () => {
    const bytes = await sample.pdf('又来一次');
    const first = await world.upload(enterprise, world.matter(enterprise), 'a.pdf', bytes);
    const hash = await hashOf(first.body.id);
    await world.call(enterprise, 'DELETE', `/files/${first.body.id}`);
    const again = await world.upload(enterprise, world.matter(enterprise), 'a.pdf', bytes);
    await sweep();
    expect(await has(hash)).toBe(true);
    await world.call(enterprise, 'DELETE', `/files/${again.body.id}`);
    world.app.get(BlobKeepers).register('test', kept => Promise.resolve(kept === hash));
    await sweep();
    expect(await has(hash)).toBe(true);
    world.app.get(BlobKeepers).register('test', () => Promise.resolve(false));
  });

  it('bytes without a file (the process died before its row) are kept for an hour and then swept', async () => {
    const { hash } = await world.app.get(Storage).put(Readable.from([Buffer.from('half an upload')]), 100);
    await world.db.query('INSERT INTO blob_lease (hash, taken_at) VALUES ($1, $2)', [hash, world.clock.now()]);
    await sweepNow();
    expect(await has(hash)).toBe(true);
    await sweep();
    expect(await has(hash)).toBe(false);
  });

  it('what a killed process left aside is cleared away, what is being received is not', async () => {
    const [old, young] = ['old', 'young'].map(name => join(tmpdir(), `huanbao-upload-${process.pid}-${name}`)) as [string, string];
    for (const path of [old, young]) writeFileSync(path, 'half');
    const before = Date.now() / 1000 - 3 * 3600;
    utimesSync(old, before, before);
    await sweepNow();
    expect([existsSync(old), existsSync(young)]).toEqual([false, true]);
    rmSync(young);
  });

  it('an upload whose sender goes away in the middle leaves no file, no bytes, no lease', async () => {
    const { port } = new URL(await listening(world.app));
    const matter = world.matter(enterprise);
    await new Promise<void>(resolve => {
      const sending = request({ port, method: 'POST', path: `/api/v1/files?subjectType=matter&subjectId=${matter}`, headers: { ...world.headersOf(enterprise), 'content-type': 'multipart/form-data; boundary=x', 'content-length': '9000000' } });
      sending.on('error', () => resolve());
      sending.write('--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7\n' + ' '.repeat(400_000));
      setTimeout(() => sending.destroy(), 300);
    });
    await until(() => world.spooled() === 0);
    expect((await world.call(enterprise, 'GET', `/files?subjectType=matter&subjectId=${matter}`)).body).toEqual([]);
    await sweep();
    expect(await world.db.query('SELECT 1 FROM blob_lease')).toEqual([]);
  });

  it('two uploads of the same bytes side by side become two files of one blob', async () => {
    const bytes = await sample.pdf('并行');
    const answers = await Promise.all(['甲.pdf', '乙.pdf', '丙.pdf'].map(name => world.upload(enterprise, world.matter(enterprise), name, bytes)));
    expect(answers.map(answer => answer.status)).toEqual([201, 201, 201]);
    expect(new Set(await Promise.all(answers.map(answer => hashOf(answer.body.id)))).size).toBe(1);
    await sweep();
    for (const { body } of answers) expect((await world.call(enterprise, 'GET', `/files/${body.id}/content`)).bytes.equals(bytes)).toBe(true);
  });
});

async function until(isTrue: () => boolean): Promise<void> {
  for (let left = 600; !isTrue(); left -= 1) {
    if (left === 0) throw new Error('It did not come about in time');
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}
