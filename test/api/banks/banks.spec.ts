import { Any, Person } from '../permits/world';
import { BankWorld, faults, ok, PURPOSE, TERM } from './world';

const NOBODY = '01a20916-0000-7000-8000-000000000000';
const UNKNOWN_USCC = '91140000MA0UNKNOWN';

/** From an authorisation to the answer, and who reads that somebody asked. */
describe('banks', () => {
  let banks: BankWorld;
  let lime: Person;
  let other: Person;
  let bank: Person;
  let admin: Person;
  let limeCode: string;
  let otherCode: string;
  beforeAll(async () => {
    banks = await BankWorld.begin();
    ({ lime, other, bank, admin } = banks);
    [limeCode, otherCode] = [await banks.uscc(lime), await banks.uscc(other)];
  });
  afterAll(() => banks.end());

  const ask = (uscc: string, person = bank, more: Any = {}): Promise<Any> => person.post('/bank-queries', { uscc, ...more });
  const request = (over: Any = {}): Promise<Any> => bank.post('/bank-authorizations/requests', { uscc: otherCode, scopes: ['credit', 'penalties', 'carbon'], ...TERM, ...PURPOSE, ...over });
  const rows = <T = Any>(sql: string, values: unknown[] = []): Promise<T[]> => banks.world.db.query<T & object>(sql, values);

  describe('an authorisation', () => {
    it('is asked for, narrowed and signed; the copy of record says exactly what was given', async () => {
      const asked = ok(await request(), 201);
      expect(asked).toMatchObject({ status: 'requested', origin: 'request', answerBy: '2026-12-23', scopes: null, actions: ['bank-authorization.withdraw'] });
      expect(asked.number).toMatch(/^SQ-2026-\d{6}$/);
      expect((await request()).body.code).toBe('bank.request-open');
      const path = `/bank-authorizations/${asked.id as string}`;
      expect((await ask(otherCode)).body.code).toBe('bank.no-authorization');
      expect(faults(await other.post(`${path}/grant`, { scopes: ['credit', 'permit'], ...TERM, agreed: true }, { ifMatch: 1 }))).toEqual(['/scopes asked']);
      expect(faults(await other.post(`${path}/grant`, { scopes: ['credit'], ...TERM, toOn: '2027-06-01', agreed: true }, { ifMatch: 1 }))).toEqual(['/toOn asked']);
      expect((await other.post(`${path}/grant`, { scopes: ['credit'], ...TERM, agreed: false }, { ifMatch: 1 })).status).toBe(400);
      expect((await other.post(`${path}/grant`, { scopes: ['credit'], ...TERM, agreed: true }, { ifMatch: 9 })).status).toBe(412);
      const given = ok(await other.post(`${path}/grant`, { scopes: ['penalties', 'credit'], ...TERM, toOn: '2027-01-31', agreed: true }, { ifMatch: 1 }), 200);
      expect(given).toMatchObject({ status: 'active', scopes: ['credit', 'penalties'], askedScopes: ['credit', 'penalties', 'carbon'], toOn: '2027-01-31', daysLeft: 70 });
      const [record] = await rows('SELECT subject_type, owner_org_id, to_authority, what_zh FROM signature_record WHERE id = $1', [given.signatureRecordId]);
      expect(record).toMatchObject({ subject_type: 'bank-authorization', owner_org_id: other.orgId, to_authority: false });
      // the copy is the signer's; the bank reads what it may do
      expect(ok(await bank.get(path), 200)).toMatchObject({ status: 'active', signatureRecordId: null, decidedByName: null, actions: [] });
      expect((await other.post(`${path}/decline`, {}, { ifMatch: 2 })).body.code).toBe('bank.authorization-state');
      ok(await other.post(`${path}/revoke`, { reason: '测试' }, { ifMatch: 2 }), 200);
    });

    it('is declined, withdrawn, or not answered in time', async () => {
      const first = ok(await request(), 201);
      expect(ok(await other.post(`/bank-authorizations/${first.id as string}/decline`, { words: '暂不需要贷款' }, { ifMatch: 1 }), 200).status).toBe('declined');
      const second = ok(await request(), 201);
      expect(ok(await bank.post(`/bank-authorizations/${second.id as string}/withdraw`, {}, { ifMatch: 1 }), 200).status).toBe('withdrawn');
      const third = ok(await request(), 201);
      await rows(`UPDATE bank_authorization SET answer_by = '2026-11-22' WHERE id = $1`, [third.id]);
      expect((await other.post(`/bank-authorizations/${third.id as string}/grant`, { scopes: ['credit'], ...TERM, agreed: true }, { ifMatch: 1 })).body.code).toBe('bank.request-lapsed');
      const fourth = ok(await request(), 201); // the lapsed one makes room
      ok(await bank.post(`/bank-authorizations/${fourth.id as string}/withdraw`, {}, { ifMatch: 1 }), 200);
    });

    it('is nobody else’s, and says what to mend', async () => {
      const given = await banks.offered(lime);
      const path = `/bank-authorizations/${given.id as string}`;
      for (const person of [other, admin]) expect([403, 404]).toContain((await person.get(path)).status);
      expect((await other.post(`${path}/revoke`, {}, { ifMatch: 1 })).status).toBe(404);
      expect((await bank.post(`${path}/revoke`, {}, { ifMatch: 1 })).status).toBe(403);
      const offer = (over: Any): Promise<Any> => lime.post('/bank-authorizations', { bankId: bank.orgId, scopes: ['credit'], ...TERM, ...PURPOSE, agreed: true, ...over });
      expect((await offer({})).body.code).toBe('bank.authorization-overlaps');
      expect(faults(await offer({ bankId: other.orgId }))).toEqual(['/bankId bank']);
      expect(faults(await offer({ fromOn: '2026-11-22' }))).toEqual(['/fromOn past']);
      expect(faults(await offer({ toOn: '2026-11-22' }))).toEqual(['/toOn order']);
      expect(faults(await offer({ toOn: '2027-11-23' }))).toEqual(['/toOn longest']);
      expect(faults(await offer({ scopes: ['f-score'] }))).toEqual(['/scopes credit']);
      expect(faults(await offer({ scopes: ['credit', 'f-score'] }))).toEqual(['/scopes blacklist']);
      expect(faults(await offer({ extra: 1 }))).toEqual(['/extra whitelistValidation']);
      expect((await offer({ scopes: ['everything'] })).status).toBe(400);
      expect(faults(await request({ uscc: UNKNOWN_USCC }))).toEqual(['/uscc enterprise']);
      expect((await request({ uscc: '12' })).status).toBe(400);
      ok(await lime.post(`${path}/revoke`, {}, { ifMatch: 1 }), 200);
    });

    it('of two who give the same at once one is given', async () => {
      const both = await Promise.all([1, 2].map(() => lime.post('/bank-authorizations', { bankId: bank.orgId, scopes: ['credit'], ...TERM, ...PURPOSE, agreed: true })));
      expect(both.map(one => one.status).sort()).toEqual([201, 409]);
      const { id } = both.find(one => one.status === 201)?.body as { id: string };
      ok(await lime.post(`/bank-authorizations/${id}/revoke`, {}, { ifMatch: 1 }), 200);
    });
  });

  describe('an answer', () => {
    it('names authorisation and day, what is known, and why the rest is not', async () => {
      await banks.fact(lime, 'bank-fine');
      const given = await banks.offered(lime, { scopes: ['credit', 'penalties', 'permit', 'performance', 'blacklist', 'f-score'] });
      const answer = ok(await ask(limeCode, bank, { reference: 'DK-1' }), 200);
      expect(answer).toMatchObject({ authorizationId: given.id, authorizationNumber: given.number, asOf: '2026-11-23', uscc: limeCode, score: '92.00', creditGrade: 'A', creditColour: 'green', vetoFlags: [], performanceGrade: null, blacklist: false, blacklistEntry: null, permit: null });
      expect(answer.penalties).toEqual([{ docNo: '晋环罚〔2026〕7号', title: '超标排放罚款', date: '2026-11-20', fineYuan: null, status: 'active', underAppeal: false }]);
      expect(answer.scoreTrend12m).toHaveLength(13);
      expect(answer.scoreTrend12m.at(-1)).toMatchObject({ day: '2026-11-23', score: '92.00' });
      expect(answer.scoreTrend12m[0]).toMatchObject({ day: '2025-11-23', score: '100.00' });
      expect('carbon' in answer).toBe(false);
      const why = Object.fromEntries((answer.missing as Any[]).map(one => [one.field, one.reason]));
      expect(why).toMatchObject({ carbon: 'not-in-scope', performanceGrade: 'none', permit: 'none', 'penalties/fineYuan': 'not-kept' });
      expect(answer.fScore).toMatchObject({ f: '92.00', gate: null, knownWeight: '0.45', verified: false });
      expect(answer.fScore.lines.map((one: Any) => [one.part, one.contribution])).toEqual([['credit', '92'], ['online', null], ['performance', null], ['rectify', null], ['carbon', null], ['insurance', null]]);
      expect(why).toMatchObject({ rectifyRate: 'none' });
      // one rectification closed in time, and one late: half of them
      for (const overdue of ['NULL', `DATE '2026-11-02'`]) {
        const [row] = await rows<{ id: string }>(`INSERT INTO case_record (id, kind, title, state, holder, version, party_org_id, party_name, matter, region_code, opened_at, opened_by, state_since, clock_paused, due_provisional, query_code) VALUES (uuidv7(), 'rectification', '整改', 'closed', 'none', 1, $1, '石灰', 'none', '141181', now(), $1, now(), false, false, 'x') RETURNING id`, [lime.orgId]);
        await rows(`INSERT INTO rectification (id, region_code, enterprise_id, enterprise_name, source, place, facts, plan_required, officers, finders, form_version, opened_at, opened_by_name, issued_at, issued_by, paper, served, served_on, overdue_on, closed_on, rejections, search) VALUES ($1, '141181', $2, '石灰', 'manual', '料场', '整改', true, '[]', '{}', 1, now(), '员', now(), $2, '{}', '{}', '2026-10-01', ${overdue}, '2026-11-10', 0, '')`, [row?.id, lime.orgId]);
      }
      const rated = ok(await ask(limeCode, bank, { reference: 'DK-2' }), 200);
      expect(rated).toMatchObject({ rectifyRate: '50.00', fScore: { knownWeight: '0.55' } });
      expect((rated.fScore.lines as Any[]).find(one => one.part === 'rectify')).toMatchObject({ value: '50', whyZh: null });
      ok(await lime.post(`/bank-authorizations/${given.id as string}/revoke`, {}, { ifMatch: 1 }), 200);
    });

    it('without credit in its scope shows neither grade nor score', async () => {
      const given = await banks.offered(lime, { scopes: ['permit'] });
      const answer = ok(await ask(limeCode), 200);
      for (const field of ['creditGrade', 'creditGradeTitle', 'creditColour', 'score', 'scoreTrend12m', 'penalties', 'fScore']) expect(field in answer).toBe(false);
      const [kept] = await rows('SELECT fields, grade FROM bank_query WHERE id = $1', [answer.queryId]);
      expect(kept).toEqual({ fields: ['uscc', 'name', 'permit', 'industryCode'], grade: null });
      ok(await lime.post(`/bank-authorizations/${given.id as string}/revoke`, {}, { ifMatch: 1 }), 200);
    });

    it('is refused from the moment of the revocation, the day after the end, and before the first day; each says what to do', async () => {
      const given = await banks.offered(lime);
      ok(await ask(limeCode), 200);
      ok(await lime.post(`/bank-authorizations/${given.id as string}/revoke`, {}, { ifMatch: 1 }), 200);
      expect((await ask(limeCode)).body).toMatchObject({ status: 403, code: 'bank.authorization-ended', reason: 'revoked', authorizationNumber: given.number, on: '2026-11-23' });
      const later = await banks.offered(lime, { fromOn: '2026-12-01' });
      expect((await ask(limeCode)).body).toMatchObject({ status: 403, code: 'bank.authorization-not-begun', on: '2026-12-01' });
      await rows(`UPDATE bank_authorization SET from_on = '2026-11-01', to_on = '2026-11-22' WHERE id = $1`, [later.id]);
      expect((await ask(limeCode)).body).toMatchObject({ code: 'bank.authorization-ended', reason: 'expired', on: '2026-11-22' });
      expect(ok(await lime.get(`/bank-authorizations/${later.id as string}`), 200).status).toBe('expired');
    });

    it('is the same refusal for an enterprise that is unknown and one that gave nothing', async () => {
      await rows(`DELETE FROM bank_authorization WHERE enterprise_id = $1 AND NOT EXISTS (SELECT 1 FROM bank_query q WHERE q.authorization_id = bank_authorization.id)`, [other.orgId]);
      const [one, two] = [await ask(otherCode), await ask(UNKNOWN_USCC)];
      expect(one.status).toBe(404);
      expect({ ...one.body, instance: '' }).toEqual({ ...two.body, instance: '' });
    });

    it('is recorded where nobody changes it, audited, and read by the enterprise', async () => {
      await expect(rows(`UPDATE bank_query SET by_name = 'x'`)).rejects.toThrow('append-only');
      await expect(rows('DELETE FROM bank_query')).rejects.toThrow('append-only');
      const looks = ok(await lime.get('/bank-queries?limit=2'), 200);
      expect(looks.items[0]).toMatchObject({ bankName: '孝义示范银行', channel: 'page', purpose: 'new-loan', byName: '信贷经理 高峰' });
      expect(looks.nextCursor).not.toBeNull();
      const next = ok(await lime.get(`/bank-queries?limit=2&cursor=${looks.nextCursor as string}`), 200);
      expect(next.items[0].id).not.toBe(looks.items[0].id);
      expect(ok(await lime.get('/bank-queries?q=DK-1'), 200).items).toHaveLength(1);
      expect(ok(await other.get('/bank-queries'), 200).items).toHaveLength(0);
      expect((await admin.get('/bank-queries')).status).toBe(403);
      const [count] = await rows<{ n: number }>(`SELECT count(*)::int AS n FROM audit_entry WHERE action = 'bank-query.ask'`);
      expect(count?.n).toBe((await rows('SELECT 1 FROM bank_query')).length);
      const sheet = await lime.get('/bank-queries/export');
      expect([sheet.status, sheet.raw.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    });
  });

  describe('a program', () => {
    const FORM = { grant_type: 'client_credentials' };
    let client: { id: string; clientId: string; secret: string };
    beforeAll(async () => {
      client = await banks.client();
    });

    it('needs two parties, and shows its secret once', async () => {
      const proposed = ok(await bank.post('/bank-clients', { name: '试点', purpose: '试点系统查询', scopes: ['query'] }), 201);
      expect((await bank.post(`/bank-clients/${proposed.id as string}/decision`, { verdict: 'approved' }, { ifMatch: 1 })).status).toBe(403);
      expect((await bank.post(`/bank-clients/${proposed.id as string}/secrets`, {})).body.code).toBe('bank.client-not-approved');
      expect(ok(await admin.post(`/bank-clients/${proposed.id as string}/decision`, { verdict: 'refused', reason: '用途不清' }, { ifMatch: 1 }), 200).state).toBe('refused');
      expect((await admin.post(`/bank-clients/${proposed.id as string}/decision`, { verdict: 'approved' }, { ifMatch: 2 })).body.code).toBe('bank.client-state');
      for (const person of [bank, admin]) expect(JSON.stringify(ok(await person.get(`/bank-clients/${client.id}`), 200))).not.toContain(client.secret);
      // the bureau sees that there is a client, never its secrets
      expect(ok(await admin.get(`/bank-clients/${client.id}`), 200).secrets).toEqual([]);
      expect((await admin.post(`/bank-clients/${client.id}/secrets`, {})).status).toBe(403);
      const [kept] = await rows<{ all: string }>('SELECT string_agg(s::text, \' \') AS all FROM bank_client_secret s');
      expect(kept?.all).not.toContain(client.secret);
      expect(JSON.stringify(await rows('SELECT details FROM audit_entry'))).not.toContain(client.secret);
    });

    it('gets a short token by form or Basic header, and errors in the words of RFC 6749', async () => {
      const { clientId, secret } = client;
      const granted = await banks.token({ ...FORM, client_id: clientId, client_secret: secret, something: 'ignored' });
      expect(granted.status).toBe(200);
      expect(granted.json).toEqual({ access_token: expect.stringMatching(/^hba_/) as string, token_type: 'Bearer', expires_in: 900, scope: 'batch query' });
      expect(granted.headers['cache-control']).toBe('no-store');
      const basic = { authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}` };
      expect((await banks.token({ ...FORM, scope: 'query' }, basic)).json.scope).toBe('query');
      const refused: [Record<string, string> | string, Record<string, string>, number, string][] = [
        [{ ...FORM, client_id: clientId, client_secret: 'hbs_wrong' }, {}, 401, 'invalid_client'],
        [{ ...FORM, client_id: 'hbc_unknown', client_secret: secret }, {}, 401, 'invalid_client'],
        [FORM, {}, 401, 'invalid_client'],
        [FORM, { authorization: 'Basic %%%' }, 401, 'invalid_client'],
        [{ ...FORM, client_secret: secret }, basic, 400, 'invalid_request'],
        [{ ...FORM, scope: 'query admin' }, basic, 400, 'invalid_scope'],
        [{ grant_type: 'password' }, basic, 400, 'unsupported_grant_type'],
        [{}, basic, 400, 'invalid_request'],
        [`grant_type=client_credentials&client_id=${clientId}&client_id=${clientId}&client_secret=${secret}`, {}, 400, 'invalid_request'],
        ['{"grant_type":"client_credentials"}', { ...basic, 'content-type': 'application/json' }, 400, 'invalid_request'],
        [{ ...FORM, client_id: clientId, client_secret: 'x'.repeat(5000) }, {}, 400, 'invalid_request'],
      ];
      for (const [form, headers, status, error] of refused) {
        const reply = await banks.token(form, headers);
        expect([form, reply.status, reply.json.error]).toEqual([form, status, error]);
        expect(reply.json.error_description).toBeTruthy();
        if (status === 401) expect(reply.headers['www-authenticate']).toContain('Basic');
      }
      const unknown = await banks.token({ ...FORM, client_id: 'hbc_unknown', client_secret: secret });
      const wrong = await banks.token({ ...FORM, client_id: clientId, client_secret: 'hbs_wrong' });
      expect(unknown.json).toEqual(wrong.json);
    });

    it('asks within its scopes only, as a program of its bank, and opens nothing of people', async () => {
      const given = await banks.offered(lime);
      const { access_token: narrow } = ok(await banks.token({ ...FORM, client_id: client.clientId, client_secret: client.secret, scope: 'query' }), 200) as { access_token: string };
      const answer = ok(await banks.program(narrow, { path: '/bank-queries', body: { uscc: limeCode } }), 200);
      expect((await rows('SELECT channel, client_id FROM bank_query WHERE id = $1', [answer.queryId]))[0]).toEqual({ channel: 'api', client_id: client.id });
      expect((await banks.program(narrow, { path: '/bank-batches', body: { items: [limeCode] } })).status).toBe(403);
      for (const path of ['/bank-clients', '/bank-authorizations', '/bank-queries', '/me', '/bank-webhooks']) expect((await banks.program(narrow, { method: 'GET', path })).status).toBe(403);
      expect((await banks.program(narrow, { path: '/bank-queries', body: { uscc: limeCode, fields: ['all'] } })).status).toBe(400);
      expect((await banks.program('hba_unknown', { path: '/bank-queries', body: { uscc: limeCode } })).json.code).toBe('bank.access-token');
      ok(await lime.post(`/bank-authorizations/${given.id as string}/revoke`, {}, { ifMatch: 1 }), 200);
      expect((await banks.program(narrow, { path: '/bank-queries', body: { uscc: limeCode } })).json.code).toBe('bank.authorization-ended');
    });

    it('loses its token after fifteen minutes', async () => {
      const token = await banks.bearer(client);
      banks.world.clock.advance(899_000);
      expect((await banks.program(token, { path: '/bank-queries', body: { uscc: UNKNOWN_USCC } })).status).toBe(404);
      banks.world.clock.advance(2_000);
      expect((await banks.program(token, { path: '/bank-queries', body: { uscc: UNKNOWN_USCC } })).json.code).toBe('bank.access-token');
    });

    it('changes its secret with an overlap, or at once', async () => {
      const form = (secret: string): Record<string, string> => ({ ...FORM, client_id: client.clientId, client_secret: secret });
      const { secret: second } = ok(await bank.post(`/bank-clients/${client.id}/secrets`, { overlapHours: 1 }), 201) as { secret: string };
      for (const secret of [client.secret, second]) expect((await banks.token(form(secret))).status).toBe(200);
      expect((await bank.post(`/bank-clients/${client.id}/secrets`, { overlapHours: 1 })).body.code).toBe('bank.too-many-secrets');
      banks.world.clock.advance(3_601_000);
      expect((await banks.token(form(client.secret))).json.error).toBe('invalid_client');
      const before = await banks.bearer({ ...client, secret: second });
      const { secret: third } = ok(await bank.post(`/bank-clients/${client.id}/secrets`, { overlapHours: 0 }), 201) as { secret: string };
      expect((await banks.token(form(second))).json.error).toBe('invalid_client');
      expect((await banks.program(before, { path: '/bank-queries', body: { uscc: limeCode } })).status).toBe(401);
      client = { ...client, secret: third };
      expect((await banks.token(form(third))).status).toBe(200);
    });

    it('is over when either side revokes it', async () => {
      const token = await banks.bearer(client);
      ok(await admin.post(`/bank-clients/${client.id}/revoke`, { reason: '停止接入' }, { ifMatch: 2 }), 200);
      expect((await banks.program(token, { path: '/bank-queries', body: { uscc: limeCode } })).json.code).toBe('bank.access-token');
      expect((await banks.token({ ...FORM, client_id: client.clientId, client_secret: client.secret })).json.error).toBe('invalid_client');
    });
  });

  describe('a batch', () => {
    const codes = (count: number): string[] => Array.from({ length: count }, (_, nth) => `91140000MA${String(nth).padStart(8, '0')}`);

    it('answers and refuses one by one, at once when it is small', async () => {
      const given = await banks.offered(lime);
      const key = 'batch-key-0001';
      const done = ok(await bank.post('/bank-batches', { items: [limeCode, UNKNOWN_USCC], reference: '季检' }, { key }), 201);
      expect(done).toMatchObject({ state: 'done', total: 2, done: 2, answered: 1, refused: 1 });
      expect(done.number).toMatch(/^PL-2026-\d{6}$/);
      // the same question again is the same batch, and nobody is asked twice
      expect(ok(await bank.post('/bank-batches', { items: [limeCode, UNKNOWN_USCC], reference: '季检' }, { key }), 201).id).toBe(done.id);
      expect(await rows('SELECT 1 FROM bank_query WHERE batch_id = $1', [done.id])).toHaveLength(1);
      const { items } = ok(await bank.get(`/bank-batches/${done.id as string}/items`), 200);
      expect(items[0]).toMatchObject({ uscc: limeCode, outcome: 'answered', answer: { authorizationId: given.id, asOf: '2026-11-23' } });
      expect(items[1]).toMatchObject({ outcome: 'refused', answer: null, refusal: { code: 'bank.no-authorization' } });
      expect((await bank.get(`/bank-batches/${done.id as string}/export`)).raw.subarray(0, 2).toString()).toBe('PK');
      expect((await bank.get(`/bank-batches/${NOBODY}`)).status).toBe(404);
      expect((await lime.get(`/bank-batches/${done.id as string}`)).status).toBe(403);
      ok(await lime.post(`/bank-authorizations/${given.id as string}/revoke`, {}, { ifMatch: 1 }), 200);
    });

    it('refuses what is no batch', async () => {
      const status = async (items: unknown): Promise<number> => (await bank.post('/bank-batches', { items })).status;
      expect([await status([]), await status('x'), await status(['12']), await status([limeCode, 5]), await status(codes(10_001))]).toEqual([400, 400, 400, 400, 400]);
      expect(faults(await bank.post('/bank-batches', { items: [limeCode, otherCode, limeCode] }))).toEqual(['/items/2 twice']);
    });

    it('runs in the background when it is large, part by part; what is revoked in the middle is refused from there on', async () => {
      const given = await banks.offered(lime);
      const items = [...codes(30), limeCode, ...codes(60).slice(30)];
      const batch = ok(await bank.post('/bank-batches', { items }), 201);
      expect(batch).toMatchObject({ state: 'waiting', total: 61, done: 0 });
      expect((await bank.get(`/bank-batches/${batch.id as string}/export`)).body.code).toBe('bank.batch-not-done');
      banks.world.leaves = ['bank.ask-batch'];
      await banks.world.runJobs();
      await banks.runOne('bank.ask-batch');
      expect(ok(await bank.get(`/bank-batches/${batch.id as string}`), 200)).toMatchObject({ state: 'running', done: 25 });
      ok(await lime.post(`/bank-authorizations/${given.id as string}/revoke`, {}, { ifMatch: 1 }), 200);
      banks.world.leaves = [];
      await banks.world.runJobs();
      expect(ok(await bank.get(`/bank-batches/${batch.id as string}`), 200)).toMatchObject({ state: 'done', done: 61, answered: 0, refused: 61 });
      const { items: found } = ok(await bank.get(`/bank-batches/${batch.id as string}/items?q=${limeCode}`), 200);
      expect(found[0].refusal.code).toBe('bank.authorization-ended');
    });
  });

  it('counts for the bureau, without what was answered', async () => {
    const figures = ok(await admin.get('/bank-figures'), 200);
    expect(figures).toMatchObject({ to: '2026-11-23', queries: (await rows('SELECT 1 FROM bank_query')).length, enterprises: 1 });
    expect(figures.byBank).toHaveLength(1);
    expect(figures.byMonth.map((one: Any) => one.month)).toEqual(['2026-11']);
    expect(figures.byGrade.reduce((sum: number, one: Any) => sum + (one.queries as number), 0)).toBe(figures.queries);
    expect((await admin.get('/bank-figures/export')).raw.subarray(0, 2).toString()).toBe('PK');
    expect(faults(await admin.get('/bank-figures?from=2026-11-23&to=2026-11-22'))).toEqual(['/to order']);
    for (const person of [bank, lime]) expect((await person.get('/bank-figures')).status).toBe(403);
  });

  it('names what lowers a grade whatever the score in words, beside its code', async () => {
    await banks.fact(other, 'bank-veto', { type: 'hidden-pipe', severity: 'serious', title: '私设暗管', occurredOn: '2026-11-20' });
    const given = await banks.offered(other);
    const answer = ok(await ask(await banks.uscc(other)), 200);
    expect(answer.vetoFlags).toHaveLength(1);
    expect(answer.vetoTitles).toEqual([expect.stringMatching(/[\u4e00-\u9fff]/)]);
    ok(await other.post(`/bank-authorizations/${given.id as string}/revoke`, {}, { ifMatch: 1 }), 200);
  });
});
