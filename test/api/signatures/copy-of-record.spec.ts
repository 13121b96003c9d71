import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { COMMITMENT } from '@huanbao/permits';
import { ENV, Env, sm3 } from '@huanbao/platform';
import { Any, CONDITIONS, PermitWorld, Person } from '../permits/world';

const REASON = '当天账号密码外泄，本人没有提交';

describe('copy of record', () => {
  let world: PermitWorld;
  let lime: Person;
  let hospital: Person;
  let intake: Person;
  let application: Any;

  beforeAll(async () => {
    world = await PermitWorld.begin();
    [lime, hospital, intake] = [await world.as('enterprise.admin'), await world.as('enterprise.admin', 1), await world.as('bureau.intake')];
    application = await world.submitted(lime, { siteSequence: 1 });
    await world.runJobs();
  });
  afterAll(() => world.end());

  const records = async (person: Person, query = ''): Promise<Any[]> => (await person.get(`/signatures?subjectId=${application.id as string}${query}`)).body.items as Any[];
  const newest = async (person: Person): Promise<Any> => (await person.get(`/signatures/${(await records(person))[0].id as string}`)).body;

  it('keeps what was submitted in the transaction of the submission: who, from where, the words agreed to, hash and signature', async () => {
    const [row] = await world.db.query<Any>('SELECT * FROM signature_record WHERE subject_id = $1', [application.id]);
    expect(row).toMatchObject({ subject_type: 'permit-application', owner_org_id: lime.orgId, to_authority: true, signer_roles: ['enterprise.admin'], ip: '127.0.0.1' });
    expect(row.content_cipher).not.toContain('石灰');
    const view = await newest(lime);
    expect(view).toMatchObject({ status: 'standing', holds: true, agreed: COMMITMENT, onBehalf: false, actions: ['signature.read', 'signature.repudiate'] });
    const [audited] = await world.db.query<Any>(`SELECT details FROM audit_entry WHERE action = 'signature.keep' AND subject_id = $1`, [view.id]);
    expect(audited.details).toMatchObject({ hash: view.hash, subjectId: application.id });
  });

  it('agrees to the very words of the page', () => {
    expect(readFileSync('apps/web/src/features/permits/texts/zh-CN.ts', 'utf8')).toContain(COMMITMENT);
  });

  it('gives the exact text that was hashed, with the whole form in it', async () => {
    const view = await newest(lime);
    const { raw } = await lime.get(`/signatures/${view.id as string}/content`);
    expect(sm3(raw)).toBe(view.hash);
    const content = JSON.parse(raw.toString('utf8')) as Any;
    expect(content.data.form.basic).toMatchObject({ siteName: application.siteName, uscc: application.uscc });
    expect(content.data.signer).toMatchObject({ orgId: lime.orgId, from: { ip: '127.0.0.1' } });
    expect(JSON.stringify(content.paper)).toContain('DA001');
  });

  it('draws the whole printed form as PDF whose own hash is signed too', async () => {
    const view = await newest(lime);
    const { raw, status } = await lime.get(`/signatures/${view.id as string}/paper`);
    expect(status).toBe(200);
    expect(raw.subarray(0, 5).toString()).toBe('%PDF-');
    expect({ sm3: sm3(raw), sha256: createHash('sha256').update(raw).digest('hex') }).toEqual({ sm3: view.paper.sm3, sha256: view.paper.sha256 });
    const folder = mkdtempSync(join(tmpdir(), 'hb-copy-'));
    writeFileSync(join(folder, 'copy.pdf'), raw);
    const words = execFileSync('pdftotext', ['-layout', join(folder, 'copy.pdf'), '-']).toString();
    rmSync(folder, { recursive: true });
    for (const word of ['签署存证', application.enterpriseName as string, 'DA001', '自行监测', '127.0.0.1', view.hash as string]) expect(words).toContain(word);
  });

  it('mails the signer, whatever was switched off, once', async () => {
    const folder = world.api.get<Env>(ENV).MAIL_URL.slice('file:'.length);
    const mails = await Promise.all(readdirSync(folder).map(name => simpleParser(readFileSync(join(folder, name)))));
    const own = mails.filter(mail => mail.subject?.startsWith('以您的名义签署'));
    expect(own).toHaveLength(1);
    expect(own[0]?.text).toContain('127.0.0.1');
    expect(own[0]?.text).toContain(`/e/${lime.orgId}/signatures/`);
  });

  it('is checked by anyone who holds it, without a name of a person, and knows nothing of another file', async () => {
    const view = await newest(lime);
    for (const hash of [view.hash, view.paper.sm3, (view.paper.sha256 as string).toUpperCase()]) {
      const { body } = await world.anyone.get(`/public/signatures/check?hash=${hash as string}`);
      expect(body).toMatchObject({ known: true, holds: true, status: 'standing', ownerName: application.enterpriseName });
      expect(JSON.stringify(body)).not.toContain(view.signerName);
    }
    expect((await world.anyone.get(`/public/signatures/check?hash=${'0'.repeat(64)}`)).body).toMatchObject({ known: false, what: null });
    expect((await world.anyone.get('/public/signatures/check?hash=abc')).status).toBe(400);
  });

  it('is append-only: no statement changes or removes a row', async () => {
    for (const sql of ['UPDATE signature_record SET owner_name = owner_name', 'DELETE FROM signature_record', 'DELETE FROM signature_paper', `TRUNCATE signature_record CASCADE`]) await expect(world.db.query(sql)).rejects.toThrow(/append-only/);
  });

  it('finds out a row that was altered behind its back', async () => {
    const view = await newest(lime);
    await world.db.query('ALTER TABLE signature_record DISABLE TRIGGER USER');
    await world.db.query(`UPDATE signature_record SET owner_name = '别的公司' WHERE id = $1`, [view.id]);
    expect((await lime.get(`/signatures/${view.id as string}`)).body.holds).toBe(false);
    await world.db.query('UPDATE signature_record SET owner_name = $2 WHERE id = $1', [view.id, view.ownerName]);
    await world.db.query('ALTER TABLE signature_record ENABLE TRIGGER USER');
    expect((await lime.get(`/signatures/${view.id as string}`)).body.holds).toBe(true);
  });

  it('is nobody else’s: strangers get 404 and an empty list, the bureau of the region reads it', async () => {
    const { id } = await newest(lime);
    for (const path of ['', '/paper', '/content']) expect((await hospital.get(`/signatures/${id as string}${path}`)).status).toBe(404);
    expect((await hospital.post(`/signatures/${id as string}/repudiate`, { reason: REASON })).status).toBe(404);
    expect(await records(hospital)).toEqual([]);
    expect((await intake.get(`/signatures/${id as string}`)).status).toBe(200);
  });

  it('exports what the list shows', async () => {
    const { raw, headers } = await lime.get('/signatures/export');
    expect(headers['content-type']).toContain('spreadsheet');
    expect(raw.length).toBeGreaterThan(1000);
  });

  describe('“that was not me”', () => {
    it('asks for a reason that says something', async () => {
      const { id } = await newest(lime);
      for (const reason of ['', '不是', undefined]) expect((await lime.post(`/signatures/${id as string}/repudiate`, { reason })).status).toBe(400);
    });

    it('contests the record at once, tells the bureau, and stops the decision until a person has ruled', async () => {
      const { id } = await newest(lime);
      const answer = await lime.post(`/signatures/${id as string}/repudiate`, { reason: REASON });
      expect(answer.body).toMatchObject({ status: 'contested', repudiation: { reason: REASON, outcome: null } });
      expect((await lime.post(`/signatures/${id as string}/repudiate`, { reason: REASON })).body.code).toBe('signature.already-repudiated');
      const told = await world.db.query<Any>(`SELECT u.email FROM notification n JOIN app_user u ON u.id = n.user_id WHERE n.key = $1`, [`signature:${id as string}:repudiated:bureau`]);
      expect(told.length).toBeGreaterThan(0);
      await decided('grant', 409);
      expect((await world.db.query<Any>('SELECT state FROM case_record WHERE id = $1', [application.id]))[0].state).toBe('deciding');
    });

    it('is ruled on by the bureau alone, with reasons, once; dismissed, the procedure goes on', async () => {
      const { id } = await newest(lime);
      expect((await lime.post(`/signatures/${id as string}/ruling`, { outcome: 'dismissed', reasons: '登录地址与平日一致' })).status).toBe(403);
      expect((await intake.post(`/signatures/${id as string}/ruling`, { outcome: 'dismissed', reasons: '' })).status).toBe(400);
      const ruled = await intake.post(`/signatures/${id as string}/ruling`, { outcome: 'dismissed', reasons: '登录地址、设备与平日一致，负责人当面确认' });
      expect(ruled.body).toMatchObject({ status: 'confirmed', repudiation: { outcome: 'dismissed' } });
      expect((await intake.post(`/signatures/${id as string}/ruling`, { outcome: 'upheld', reasons: '改变主意了' })).body.code).toBe('signature.ruled');
      await decided('grant', 200);
    });
  });

  /** Through intake and review up to the decision. */
  async function decided(outcome: string, status: number): Promise<void> {
    const path = `/permit-applications/${application.id as string}`;
    const [reviewer, approver] = [await world.as('bureau.reviewer'), await world.as('bureau.approver')];
    const [{ state }] = (await world.db.query<Any>('SELECT state FROM case_record WHERE id = $1', [application.id])) as [Any];
    if (state === 'submitted') {
      await intake.post(`${path}/accept`);
      await reviewer.post(`${path}/start-review`);
      await world.speak(reviewer, path);
      await reviewer.post(`${path}/opinions`, { section: 'overall', verdict: 'agree', text: '建议准予许可' });
    }
    const answer = await approver.post(`${path}/decide`, { outcome, reasons: '符合条件', conditions: CONDITIONS });
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code: status === 409 ? 'signature.contested' : undefined });
  }
});

