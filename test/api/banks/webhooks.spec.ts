import { execFileSync } from 'node:child_process';
import { createHmac, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HostNames } from '@huanbao/banks';
import { Outbox } from '@huanbao/platform';
import { subjectListed, subjectUnlisted } from '@huanbao/watch-list';
import { Any, Person } from '../permits/world';
import { BankWorld, faults, ok } from './world';

/** A bank's own server, which the operator lets alerts go to; the same machine under any other address is refused. */
const ALLOWED = '127.0.0.2';

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly raw: string;
  readonly body: Any;
}

class Receiver {
  readonly received: Received[] = [];
  answer: (response: ServerResponse) => void = response => response.writeHead(200).end();
  private server!: Server;

  async open(folder: string): Promise<number> {
    this.server = createServer({ key: readFileSync(join(folder, 'key.pem')), cert: readFileSync(join(folder, 'cert.pem')) }, (request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const raw = Buffer.concat(parts).toString('utf8');
        this.received.push({ headers: request.headers, raw, body: JSON.parse(raw) });
        this.answer(response);
      });
    });
    await new Promise<void>(done => this.server.listen(0, '0.0.0.0', done));
    return (this.server.address() as AddressInfo).port;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

describe('alerts to banks', () => {
  const receiver = new Receiver();
  let banks: BankWorld;
  let lime: Person;
  let bank: Person;
  let port: number;
  let client: { id: string };
  let hook: Any;
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'huanbao-hook-'));
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '7', '-subj', '/CN=hook', '-addext', `subjectAltName=IP:${ALLOWED},DNS:hooks.bank.test`, '-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')], { stdio: 'ignore' });
    port = await receiver.open(folder);
    banks = await BankWorld.begin({ HB_WEBHOOK_PRIVATE_NETWORKS: `${ALLOWED}/32`, HB_WEBHOOK_CA_FILE: join(folder, 'cert.pem') });
    ({ lime, bank } = banks);
    // ahead of the database's clock, so that what waits for its next attempt waits
    banks.world.clock.set('2090-01-04T02:00:00Z');
    client = await banks.client();
    await banks.offered(lime, { scopes: ['credit', 'blacklist'], fromOn: '2090-01-04', toOn: '2090-06-30' });
    hook = ok(await create(), 201);
    await banks.world.runJobs();
  });
  afterAll(async () => {
    receiver.close();
    await banks.end();
  });
  beforeEach(() => {
    receiver.received.length = 0;
    receiver.answer = response => void response.writeHead(200).end();
  });

  const create = (over: Any = {}): Promise<Any> => bank.post('/bank-webhooks', { name: '等级变化', url: `https://${ALLOWED}:${port}/hooks`, clientId: client.id, ...over });
  const rows = <T = Any>(sql: string, values: unknown[] = []): Promise<T[]> => banks.world.db.query<T & object>(sql, values);
  const deliveries = (): Promise<Any[]> => rows(`SELECT id, sequence, state, attempts, status, problem, source_key FROM bank_delivery WHERE event = 'credit.grade-changed' ORDER BY sequence`);
  const ping = async (id = hook.id as string): Promise<Any> => {
    ok(await bank.post(`/bank-webhooks/${id}/ping`), 204);
    const [sent] = await rows<{ id: string }>(`SELECT id FROM bank_delivery WHERE webhook_id = $1 AND event = 'ping' ORDER BY created_at DESC, id DESC LIMIT 1`, [id]);
    await banks.runOne('bank.send-alert', sent?.id);
    return (await rows('SELECT * FROM bank_delivery WHERE id = $1', [sent?.id]))[0];
  };
  /** The grade falls, and comes back: two changes. */
  const fall = async (key: string): Promise<void> => banks.fact(lime, key, { type: 'crime', severity: 'serious', occurredOn: '2090-01-02' });
  const version = async (): Promise<number> => ok(await bank.get(`/bank-webhooks/${hook.id as string}`), 200).version as number;

  it.each([
    ['http://hooks.bank.example/', 'https'], ['https://user:pw@hooks.bank.example/', 'credentials'], ['https://localhost/hooks', 'host'], ['https://127.0.0.1/hooks', 'address'], ['https://0x7f000001/hooks', 'address'], ['https://169.254.169.254/latest/meta-data', 'address'],
    ['https://10.0.0.8/hooks', 'address'], ['https://[fd00::1]/hooks', 'address'], ['https://[::1]/hooks', 'address'], ['https://[::ffff:127.0.0.1]/hooks', 'address'], ['https://no-such-host.invalid/hooks', 'unresolved'],
  ])('do not go to %s', async (url, code) => {
    expect(faults(await create({ url }))).toEqual([`/url ${code}`]);
  });

  it('belong to an approved client of the bank', async () => {
    expect(faults(await create({ clientId: lime.orgId }))).toEqual(['/clientId client']);
    expect((await lime.post('/bank-webhooks', {})).status).toBe(403);
    expect((await lime.get(`/bank-webhooks/${hook.id as string}`)).status).toBe(403);
    const [kept] = await rows<{ all: string }>('SELECT string_agg(w::text, \' \') AS all FROM bank_webhook w');
    expect(kept?.all).not.toContain(hook.secret);
    expect(JSON.stringify(ok(await bank.get(`/bank-webhooks/${hook.id as string}`), 200))).not.toContain(hook.secret);
  });

  it('are signed over time, id and body; a new secret signs beside the old one for the overlap', async () => {
    expect((await ping()).state).toBe('delivered');
    const mac = (secret: string, { headers, raw }: Received, digest = 'sha256'): string => createHmac(digest, secret).update(`${headers['hb-timestamp'] as string}.${headers['hb-event-id'] as string}.${raw}`).digest('hex');
    const [first] = receiver.received as [Received];
    expect(first.headers['hb-signature']).toBe(`v1=${mac(hook.secret as string, first)}`);
    expect(first.body).toMatchObject({ event: 'ping', id: first.headers['hb-event-id'] });
    const { secret: next } = ok(await bank.post(`/bank-webhooks/${hook.id as string}/secrets`, { overlapHours: 1 }, { ifMatch: await version() }), 201) as { secret: string };
    await ping();
    const both = receiver.received[1] as Received;
    expect(both.headers['hb-signature']).toBe(`v1=${mac(next, both)},v1=${mac(hook.secret as string, both)}`);
    banks.world.clock.advance(3_601_000);
    await ping();
    const alone = receiver.received[2] as Received;
    expect(alone.headers['hb-signature']).toBe(`v1=${mac(next, alone)}`);
    const sm = ok(await create({ name: '国密', algorithm: 'hmac-sm3' }), 201);
    await ping(sm.id as string);
    const signed = receiver.received[3] as Received;
    expect([signed.headers['hb-signature-algorithm'], signed.headers['hb-signature']]).toEqual(['hmac-sm3', `v1=${mac(sm.secret as string, signed, 'sm3')}`]);
    ok(await bank.put(`/bank-webhooks/${sm.id as string}/state`, { state: 'removed' }, { ifMatch: 1 }), 200);
  });

  it('follow no redirect, wait for no slow server for ever, and trust no other certificate', async () => {
    receiver.answer = response => void response.writeHead(302, { location: 'https://169.254.169.254/' }).end();
    expect(await ping()).toMatchObject({ state: 'waiting', problem: 'redirect', status: 302, attempts: 1 });
    receiver.answer = response => void response.writeHead(500).end('x'.repeat(100_000));
    expect(await ping()).toMatchObject({ problem: 'status', status: 500 });
    receiver.answer = () => undefined;
    expect(await ping()).toMatchObject({ problem: 'timeout', status: null });
    await rows(`UPDATE bank_webhook SET url = 'https://hooks.other.test:${port}/' WHERE id = $1`, [hook.id]);
    const names = jest.spyOn(banks.world.worker.get(HostNames, { strict: false }), 'addressesOf').mockResolvedValue([ALLOWED]);
    expect(await ping()).toMatchObject({ problem: 'tls', status: null });
    names.mockRestore();
    await rows(`UPDATE bank_webhook SET url = $2 WHERE id = $1`, [hook.id, hook.url]);
    await rows(`DELETE FROM bank_delivery WHERE event = 'ping'`);
  }, 40_000);

  it('look at the address again when they go out, and connect to the one they looked at', async () => {
    const names = jest.spyOn(banks.world.worker.get(HostNames, { strict: false }), 'addressesOf');
    await rows(`UPDATE bank_webhook SET url = 'https://hooks.bank.test:${port}/' WHERE id = $1`, [hook.id]);
    // what was public when it was entered answers otherwise now: the machine itself, the metadata service, one of several
    for (const addresses of [['127.0.0.1'], ['169.254.169.254'], ['fd00::1'], ['::ffff:127.0.0.1'], [ALLOWED, '10.0.0.1']]) {
      names.mockResolvedValueOnce(addresses);
      expect(await ping()).toMatchObject({ problem: 'address', status: null });
    }
    expect(receiver.received).toHaveLength(0);
    // the name is asked once: a second answer, were there one, is not used
    names.mockReset();
    names.mockResolvedValueOnce([ALLOWED]).mockResolvedValue(['127.0.0.1']);
    expect(await ping()).toMatchObject({ state: 'delivered', problem: null });
    expect(names).toHaveBeenCalledTimes(1);
    names.mockRestore();
    await rows(`DELETE FROM bank_delivery WHERE event = 'ping'`);
    await rows(`UPDATE bank_webhook SET url = $2 WHERE id = $1`, [hook.id, hook.url]);
  });

  it('tell of a grade in the order of the changes: a later one waits for the earlier', async () => {
    receiver.answer = response => void response.writeHead(503).end();
    await fall('order-1');
    await banks.world.runJobs();
    expect((await deliveries()).map(one => [one.sequence, one.state, one.attempts])).toEqual([[1, 'waiting', 1]]);
    await banks.revokeFact(lime, 'order-1', '2090-01-02');
    await banks.world.runJobs();
    // the second is not tried while the first is open
    expect((await deliveries()).map(one => [one.sequence, one.state, one.attempts])).toEqual([[1, 'waiting', 1], [2, 'waiting', 0]]);
    receiver.received.length = 0;
    receiver.answer = response => void response.writeHead(204).end();
    await banks.runOne('bank.send-alert', (await deliveries())[0]?.id as string);
    await banks.world.runJobs();
    expect((await deliveries()).map(one => one.state)).toEqual(['delivered', 'delivered']);
    expect(receiver.received.map(one => [one.body.sequence, one.body.creditGrade, one.body.beforeGrade])).toEqual([[1, 'D', 'A'], [2, 'A', 'D']]);
    expect(receiver.received[0]?.body).toMatchObject({ event: 'credit.grade-changed', uscc: await banks.uscc(lime), authorizationNumber: expect.stringMatching(/^SQ-2090-/) as string });
  });

  it('come once a change, however often it is told, and never an older one after a later', async () => {
    const before = await deliveries();
    for (const { source_key: snapshotId } of before) await rows(`INSERT INTO outbox (job, queue, payload) VALUES ('bank.alert', 'quick', $1)`, [JSON.stringify({ subjectId: lime.orgId, snapshotId })]);
    await banks.world.runJobs();
    expect(await deliveries()).toEqual(before);
    banks.world.leaves = ['bank.alert'];
    await fall('late-1');
    await banks.world.runJobs();
    await banks.revokeFact(lime, 'late-1', '2090-01-02');
    await banks.world.runJobs();
    banks.world.leaves = [];
    // the second event arrives first
    const open = await rows<{ id: string }>(`SELECT id FROM outbox WHERE job = 'bank.alert' AND done_at IS NULL ORDER BY id`);
    await rows(`UPDATE outbox SET locked_until = '2200-01-01' WHERE id = $1`, [open[0]?.id]);
    await expect(banks.world.runJobs()).rejects.toThrow('does not come to rest'); // the first is held back, the second is done
    await rows(`UPDATE outbox SET locked_until = NULL WHERE id = $1`, [open[0]?.id]);
    await banks.world.runJobs();
    const after = await deliveries();
    expect(after.map(one => [one.sequence, one.state])).toEqual([[1, 'delivered'], [2, 'delivered'], [3, 'delivered']]);
    expect(receiver.received.at(-1)?.body).toMatchObject({ sequence: 3, creditGrade: 'A' });
  });

  it('go out again under the same id when the worker is killed between sending and noting it', async () => {
    await fall('kill-1');
    banks.world.leaves = ['bank.send-alert'];
    await banks.world.runJobs();
    // sent, and then nothing more was heard of the worker: the row of the outbox is open, the delivery is being sent
    const [job] = await rows<{ id: string; payload: { deliveryId: string } }>(`SELECT id, payload FROM outbox WHERE job = 'bank.send-alert' AND done_at IS NULL ORDER BY id DESC LIMIT 1`);
    await rows(`UPDATE bank_delivery SET state = 'sending', claimed_by = $2, attempts = 1 WHERE id = $1`, [job?.payload.deliveryId, job?.id]);
    banks.world.leaves = [];
    await banks.world.runJobs();
    expect(receiver.received.map(one => one.headers['hb-event-id'])).toEqual([job?.payload.deliveryId]);
    expect((await deliveries()).at(-1)).toMatchObject({ state: 'delivered', attempts: 2 });
    await banks.revokeFact(lime, 'kill-1', '2090-01-02');
    await banks.world.runJobs();
  });

  it('are given up after eight attempts, shown, and sent again by a person unless a later one arrived', async () => {
    receiver.answer = response => void response.writeHead(503).end();
    await fall('dead-1');
    await banks.world.runJobs();
    const failing = (await deliveries()).at(-1)?.id as string;
    for (let nth = 1; nth < 8; nth++) await banks.runOne('bank.send-alert', failing);
    const { items } = ok(await bank.get('/bank-deliveries?state=dead'), 200);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ attempts: 8, status: 503, problem: 'status' });
    expect(await rows(`SELECT 1 FROM notification WHERE key LIKE 'bank-delivery:%:dead:%'`)).toHaveLength(1);
    receiver.answer = response => void response.writeHead(200).end();
    ok(await bank.post(`/bank-deliveries/${items[0].id as string}/resend`), 200);
    await banks.world.runJobs();
    expect(ok(await bank.get(`/bank-deliveries/${items[0].id as string}`), 200)).toMatchObject({ state: 'delivered', attempts: 1 });
    expect((await bank.post(`/bank-deliveries/${items[0].id as string}/resend`)).body.code).toBe('bank.delivery-state');
    await banks.revokeFact(lime, 'dead-1', '2090-01-02');
    await banks.world.runJobs();
    await rows(`UPDATE bank_delivery SET state = 'dead' WHERE id = $1`, [items[0].id]);
    expect((await bank.post(`/bank-deliveries/${items[0].id as string}/resend`)).body.code).toBe('bank.delivery-superseded');
    expect((await bank.get('/bank-deliveries/export')).raw.subarray(0, 2).toString()).toBe('PK');
  });

  it('tell of the list, where the authorisation has it, in the lane of the enterprise and as it stands at that moment', async () => {
    const entryId = randomUUID();
    await rows('ALTER TABLE watch_list_entry DROP CONSTRAINT watch_list_entry_case');
    await rows(
      `INSERT INTO watch_list_entry (id, region_code, subject_kind, subject_org_id, subject_name, subject_key, trigger, facts, occurred_on, public_reason, open, opened_by, opened_by_name, opened_at, search) VALUES ($1, '141181', 'enterprise', $2, '示例', 'k', 'hidden-pipe', '事实', '2090-01-02', '暗管排放', false, $1, '经办', now(), '')`, [entryId, lime.orgId]);
    await rows(
      `INSERT INTO watch_list_decision (entry_id, number, paper, months, reasons, exit_conditions, remedies, decided_by, decided_by_name, decided_on, served_on, removal_from, listed_until) VALUES ($1, '晋孝环名〔2090〕1号', '{"title":"决定","paragraphs":[]}', 12, '理由', '条件', '[]', $1, '负责人', '2090-01-02', '2090-01-02', '2091-01-02', '2091-01-01')`, [entryId]);
    const publish = (event: typeof subjectListed): Promise<void> => banks.world.db.transaction(() => banks.world.api.get(Outbox, { strict: false }).publish(event, { entryId, subjectId: lime.orgId as string }));
    const before = (await deliveries()).at(-1)?.sequence as number;
    await publish(subjectListed);
    await publish(subjectListed);
    await banks.world.runJobs();
    expect(receiver.received.map(one => one.body as Any)).toEqual([expect.objectContaining({ event: 'blacklist.changed', sequence: before + 1, uscc: await banks.uscc(lime), blacklist: true, documentNo: '晋孝环名〔2090〕1号', listedUntil: '2091-01-01' })]);
    await rows(`UPDATE watch_list_decision SET ended_on = '2090-01-03', ended_how = 'removed' WHERE entry_id = $1`, [entryId]);
    await publish(subjectUnlisted);
    await banks.world.runJobs();
    expect(receiver.received.at(-1)?.body).toMatchObject({ event: 'blacklist.changed', sequence: before + 2, blacklist: false, documentNo: null });
    // who may know the grade only is told nothing of the list
    await rows(`UPDATE bank_authorization SET scopes = '{credit}' WHERE enterprise_id = $1`, [lime.orgId]);
    await rows(`DELETE FROM bank_delivery WHERE event = 'blacklist.changed'`);
    await publish(subjectListed);
    await banks.world.runJobs();
    expect(await rows(`SELECT id FROM bank_delivery WHERE event = 'blacklist.changed'`)).toEqual([]);
    expect((ok(await bank.get('/bank-deliveries?event=blacklist.changed'), 200).items as Any[])).toEqual([]);
  });

  it('wait while paused, and stop with the authorisation, also those that wait', async () => {
    ok(await bank.put(`/bank-webhooks/${hook.id as string}/state`, { state: 'paused' }, { ifMatch: await version() }), 200);
    expect((await bank.post(`/bank-webhooks/${hook.id as string}/ping`)).body.code).toBe('bank.webhook-stopped');
    await fall('stop-1');
    await banks.world.runJobs();
    expect(receiver.received).toHaveLength(0);
    ok(await bank.put(`/bank-webhooks/${hook.id as string}/state`, { state: 'active' }, { ifMatch: await version() }), 200);
    await banks.world.runJobs();
    expect(receiver.received).toHaveLength(1);
    receiver.answer = response => void response.writeHead(503).end();
    await banks.revokeFact(lime, 'stop-1', '2090-01-02');
    await banks.world.runJobs();
    const [waiting] = (await deliveries()).slice(-1);
    expect(waiting).toMatchObject({ state: 'waiting', attempts: 1 });
    const [held] = ok(await lime.get('/bank-authorizations?status=active'), 200).items as Any[];
    ok(await lime.post(`/bank-authorizations/${held.id as string}/revoke`, {}, { ifMatch: held.version as number }), 200);
    receiver.received.length = 0;
    await banks.runOne('bank.send-alert', waiting?.id as string);
    await fall('stop-2');
    await banks.world.runJobs();
    expect(receiver.received).toHaveLength(0);
    expect((await deliveries()).at(-1)).toMatchObject({ id: waiting?.id, state: 'cancelled', problem: 'unauthorized' });
  });
});
