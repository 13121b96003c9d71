import { createServer, Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { Files } from '@huanbao/documents';
import { startScanner, STREAM_LIMIT_BYTES, TestScanner } from '../../harness/clamd';
import { anActor, World } from './world';
import * as sample from './samples';

/** The words come from pieces, so that no scanner takes these tests for a virus. */
const VIRUS = { name: 'Huanbao.Test.Eicar', text: sample.eicar() };
const enterprise = anActor();
const officer = anActor({ orgKind: 'bureau' });

/** A picture in the eyes of the upload, with the test string behind its comment. */
const carrier = (): Buffer => {
  const body = Buffer.from(VIRUS.text, 'latin1');
  const length = Buffer.alloc(2);
  length.writeUInt16BE(body.length + 2);
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xfe]), length, body, Buffer.from([0xff, 0xd9])]);
};

describe('with a scanner', () => {
  let scanner: TestScanner;
  let world: World;
  beforeAll(async () => {
    scanner = await startScanner(VIRUS);
    world = await World.start({ CLAMAV_URL: scanner.url });
  });
  afterAll(async () => {
    await world?.stop();
    await scanner?.stop();
  });

  it('a clean file waits, is scanned, and opens for everyone', async () => {
    const { body } = await world.upload(enterprise, world.matter(enterprise, officer), '报告.pdf', await sample.pdf('监测报告'));
    expect(body.scanState).toBe('pending');
    expect((await world.call(officer, 'GET', `/files/${body.id}/content`)).status).toBe(409);
    await world.runJobs('file.scan');
    expect((await world.file(body.id, officer)).scanState).toBe('clean');
    expect((await world.call(officer, 'GET', `/files/${body.id}/content`)).status).toBe(200);
  });

  it('a virus is blocked for everyone, the finding is kept and on record, and who sent it is told once', async () => {
    const { body } = await world.upload(enterprise, world.matter(enterprise, officer), '照片.jpg', carrier());
    await world.runJobs('file.scan');
    const [row] = await world.db.query<{ state: string; finding: string }>('SELECT scan_state AS state, scan_finding AS finding FROM stored_file WHERE id = $1', [body.id]);
    expect(row?.state).toBe('infected');
    expect(row?.finding).toContain(VIRUS.name);
    for (const actor of [enterprise, officer]) expect((await world.call(actor, 'GET', `/files/${body.id}/content`)).body['code']).toBe('file.infected');
    expect(await world.db.query(`SELECT details->>'finding' AS finding FROM audit_entry WHERE action = 'file.infected' AND subject_id = $1`, [body.id])).toEqual([{ finding: row?.finding }]);
    expect(await world.runJobs('file.tell-infected')).toBe(1);
    await world.db.query(`INSERT INTO outbox (job, queue, payload) VALUES ('file.tell-infected', 'quick', $1)`, [JSON.stringify({ fileId: body.id })]);
    await world.runJobs('file.tell-infected');
    const told = await world.db.query<{ userId: string; title: string }>(`SELECT user_id AS "userId", title_zh AS title FROM notification WHERE subject_id = $1`, [body.id]);
    expect(told).toEqual([{ userId: enterprise.userId, title: '上传的文件带有病毒：照片.jpg' }]);
  });

  it('a file larger than the scanner takes says that it was not scanned, and is never called clean', async () => {
    const large = Buffer.concat([sample.jpg().subarray(0, 4), Buffer.from([0x00, 0x62]), Buffer.alloc(96, 0x20), Buffer.from([0xff, 0xda]), Buffer.alloc(3 * STREAM_LIMIT_BYTES, 0x20), Buffer.from([0xff, 0xd9])]);
    const { status, body } = await world.upload(enterprise, world.matter(enterprise, officer), '大.jpg', large);
    expect(status).toBe(201);
    await world.runJobs('file.scan');
    expect(await world.db.query('SELECT scan_state AS state, scan_finding AS finding FROM stored_file WHERE id = $1', [body.id])).toEqual([{ state: 'unscanned', finding: 'too large for the scanner' }]);
  });

  it('what the platform makes itself needs no scan, what people hid in a sealed bid does', async () => {
    const made = { subjectType: 'matter', subjectId: world.matter(enterprise), purpose: 'x', ownerOrgId: enterprise.orgId };
    expect((await world.app.get(Files).store(Buffer.from('%PDF'), { ...made, name: 'a.pdf', mediaType: 'application/pdf' })).scanState).toBe('clean');
    const bid = await world.app.get(Files).storeFromPeople(carrier(), { ...made, name: '照片.jpg' });
    expect(bid.scanState).toBe('pending');
    await world.runJobs('file.scan');
    expect((await world.file(bid.id, enterprise)).scanState).toBe('infected');
  });
});