describe('a repudiation that is upheld', () => {
  let world: PermitWorld;
  beforeAll(async () => {
    world = await PermitWorld.begin();
  });
  afterAll(() => world.end());

  it('closes the submission that rests on it, and says why', async () => {
    const [lime, supervisor] = [await world.as('enterprise.admin'), await world.as('bureau.supervisor')];
    const application = await world.submitted(lime, { siteSequence: 1 });
    const { id } = (await lime.get('/signatures')).body.items[0] as Any;
    await lime.post(`/signatures/${id as string}/repudiate`, { reason: REASON });
    const ruled = await supervisor.post(`/signatures/${id as string}/ruling`, { outcome: 'upheld', reasons: '登录地址在境外，负责人当时在外地开会' });
    expect(ruled.body.status).toBe('void');
    await world.runJobs();
    const [row] = await world.db.query<Any>('SELECT c.state, a.editing, a.open FROM case_record c JOIN permit_application a ON a.id = c.id WHERE c.id = $1', [application.id]);
    expect(row).toEqual({ state: 'withdrawn', editing: 'sealed', open: false });
    const [line] = await world.db.query<Any>(`SELECT zh, actor_name FROM case_event WHERE case_id = $1 ORDER BY at DESC, id DESC LIMIT 1`, [application.id]);
    expect(line.zh).toContain('签署被否认');
  });

  it('takes a commitment off a draft; the bureau sees it only once it is repudiated', async () => {
    const [lime, intake] = [await world.as('enterprise.admin'), await world.as('bureau.intake')];
    const draft = await world.filled(lime, { siteSequence: 2 });
    expect((await lime.post(`/permit-applications/${draft.id as string}/commitment`, { commitment: true })).status).toBe(200);
    const [record] = (await lime.get(`/signatures?subjectId=${draft.id as string}`)).body.items as [Any];
    expect((await intake.get(`/signatures/${record.id as string}`)).status).toBe(404);
    await lime.post(`/signatures/${record.id as string}/repudiate`, { reason: REASON });
    expect((await intake.get(`/signatures/${record.id as string}`)).status).toBe(200);
    await intake.post(`/signatures/${record.id as string}/ruling`, { outcome: 'upheld', reasons: '核实成立，账号被他人使用' });
    await world.runJobs();
    const [row] = await world.db.query<Any>('SELECT committed_at, committed_hash, state FROM permit_application WHERE id = $1', [draft.id]);
    expect(row).toEqual({ committed_at: null, committed_hash: null, state: 'draft' });
  });

  it('comes once when two officers rule at the same moment', async () => {
    const [lime, intake, supervisor] = [await world.as('enterprise.admin'), await world.as('bureau.intake'), await world.as('bureau.supervisor')];
    const draft = ((await lime.get('/permit-applications')).body.items as Any[]).find(one => one.state === 'draft' || one.siteSequence === 2);
    await lime.post(`/permit-applications/${draft.id as string}/commitment`, { commitment: true });
    const [record] = (await lime.get(`/signatures?subjectId=${draft.id as string}`)).body.items as [Any];
    await lime.post(`/signatures/${record.id as string}/repudiate`, { reason: REASON });
    const answers = await Promise.all([intake, supervisor].map(person => person.post(`/signatures/${record.id as string}/ruling`, { outcome: 'dismissed', reasons: '同一时间的两个处理' })));
    expect(answers.map(answer => answer.status).sort()).toEqual([200, 409]);
    expect(await world.db.query('SELECT 1 FROM signature_ruling WHERE record_id = $1', [record.id])).toHaveLength(1);
  });
});
