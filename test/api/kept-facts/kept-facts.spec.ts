import { drawWorkbook, type SheetTable } from '@huanbao/sheets';
import { newId } from '@huanbao/platform';
import { BankWorld, faults, ok } from '../banks/world';
import { exchange } from '../../harness/http';
import { Any, Person } from '../permits/world';

const BOUNDARY = 'kept-facts-boundary';
const DOCUMENT = { authority: '吕梁市生态环境局', documentNo: '吕环函〔2026〕12号' };
const MONTHS = ['2025-11', '2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10'];
const lastDay = (month: string): string => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10);

/** From a document to a fact that counts, and what becomes of it. */
describe('kept facts', () => {
  let banks: BankWorld;
  let lime: Person;
  let other: Person;
  let enters: Person;
  let confirms: Person;
  let third: Person;
  beforeAll(async () => {
    banks = await BankWorld.begin();
    ({ lime, other } = banks);
    [enters, confirms, third] = [await banks.world.as('bureau.enforcer'), await banks.world.as('bureau.supervisor'), await banks.world.as('bureau.reviewer')];
  });
  afterAll(() => banks.end());

  const rows = (sql: string, values: unknown[] = []): Promise<Any[]> => banks.world.db.query<Any>(sql, values);
  const grade = (over: Any = {}): Any => ({ id: newId(), enterpriseId: lime.orgId, kind: 'performance-grade', value: 'B', fromOn: '2026-01-01', toOn: '2026-06-30', ...DOCUMENT, ...over });
  const decide = (person: Person, id: string, verdict = 'confirmed', more: Any = {}): Promise<Any> => person.post(`/kept-facts/${id}/decide`, { verdict, ...more }, { ifMatch: (more.version as number | undefined) ?? 1 });
  const held = async (over: Any): Promise<Any> => {
    const { id } = ok(await enters.post('/kept-facts', grade(over)), 201);
    return ok(await confirms.post(`/kept-facts/${id as string}/decide`, { verdict: 'confirmed' }, { ifMatch: 1 }), 200);
  };
  const upload = async (person: Person, book: Buffer): Promise<Any> => {
    const payload = Buffer.concat([Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\nContent-Type: application/octet-stream\r\n\r\n`), book, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]);
    return (await exchange(banks.world.api, { method: 'POST', url: '/api/v1/kept-facts/import', payload, headers: { ...person.headers, 'content-type': `multipart/form-data; boundary=${BOUNDARY}` } })).json;
  };

  const told = async (person: Person, kind: string): Promise<number> => (await rows(`SELECT count(*)::int AS n FROM notification WHERE key LIKE $1`, [`kept-fact:${person.orgId}:${kind}:%`]))[0]?.n as number;

  it('counts when a second person has confirmed it, and only then does the enterprise read it', async () => {
    const fact = ok(await enters.post('/kept-facts', grade()), 201);
    expect(fact).toMatchObject({ state: 'proposed', counts: false, step: 'record', unit: '级', actions: [] });
    expect((await lime.get(`/kept-facts/${fact.id as string}`)).status).toBe(404);
    expect((await enters.post(`/kept-facts/${fact.id as string}/decide`, { verdict: 'confirmed' }, { ifMatch: 1 })).body.code).toBe('kept-fact.two-persons');
    expect(faults(await confirms.post(`/kept-facts/${fact.id as string}/decide`, { verdict: 'refused' }, { ifMatch: 1 }))).toEqual(['/reason reason']);
    expect((await confirms.post(`/kept-facts/${fact.id as string}/decide`, { verdict: 'confirmed' }, { ifMatch: 3 })).status).toBe(412);
    expect(ok(await decide(confirms, fact.id as string), 200)).toMatchObject({ state: 'confirmed', counts: true, decidedByName: expect.any(String) as string });
    expect((await confirms.post(`/kept-facts/${fact.id as string}/decide`, { verdict: 'confirmed' }, { ifMatch: 2 })).body.code).toBe('kept-fact.state');
    // officers are not named to the enterprise
    expect(ok(await lime.get(`/kept-facts/${fact.id as string}`), 200)).toMatchObject({ counts: true, value: 'B', proposedByName: '', decidedByName: null, actions: ['correct'] });
    expect((await other.get(`/kept-facts/${fact.id as string}`)).status).toBe(404);
    expect(ok(await other.get('/kept-facts'), 200).items).toEqual([]);
    await banks.world.runJobs();
    expect(await told(lime, 'performance-grade')).toBe(1);
  });

  it('says what to mend, and is refused to who may not enter one', async () => {
    expect(faults(await enters.post('/kept-facts', grade({ value: 'E' })))).toEqual(['/value grade']);
    expect(faults(await enters.post('/kept-facts', grade({ kind: 'carbon-emission', value: '12', unit: 'h' })))).toEqual(['/unit unit', '/toOn year']);
    expect(faults(await enters.post('/kept-facts', grade({ enterpriseId: newId() })))).toEqual(['/enterpriseId enterprise']);
    expect(faults(await enters.post('/kept-facts', grade({ scanFileId: newId(), fromOn: '2027-01-01', toOn: null })))).toEqual(['/scanFileId scan']);
    expect((await enters.post('/kept-facts', grade({ documentNo: '' }))).status).toBe(400);
    for (const person of [lime, banks.admin, banks.bank]) expect((await person.post('/kept-facts', grade({ fromOn: '2027-01-01', toOn: null }))).status).toBe(403);
    expect((await banks.bank.get('/kept-facts')).status).toBe(403);
  });

  it('of one kind one value holds on a day, also when two are confirmed at once', async () => {
    expect((await enters.post('/kept-facts', grade())).body.code).toBe('kept-fact.exists');
    expect((await enters.post('/kept-facts', grade({ value: 'C', documentNo: '另一文号' }))).body).toMatchObject({ code: 'kept-fact.overlaps', documentNo: DOCUMENT.documentNo });
    const both = [];
    for (const value of ['A', 'C']) both.push(ok(await enters.post('/kept-facts', grade({ value, fromOn: '2026-07-01', toOn: null, documentNo: `〔2026〕${value}` })), 201).id as string);
    const answers = await Promise.all(both.map(id => decide(confirms, id)));
    expect(answers.map(one => one.status).sort()).toEqual([200, 409]);
    expect(answers.find(one => one.status === 409).body.code).toBe('kept-fact.overlaps');
    expect(await rows(`SELECT count(*)::int AS n FROM kept_fact WHERE enterprise_id = $1 AND counts AND to_on IS NULL`, [lime.orgId])).toEqual([{ n: 1 }]);
  });

  it('is corrected and withdrawn by rows of its own, and nothing is erased', async () => {
    const { id } = await held({ enterpriseId: other.orgId });
    const again = { id: newId(), value: 'B', fromOn: '2026-01-01', toOn: '2026-06-30', ...DOCUMENT, reason: '文件写的是 C 级' };
    expect(faults(await enters.post(`/kept-facts/${id as string}/correct`, again))).toEqual(['/value same']);
    const correction = ok(await enters.post(`/kept-facts/${id as string}/correct`, { ...again, value: 'C' }), 201);
    expect(correction).toMatchObject({ step: 'correct', state: 'proposed', replaces: { id, counts: true } });
    expect((await enters.post(`/kept-facts/${id as string}/withdraw`, { id: newId(), reason: '登记错了企业' })).body.code).toBe('kept-fact.change-open');
    ok(await decide(confirms, correction.id as string), 200);
    expect(ok(await confirms.get(`/kept-facts/${id as string}`), 200)).toMatchObject({ counts: false, state: 'confirmed', replacedBy: { id: correction.id, value: 'C', counts: true } });
    expect((await enters.post(`/kept-facts/${id as string}/correct`, { ...again, id: newId(), value: 'D' })).body.code).toBe('kept-fact.not-holding');
    const withdrawal = ok(await enters.post(`/kept-facts/${correction.id as string}/withdraw`, { id: newId(), reason: '登记错了企业' }), 201);
    ok(await decide(confirms, withdrawal.id as string), 200);
    expect(ok(await other.get('/kept-facts?tab=holding'), 200).items).toEqual([]);
    expect((ok(await other.get('/kept-facts?tab=past'), 200).items as Any[]).map(one => one.step).sort()).toEqual(['correct', 'record', 'withdraw']);
    // what it held until then stays, and the database lets nobody change it
    await expect(rows('DELETE FROM kept_fact')).rejects.toThrow('append-only');
    for (const change of [`value = 'D'`, `counts = true`, `state = 'refused'`]) await expect(rows(`UPDATE kept_fact SET ${change} WHERE id = $1`, [id])).rejects.toThrow(/append-only|kept_fact_/);
    await expect(rows(`UPDATE kept_fact SET decided_by = proposed_by WHERE id = $1`, [id])).rejects.toThrow();
  });

  it('is objected to by the enterprise; who entered the row does not decide about it', async () => {
    const [{ id }] = ok(await lime.get('/kept-facts?tab=holding&sort=from'), 200).items as [Any];
    expect((await other.post(`/kept-facts/${id as string}/withdraw`, { id: newId(), reason: '不是我们' })).status).toBe(404);
    const asked = ok(await lime.post(`/kept-facts/${id as string}/correct`, { id: newId(), value: 'A', fromOn: '2026-01-01', toOn: '2026-06-30', ...DOCUMENT, reason: '附件第 3 页是 A 级' }), 201);
    expect(asked).toMatchObject({ isAsked: true, source: 'enterprise', state: 'proposed', actions: [] });
    expect((await lime.post(`/kept-facts/${asked.id as string}/decide`, { verdict: 'confirmed' }, { ifMatch: 1 })).status).toBe(403);
    expect((await decide(enters, asked.id as string)).body.code).toBe('kept-fact.two-persons');
    expect(ok(await decide(confirms, asked.id as string, 'refused', { reason: '附件所列是另一条生产线' }), 200)).toMatchObject({ state: 'refused', counts: false });
    expect(ok(await lime.get(`/kept-facts/${asked.id as string}`), 200)).toMatchObject({ state: 'refused', decisionReason: '附件所列是另一条生产线' });
    expect(ok(await lime.get(`/kept-facts/${id as string}`), 200)).toMatchObject({ counts: true, value: 'B', replacedBy: null });
    // refused once, it may be asked again
    const twice = ok(await lime.post(`/kept-facts/${id as string}/withdraw`, { id: newId(), reason: '文件已被撤销' }), 201);
    ok(await decide(third, twice.id as string), 200);
    expect(ok(await lime.get(`/kept-facts/${id as string}`), 200).counts).toBe(false);
    await banks.world.runJobs();
    expect((await rows(`SELECT count(*)::int AS n FROM notification WHERE key LIKE $1`, [`kept-fact:${asked.id as string}:asked%`]))[0]?.n).toBeGreaterThan(0);
    expect(await rows(`SELECT count(*)::int AS n FROM notification WHERE key LIKE $1`, [`kept-fact:${asked.id as string}:refused%`])).toEqual([{ n: 1 }]);
  });

  it('comes in by Excel: each row on its own, bad cells by their address, the same file again adds nothing', async () => {
    expect((await enters.get('/kept-facts/import/template')).status).toBe(200);
    const columns = Object.entries({ uscc: '统一社会信用代码', kind: '数据', value: '数值', unit: '单位', fromOn: '起始日期', toOn: '截止日期', authority: '出具机关', documentNo: '文号' }).map(([key, zh]) => ({ key, label: { zh, en: key }, type: 'text' as const }));
    const table: SheetTable = { title: '环境数据登记', columns };
    const uscc = await banks.uscc(other);
    const row = (over: Any = {}): Any => ({ uscc, kind: '碳排放强度', value: '0.912', unit: 'tCO2/t', fromOn: '2025-01-01', toOn: '2025-12-31', ...DOCUMENT, ...over });
    const book = await drawWorkbook([{ table, rows: [row(), row({ uscc: '91140000MA0UNKNOWN', fromOn: '2024-01-01', toOn: '2024-12-31' }), row({ kind: '噪声' }), row({ value: '约1', toOn: '2025-11-30' }), row({ documentNo: '', fromOn: '2023-01-01', toOn: '2023-12-31' })], example: false }]);
    const first = await upload(enters, book);
    expect(first).toMatchObject({ accepted: 1, existing: 0, refused: 4 });
    const placed = (first.problems as Any[]).map(one => `${(one.address as string).replace(/\d+/, '')} ${one.code as string}`);
    expect(placed).toEqual(expect.arrayContaining(['A enterprise', 'C decimal', 'F year']));
    expect(placed.filter(one => one.startsWith('B ') || one.startsWith('H '))).toHaveLength(2);
    expect(await upload(enters, book)).toMatchObject({ accepted: 0, existing: 1, refused: 4 });
    expect(await rows(`SELECT source, state, value FROM kept_fact WHERE kind = 'carbon-intensity'`)).toEqual([{ source: 'excel', state: 'proposed', value: '0.912' }]);
    expect((await upload(lime, book)).status).toBe(403);
  });

  it('is listed by page, order, filter and words, and exported', async () => {
    for (const sort of ['at', '-at', 'from', '-from']) {
      const seen: string[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const { items, nextCursor } = ok(await enters.get(`/kept-facts?limit=2&sort=${sort}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`), 200) as Any;
        seen.push(...(items as Any[]).map(one => one.id as string));
        cursor = nextCursor as string | null;
      }
      expect(seen).toHaveLength((await rows('SELECT count(*)::int AS n FROM kept_fact'))[0]?.n as number);
      expect(new Set(seen).size).toBe(seen.length);
    }
    expect((ok(await enters.get('/kept-facts?tab=waiting&kind=carbon-intensity'), 200).items as Any[]).map(one => one.value)).toEqual(['0.912']);
    expect(ok(await enters.get(`/kept-facts?q=${encodeURIComponent('没有这个词')}`), 200).items).toEqual([]);
    expect((await enters.get('/kept-facts?tab=none')).status).toBe(400);
    for (const person of [enters, lime]) {
      const sheet = await person.get('/kept-facts/export?tab=past');
      expect([sheet.status, sheet.raw.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    }
    expect((await rows(`SELECT count(*)::int AS n FROM audit_entry WHERE action = 'kept-fact.export'`))[0]?.n).toBe(2);
  });

  describe('as a bank reads them', () => {
    const ask = async (): Promise<Any> => ok(await banks.bank.post('/bank-queries', { uscc: await banks.uscc(lime) }), 200);
    const line = (answer: Any, part: string): Any => (answer.fScore.lines as Any[]).find(one => one.part === part);

    it('gives grade, hours and carbon with what they come to in F; what is not kept has its reason', async () => {
      await banks.fact(lime, 'kept-fine');
      await banks.offered(lime, { scopes: ['credit', 'performance', 'carbon', 'blacklist', 'f-score'] });
      await rows(`UPDATE kept_fact SET counts = false WHERE enterprise_id = $1`, [lime.orgId]);
      const before = await ask();
      expect(before).toMatchObject({ performanceGrade: null, onlineExceedHours12m: null, onlineRunHours12m: null, carbon: null, fScore: { knownWeight: '0.45' } });
      const why = (answer: Any): Any => Object.fromEntries((answer.missing as Any[]).map(one => [one.field, one.reason]));
      expect(why(before)).toMatchObject({ performanceGrade: 'none', onlineExceedHours12m: 'none', carbon: 'none' });
      await held({ value: 'B', fromOn: '2026-07-01', toOn: null, documentNo: '〔2026〕绩效' });
      for (const month of MONTHS.slice(1)) for (const [kind, value] of [['online-exceed-hours', '6'], ['online-run-hours', '600']]) await held({ kind, value, fromOn: `${month}-01`, toOn: lastDay(month), documentNo: `在线${month}` });
      const eleven = await ask();
      expect(eleven).toMatchObject({ performanceGrade: 'B', onlineExceedHours12m: null });
      expect((eleven.missing as Any[]).find(one => one.field === 'onlineExceedHours12m').zh).toContain('只有 11 个月');
      for (const [kind, value] of [['online-exceed-hours', '6.5'], ['online-run-hours', '600']]) await held({ kind, value, fromOn: '2025-11-01', toOn: '2025-11-30', documentNo: '在线2025-11' });
      const whole = await ask();
      expect(whole).toMatchObject({ onlineExceedHours12m: '72.5', onlineRunHours12m: '7200' });
      // twelve months entered on one day are one letter
      expect(await told(lime, 'online-run-hours')).toBe(1);
      // 100 × (1 − 72.5 / 7200)
      expect(line(whole, 'online')).toMatchObject({ value: '98.99', whyZh: null });
      expect(line(whole, 'performance')).toMatchObject({ value: '80', whyZh: null });
      expect(whole.fScore.knownWeight).toBe('0.75');
    });

    it('compares carbon intensity within the industry when enough of it are known', async () => {
      const year = { fromOn: '2025-01-01', toOn: '2025-12-31' };
      await held({ kind: 'carbon-emission', value: '48230.50', ...year, documentNo: '核查1' });
      await held({ kind: 'carbon-intensity', value: '0.9', unit: 'tCO2/t', ...year, documentNo: '核查1' });
      const alone = await ask();
      expect(alone.carbon).toEqual({ year: '2025', tCO2: '48230.50', intensity: '0.9', intensityUnit: 'tCO2/t' });
      expect(line(alone, 'carbon')).toMatchObject({ value: null });
      // five of one industry: two better, two worse; one of another industry and one in another unit do not count
      await banks.world.db.transaction(async () => {
        await rows('SET LOCAL session_replication_role = replica');
        const others = [['0.5', '3012', 'tCO2/t'], ['0.8', '3012', 'tCO2/t'], ['1', '3012', 'tCO2/t'], ['2', '3012', 'tCO2/t'], ['3', '2521', 'tCO2/t'], ['3', '3012', 'tCO2/万元'], [null, '3012', '']];
        for (const [nth, [value, industry, unit]] of others.entries()) {
          const id = value === null ? lime.orgId : newId();
          await rows(`INSERT INTO permit (number, application_id, enterprise_id, enterprise_name, uscc, site_id, site_name, site_sequence, site_address, region_code, legal_representative, industry_code, industry_name, management_category, issuer, issued_on, valid_from, valid_to, status, signed_text, signature, signing_key, version, version_number, issued_by, created_at)
            VALUES ($2, uuidv7(), $1, '同行', $2, uuidv7(), '厂', 1, '址', '141181', '人', $3, '业', 'key', '局', '2025-01-01', '2025-01-01', '2029-12-31', 'valid', '', '', '', 1, 1, $1, now())`, [id, `PEER-${nth}`, industry]);
          if (value !== null) await rows(`INSERT INTO kept_fact (step, enterprise_id, enterprise_name, uscc, region_code, kind, value, unit, from_on, to_on, authority, document_no, note, source, state, counts, proposed_by, proposed_by_name, proposed_by_org, proposed_at, decided_by, decided_at, search)
            VALUES ('record', $1, '同行', '', '141181', 'carbon-intensity', $2, $3, '2025-01-01', '2025-12-31', '示例', '核查', '', 'form', 'confirmed', true, $1, '员', $1, now(), uuidv7(), now(), '')`, [id, value, unit]);
        }
      });
      expect(line(await ask(), 'carbon')).toMatchObject({ value: '50', whyZh: null });
    });
  });
});