describe('with a scanner that does not do its work', () => {
  it.each<[string, (socket: Socket) => void]>([
    ['hangs up at once', socket => socket.destroy()],
    ['answers with an error', socket => void socket.once('data', () => socket.end('Not enough memory ERROR\0'))],
    ['answers half a line', socket => void socket.once('data', () => socket.end('stream: O'))],
    ['says OK about something else', socket => void socket.once('data', () => socket.end('PONG\0'))],
  ])('one that %s: the file stays blocked, the job is tried again and the next answer counts', async (_what, behave) => {
    let isWell = false;
    const server = createServer(socket => {
      socket.on('error', () => undefined);
      if (!isWell) return behave(socket);
      socket.on('data', piece => piece.subarray(-4).equals(Buffer.alloc(4)) && socket.end('stream: OK\0'));
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const world = await World.start({ CLAMAV_URL: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}` });
    try {
      const { body } = await world.upload(enterprise, world.matter(enterprise, officer), 'a.png', sample.png());
      await expect(world.runJobs('file.scan')).rejects.toThrow('ended as failed');
      expect((await world.file(body.id, enterprise)).scanState).toBe('pending');
      expect((await world.call(officer, 'GET', `/files/${body.id}/content`)).status).toBe(409);
      const [job] = await world.db.query<{ attempts: number; later: boolean }>(`SELECT attempts, not_before > now() AS later FROM outbox WHERE job = 'file.scan'`);
      expect(job).toEqual({ attempts: 1, later: true });
      isWell = true;
      expect(await world.runJobs('file.scan')).toBe(1);
      expect((await world.file(body.id, enterprise)).scanState).toBe('clean');
    } finally {
      await world.stop();
      server.close();
    }
  });

  it('one that breaks off before its answer can be read is asked again, slower, within the same job', async () => {
    let calls = 0;
    const server = createServer(socket => {
      calls += 1;
      let bytes = 0;
      socket.on('error', () => undefined);
      socket.on('data', piece => {
        bytes += piece.length;
        if (bytes < 300_000) return;
        if (calls < 3) socket.resetAndDestroy();
        else socket.end('INSTREAM size limit exceeded. ERROR\0');
      });
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const world = await World.start({ CLAMAV_URL: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}` });
    try {
      const large = Buffer.concat([sample.jpg().subarray(0, 4), Buffer.from([0x00, 0x62]), Buffer.alloc(96, 0x20), Buffer.from([0xff, 0xda]), Buffer.alloc(4_000_000, 0x20), Buffer.from([0xff, 0xd9])]);
      const { body } = await world.upload(enterprise, world.matter(enterprise), '大.jpg', large);
      expect(await world.runJobs('file.scan')).toBe(1);
      expect([calls, (await world.file(body.id, enterprise)).scanState]).toEqual([3, 'unscanned']);
    } finally {
      await world.stop();
      server.close();
    }
  });

  it('nobody listens there: pending, and the reason is in the job', async () => {
    const world = await World.start({ CLAMAV_URL: 'tcp://127.0.0.1:1' });
    try {
      const { body } = await world.upload(enterprise, world.matter(enterprise), 'a.png', sample.png());
      await expect(world.runJobs('file.scan')).rejects.toThrow('ended as failed');
      expect((await world.file(body.id, enterprise)).scanState).toBe('pending');
      const [job] = await world.db.query<{ error: string }>(`SELECT error FROM outbox WHERE job = 'file.scan'`);
      expect(job?.error).toContain('ECONNREFUSED');
    } finally {
      await world.stop();
    }
  });
});
