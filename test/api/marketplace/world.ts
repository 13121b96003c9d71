import { createHash } from 'node:crypto';
import { generateOpeningKey, openingShare, OpeningKey, PublicJwk, sealBid, SealedEnvelope, toBase64 } from '@huanbao/sealing';
import { Delivery, JobRunner, newId, Storage } from '@huanbao/platform';
import { seedProvidersDemo } from '@huanbao/providers';
import { exchange } from '../../harness/http';
import { Any, Answer, Person, PermitWorld } from '../permits/world';

export type { Any, Answer, Person };

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
const VOUCHER = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

export interface Published {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly deadline: Date;
  readonly key: OpeningKey;
  readonly path: string;
}

export interface Offer {
  readonly priceYuan: string;
  readonly durationDays?: number;
  readonly proposal?: string;
  readonly attachments?: { name: string; mediaType: string; base64: string }[];
}

/** The market on the whole house: firms with verified qualifications, one enterprise, a clock that stands still. */
export class MarketWorld {
  enterprise!: Person;
  otherEnterprise!: Person;
  /** The first two hold CMA, the third does not. */
  firms!: Person[];
  supervisor!: Person;
  private witnessKey!: OpeningKey;

  private constructor(readonly house: PermitWorld) {}

  static async begin(): Promise<MarketWorld> {
    return MarketWorld.on(await PermitWorld.begin());
  }

  /** The market on a house in which something else has begun already. */
  static async on(house: PermitWorld): Promise<MarketWorld> {
    const world = new MarketWorld(house);
    await seedProvidersDemo(world.house.api, world.house.demo);
    world.enterprise = await world.house.as('enterprise.admin');
    world.otherEnterprise = await world.house.as('enterprise.admin', 1);
    world.firms = [await world.house.as('firm.manager', 0), await world.house.as('firm.manager', 1), await world.house.as('firm.manager', 2)];
    world.supervisor = await world.house.as('bureau.supervisor');
    await world.keepSignedIn();
    return world;
  }

  /** These tests jump over days; how long a session rests is tested elsewhere. To be called again for who signs in later. */
  async keepSignedIn(): Promise<void> {
    await this.query(`UPDATE user_session SET expires_at = '2100-01-01', idle_minutes = 100000000`);
    await this.query(`UPDATE app_user SET password_changed_at = '2100-01-01'`);
  }

  end = (): Promise<void> => this.house.end();
  query = <T = Any>(sql: string, params: unknown[] = []): Promise<T[]> => this.house.db.query<T & object>(sql, params);
  firm = (nth: number): Person => this.firms[nth] as Person;

  get now(): number {
    return this.house.clock.now().getTime();
  }

  at(instant: Date | number): void {
    this.house.clock.set(new Date(instant));
  }

  content(over: Any = {}): Any {
    return {
      title: '石灰窑自行监测服务', kind: 'testing', stage: 'operation', description: '按排污许可证要求开展 2027 年度自行监测。', requirements: '具备 CMA 资质',
      deliverables: ['监测报告（盖章）', '原始记录'], requiredQualifications: ['CMA'], budgetYuan: '100000.00', durationDays: 30,
      bidDeadline: new Date(this.now + 2 * DAY).toISOString(), priceWeight: 40, ...over,
    };
  }

  async draft(over: Any = {}): Promise<Any> {
    return ok(await this.enterprise.post('/service-tasks', this.content(over)), 201).body;
  }

  async published(over: Any = {}): Promise<Published> {
    const draft = await this.draft(over);
    const key = await generateOpeningKey();
    const { body } = ok(await this.enterprise.post(`/service-tasks/${draft.id as string}/publish`, { openingPublicKey: key.publicKey }, { ifMatch: draft.version as number }), 200);
    return { id: body.id, number: body.number, version: body.version, deadline: new Date(body.bidDeadline as string), key, path: `/service-tasks/${body.id as string}` };
  }

  /** Seals as the browser does. */
  async seal(task: { id: string; path: string }, firm: Person, offer: Offer | Uint8Array, firmId = firm.orgId): Promise<SealedEnvelope> {
    const sealing = ok(await this.firm(0).get(`${task.path}/sealing`), 200).body as { keys: { owner: PublicJwk; witness: PublicJwk | null; platform: PublicJwk } };
    const plain = offer instanceof Uint8Array ? offer : Buffer.from(JSON.stringify({ durationDays: 30, proposal: '按规范完成', attachments: [], ...offer }));
    return sealBid(Uint8Array.from(plain), sealing.keys, { taskId: task.id, firmId });
  }

  /** Sends an envelope as multipart; `orgId` acts for another organisation of the same person. */
  async send(task: { path: string }, person: Person, envelope: SealedEnvelope, orgId = person.orgId): Promise<Answer<Any>> {
    const { ciphertext, ...rest } = envelope;
    return this.multipart(`${task.path}/bids`, person, [field('envelope', JSON.stringify(rest)), file('ciphertext', 'bid.bin', Buffer.from(ciphertext, 'base64'))], orgId);
  }

  async multipart(path: string, person: Person, parts: readonly Buffer[], orgId = person.orgId): Promise<Answer<Any>> {
    const reply = await exchange(this.house.api, {
      method: 'POST', url: `/api/v1${path}`, payload: Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)]),
      headers: { 'x-client': 'api', authorization: `Bearer ${(person as unknown as { token: string }).token}`, 'x-organisation': orgId, 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
    });
    return { status: reply.status, body: reply.json, headers: reply.headers, raw: reply.bytes };
  }

  async bid(task: { id: string; path: string }, person: Person, offer: Offer): Promise<Any> {
    return ok(await this.send(task, person, await this.seal(task, person, offer)), 201).body;
  }

  /** The bureau registers both its keys, by two people, for tasks published from now on. Returns how to retire them again. */
  async bureauKeys(): Promise<() => Promise<unknown>> {
    const approver = await this.house.as('bureau.approver');
    await this.keepSignedIn();
    for (const [role, person] of [['witness', this.supervisor], ['recovery', approver]] as const) {
      const key = await generateOpeningKey();
      if (role === 'witness') this.witnessKey = key;
      ok(await person.post('/witness-keys', { role, holderName: '赵丽', publicKey: key.publicKey }), 201);
    }
    return () => this.query('UPDATE witness_key SET active = false');
  }

  /** The enterprise gives its key; where the opening is shared the witness gives its share after it. */
  async open(task: Pick<Published, 'id' | 'path' | 'key'>, person = this.enterprise, key = task.key): Promise<Answer<Any>> {
    const own = await person.post(`${task.path}/open`, { holder: 'owner', privateKey: key.privateKey });
    if (own.status !== 200 || own.body.state !== 'closed' || own.body.openingNeeded === null) return own;
    const { bids } = ok(await this.supervisor.get(`${task.path}/opening/shares?holder=witness`), 200).body as { bids: { bidId: string; firmId: string; envelope: Any }[] };
    const shares = [];
    for (const { bidId, firmId, envelope } of bids) shares.push({ bidId, share: toBase64(await openingShare(envelope, 'witness', this.witnessKey.privateKey, { taskId: task.id, firmId })) });
    return this.supervisor.post(`${task.path}/open`, { holder: 'witness', shares });
  }

  /** Published, two bids, closed, opened. */
  async opened(prices: readonly string[] = ['98000.00', '86500.50'], over: Any = {}): Promise<Published & { bids: Any[] }> {
    const task = await this.published(over);
    for (const [nth, priceYuan] of prices.entries()) await this.bid(task, this.firm(nth), { priceYuan });
    this.at(task.deadline);
    ok(await this.open(task), 200);
    return { ...task, bids: (await this.enterprise.get(`${task.path}/bids`)).body.items };
  }

  async awarded(): Promise<Published & { bids: Any[] }> {
    const task = await this.opened();
    ok(await this.enterprise.post(`${task.path}/award`, { bidId: task.bids[0].id, reason: '' }), 200);
    return task;
  }

  async accepted(): Promise<Published> {
    const task = await this.awarded();
    const delivery = ok(await this.firm(1).post(`${task.path}/deliveries`, { summary: '全部监测报告', fileIds: [] }), 201).body;
    ok(await this.enterprise.post(`${task.path}/deliveries/${delivery.id as string}/accept`, { comment: '符合要求' }), 200);
    return task;
  }

  /** What is owed under the contract of a task is paid, confirmed and settled by both. */
  async settled(task: { id: string }, firm = this.firm(1)): Promise<void> {
    const { items: [{ id }] } = ok(await this.enterprise.get(`/contracts?taskId=${task.id}`), 200).body;
    const path = `/contracts/${id as string}`;
    const { milestones, priceYuan } = ok(await this.enterprise.get(path), 200).body;
    const voucher = ok(await this.multipart(`/files?subjectType=contract&subjectId=${id as string}&purpose=voucher`, this.enterprise, [file('file', '凭证.pdf', VOUCHER)]), 201).body;
    const paidOn = new Date(this.now + 8 * HOUR).toISOString().slice(0, 10);
    const { payments } = ok(await this.enterprise.post(`${path}/payments`, { milestoneId: milestones[0].id, amountYuan: priceYuan, paidOn, fileId: voucher.id }), 201).body;
    ok(await firm.post(`${path}/payments/${payments[0].id as string}/confirm`), 200);
    const { proposals } = ok(await this.enterprise.post(`${path}/settlement`, { dueYuan: priceYuan, reason: '全部验收，款项付清' }), 201).body;
    ok(await firm.post(`${path}/proposals/${proposals[0].id as string}/agree`), 200);
  }

  /** Accepted without a written contract, and settled: what may be rated. */
  async closed(): Promise<Published> {
    const task = await this.accepted();
    await this.settled(task);
    return task;
  }

  row = async (id: string): Promise<Any> => (await this.query('SELECT * FROM service_task WHERE id = $1', [id]))[0];
  bidRows = (id: string): Promise<Any[]> => this.query('SELECT * FROM bid WHERE task_id = $1 ORDER BY received_at, id', [id]);
  audited = async (taskId: string): Promise<string[]> => (await this.query(`SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY seq`, [taskId])).map((row: Any) => row.action as string);

  /** Runs what is due by the standing clock, and what that brings, until nothing is left. */
  async runJobs(): Promise<void> {
    const runner = this.house.worker.get(JobRunner);
    for (let round = 0; round < 20; round++) {
      const rows = await this.query<{ id: string }>('SELECT id FROM outbox WHERE done_at IS NULL AND dead_at IS NULL AND attempts = 0 AND (not_before IS NULL OR not_before <= $1) ORDER BY id', [new Date(this.now)]);
      if (rows.length === 0) return;
      for (const { id } of rows) await runner.run(id);
    }
    throw new Error('the outbox does not come to rest');
  }

  /** Who was told what of a task: organisation and title, in order. */
  async told(taskId: string): Promise<string[]> {
    const rows = await this.query<{ name: string; title: string }>(
      `SELECT o.name, n.title_zh AS title FROM notification n JOIN organisation o ON o.id = n.org_id WHERE n.subject_id = $1 ORDER BY n.id`, [taskId]);
    return rows.map(row => `${row.name.slice(0, 2)} ${row.title.split('：')[0] as string}`);
  }

  /** Further active firms with CMA that one person acts for: many competitors without many sign-ins. */
  async moreFirms(count: number): Promise<string[]> {
    const person = this.firm(0);
    const ids: string[] = [];
    for (let n = 0; n < count; n++) {
      const id = newId();
      await this.query(`INSERT INTO organisation SELECT $1, kind, 'X' || $2 || substr(uscc, 4), $3, status, status_reason, region_code, address, legal_representative, contact_name, contact_phone_cipher, version, created_at, updated_at FROM organisation WHERE id = $4`, [id, String(n).padStart(2, '0'), `第${n}监测站`, person.orgId]);
      await this.query(`INSERT INTO membership (user_id, org_id, roles, created_at) SELECT user_id, $1, roles, created_at FROM membership WHERE org_id = $2`, [id, person.orgId]);
      await this.query(`INSERT INTO firm_profile SELECT $1, $2, intro, regions, version, listed, updated_at FROM firm_profile WHERE firm_id = $3`, [id, `第${n}监测站`, person.orgId]);
      await this.query(`INSERT INTO qualification SELECT uuidv7(), $1, $2, region_code, kind, number || $3, scope, issuer, valid_from, valid_to, file_id, state, reason, reviewed_by, reviewed_at, version, created_at FROM qualification WHERE firm_id = $4 AND kind = 'CMA'`, [id, `第${n}监测站`, `-${n}`, person.orgId]);
      ids.push(id);
    }
    return ids;
  }

  /** What a handler that is called by hand gets: its effect is committed at once. */
  get delivery(): Delivery {
    return { complete: (work: () => Promise<unknown>) => this.house.db.transaction(work) } as unknown as Delivery;
  }

  get storage(): Storage {
    return this.house.api.get(Storage);
  }
}

const BOUNDARY = 'hb-market-boundary';

export function field(name: string, value: string): Buffer {
  return Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
}

export function file(name: string, filename: string, bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"; filename="${filename}"\r\nContent-Type: application/octet-stream\r\n\r\n`), bytes, Buffer.from('\r\n')]);
}

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

export function ok(answer: Answer<Any>, status: number): Answer<Any> {
  if (answer.status !== status) throw new Error(`expected ${status}, got ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer;
}

export const codes = (answers: readonly Answer<Any>[]): string[] => answers.map(one => (one.status < 300 ? String(one.status) : (one.body.code as string))).sort();
