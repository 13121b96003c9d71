import { runInThisContext } from 'node:vm';
import { Any, Person, PermitWorld } from './world';

/** The public register: found, looked at on any day, compared, exported, checked off-line; and no secret in any of it. */
describe('the public register', () => {
  let world: PermitWorld;
  let enterprise: Person;
  let permit: Any;
  let anyone: Person;

  beforeAll(async () => {
    world = await PermitWorld.begin();
    enterprise = await world.as('enterprise.admin');
    anyone = world.anyone;
    const first = await world.submitted(enterprise, { siteSequence: 1 });
    permit = await world.issue(first.id as string, `${first.uscc as string}001P`);
    for (const row of ROWS) await copy(world, permit.id as string, row);
  });
  afterAll(() => world.end());

  const names = async (query: string): Promise<string[]> => {
    const answer = await anyone.get(`/public/permits?limit=200&${query}`);
    expect(answer.status).toBe(200);
    return (answer.body.items as Any[]).map(one => one.enterpriseName as string);
  };
  const q = encodeURIComponent;

  it.each([
    ['two characters of a name', `q=${q('焦化')}`, ['梧桐焦化有限公司', '胜溪焦化厂']],
    ['two characters of a site', `q=${q('二期')}`, ['梧桐焦化有限公司']],
    ['two characters that stand apart', `q=${q('梧化')}`, []],
    ['the beginning of a number', 'q=91140000BENCH00', ['胜溪焦化厂', '兑镇洗煤有限公司', '梧桐焦化有限公司']],
    ['small letters', 'q=91140000bench00002', ['胜溪焦化厂']],
    ['an industry by four digits', 'industry=2521', ['梧桐焦化有限公司', '胜溪焦化厂']],
    ['an industry by two digits', 'industry=25', ['梧桐焦化有限公司', '胜溪焦化厂']],
    ['an industry nobody has', 'industry=99', []],
    ['a category', 'category=key', ['梧桐焦化有限公司', '胜溪焦化厂']],
    ['a status', 'status=revoked', ['胜溪焦化厂']],
    ['what has run out', 'status=expired', ['兑镇洗煤有限公司']],
    ['a town by name', `place=${q('兑镇')}`, ['兑镇洗煤有限公司']],
    ['a town by code', 'region=141181101', ['兑镇洗煤有限公司']],
    ['a county by code', `region=141181&q=${q('洗煤')}`, ['兑镇洗煤有限公司']],
    ['several at once', `industry=25&category=key&status=valid&q=${q('焦化')}`, ['梧桐焦化有限公司']],
    ['two that exclude each other', `industry=2521&q=${q('洗煤')}`, []],
  ])('is searched by %s', async (_what, query, expected) => {
    expect((await names(query)).sort()).toEqual([...expected].sort());
  });

  it('finds what is far behind the rows it looks at first', async () => {
    await fill(world, permit.id as string, 2000);
    const found = [await names(`q=${q('兑镇')}`), await names(`status=revoked&q=${q('焦化')}`), await names('region=141181101&sort=validTo')];
    await world.db.query(`DELETE FROM permit WHERE number LIKE 'FILL%'`);
    expect(found).toEqual([['兑镇洗煤有限公司'], ['胜溪焦化厂'], ['兑镇洗煤有限公司']]);
  });

  it('finds two characters in every order as a look at every row does, page by page, renamed and removed ones too', async () => {
    await fill(world, permit.id as string, 1700);
    // frequent in the old ones alone; rare; in the name of a site; with a letter
    await world.db.query(`UPDATE permit SET enterprise_name = (ARRAY['驿马石灰','梧桐A石厂','下堡石灰石厂'])[1 + (length(number) + substr(number, 5)::int) % 3] || substr(number, 5) WHERE number LIKE 'FILL%' AND substr(number, 5)::int <= 90`);
    await world.db.query(`UPDATE permit SET site_name = '石灰二号厂区' WHERE number = 'FILL1699'`);
    const every = async (words: string, sort: string, more: string): Promise<string[]> => {
      const order = { '': 'id DESC', name: 'enterprise_name ASC, id ASC', '-name': 'enterprise_name DESC, id DESC' }[sort] ?? 'id';
      return (await world.db.query<{ number: string }>(`SELECT number FROM permit WHERE position(lower($1) IN lower(enterprise_name || ' ' || site_name || ' ' || number || ' ' || uscc)) > 0 AND ${more} ORDER BY ${order}`, [words])).map(one => one.number);
    };
    const paged = async (query: string): Promise<string[]> => {
      const seen: string[] = [];
      for (let cursor = ''; ; ) {
        const { body } = await anyone.get(`/public/permits?limit=37&${query}${cursor}`);
        seen.push(...(body.items as Any[]).map(one => one.number as string));
        if (!body.nextCursor) return seen;
        cursor = `&cursor=${body.nextCursor as string}`;
      }
    };
    const compare = async (): Promise<number> => {
      let found = 0;
      for (const words of ['石灰', '石厂', 'a石', 'A石', '二号', '桐a', '石灰石', '灰二', '没有']) {
        for (const sort of ['', 'name', '-name']) {
          for (const [query, more] of [['', 'true'], ['&category=key', `management_category = 'key'`]] as const) {
            const wanted = await every(words, sort, more);
            expect([words, sort, query, await paged(`q=${q(words)}${sort ? `&sort=${sort}` : ''}${query}`)]).toEqual([words, sort, query, wanted]);
            found += wanted.length;
          }
        }
      }
      return found;
    };
    const first = await compare();
    await world.db.query(`UPDATE permit SET enterprise_name = '改名焦化' || substr(number, 5) WHERE number IN ('FILL3', 'FILL4', 'FILL5')`);
    await world.db.query(`DELETE FROM permit WHERE number IN ('FILL6', 'FILL7')`);
    expect([first > 200, await compare() < first]).toEqual([true, true]);
    await world.db.query(`DELETE FROM permit WHERE number LIKE 'FILL%'`);
    const [left] = await world.db.query<{ n: number }>('SELECT count(*)::int AS n FROM permit_pair WHERE id NOT IN (SELECT id FROM permit)');
    expect(left?.n).toBe(0);
  });

  it.each(['', 'sort=validTo', 'sort=-validTo', 'sort=issuedOn', 'sort=-issuedOn', 'sort=name', 'sort=-name'])('turns its pages without losing or repeating one (%s)', async sort => {
    const all = await names(sort);
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await anyone.get(`/public/permits?limit=1&${sort}${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...(body.items as Any[]).map(one => one.enterpriseName as string));
      cursor = (body.nextCursor as string | null) ?? '';
    } while (cursor);
    expect(seen).toEqual(all);
    expect(seen).toHaveLength(4);
  });

  it('sorts by the last day', async () => {
    const days = ((await anyone.get('/public/permits?sort=validTo')).body.items as Any[]).map(one => one.validTo as string);
    expect(days).toEqual([...days].sort());
  });

  it('names what ends within so many days: what still holds, the soonest first', async () => {
    const day = (number: string, validTo: string): Promise<unknown> => world.db.query(`UPDATE permit SET valid_to = $2 WHERE number LIKE $1`, [`%${number}`, validTo]);
    // 2026-11-23 is today; what was revoked and what has run out end no more
    await day('00001001P', '2026-12-23');
    await day('00002001P', '2026-12-01');
    expect(await names('endsWithin=29')).toEqual([]);
    expect(await names('endsWithin=30')).toEqual(['梧桐焦化有限公司']);
    expect(await names('endsWithin=30&industry=0610')).toEqual([]);
    const soon = await names('endsWithin=1830');
    expect(soon).toHaveLength(2);
    expect(soon[0]).toBe('梧桐焦化有限公司');
    const { body } = await anyone.get('/public/permits?limit=200');
    expect(Object.fromEntries((body.items as Any[]).map(one => [one.enterpriseName, one.remainingDays]))).toMatchObject({ '梧桐焦化有限公司': 30, '胜溪焦化厂': null, '兑镇洗煤有限公司': -327 });
    await day('00001001P', '2030-01-01');
  });

  it('is a list with its export for the officer of the region and the holder, each with its own rows', async () => {
    const officer = await world.as('bureau.reviewer');
    const hospital = await world.as('enterprise.admin', 1);
    const rows = async (person: Person, query = ''): Promise<number> => (await person.get(`/permits?limit=200${query}`)).body.items.length as number;
    expect([await rows(officer), await rows(officer, `&q=${q('洗煤')}`), await rows(enterprise), await rows(hospital)]).toEqual([4, 1, 4, 0]);
    const file = await officer.get('/permits/export?sort=name');
    expect([file.status, file.raw.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    expect(await world.db.query(`SELECT action, subject_type AS type FROM audit_entry WHERE action = 'permit.export'`)).toEqual([{ action: 'permit.export', type: 'permit-list' }]);
    expect((await anyone.get('/permits/export')).status).toBe(401);
  });

  it.each([['q=a', '/q'], ['industry=3x', '/industry'], ['category=big', '/category'], ['status=lost', '/status'], ['region=1411', '/region'], ['sort=size', '/sort'], ['endsWithin=soon', '/endsWithin'], ['endsWithin=0', '/endsWithin'], ['limit=100000', '/limit'], ["q='; DROP TABLE permit;--", null], [`q=${q('%_')}`, null], [`q=${q('\\')}x`, null]])('answers %s with the place, or with nothing found', async (query, pointer) => {
    const answer = await anyone.get(`/public/permits?${query}`);
    expect([answer.status, answer.body.errors?.[0]?.pointer ?? null]).toEqual(pointer === null ? [200, null] : [400, pointer]);
    if (pointer === null) expect(answer.body.items).toEqual([]);
  });

  it('draws them on a map, near ones together, and tells what it cannot place', async () => {
    const { body } = await anyone.get('/public/permits/map');
    expect(body.outline[0].length).toBeGreaterThan(100);
    expect([body.total, body.withoutPlace]).toEqual([3, 1]);
    expect((body.places as Any[]).map(one => one.count as number).sort()).toEqual([1, 2]);
    expect((body.places as Any[]).find(one => one.count === 1)).toMatchObject({ name: expect.stringContaining('兑镇') as string, id: expect.any(String) as string });
    expect((await anyone.get(`/public/permits/map?q=${q('兑镇')}`)).body).toMatchObject({ total: 1, withoutPlace: 0 });
    expect((await anyone.get('/public/permits/map?west=100&east=101&south=30&north=31')).body).toMatchObject({ total: 0, places: [] });
    expect((await anyone.get('/public/permits/map?west=x')).status).toBe(400);
  });

  it('names the permits of one place where the map can come no nearer', async () => {
    const wide = (await anyone.get('/public/permits/map')).body.places as Any[];
    expect(wide.map(one => one.permits.length as number)).toEqual(wide.map(() => 0));
    const { longitude, latitude } = wide.find(one => one.count === 2) as Any;
    // 28 fields a thousandth wide, the place in the middle of one
    const near = (await anyone.get(`/public/permits/map?west=${longitude - 0.0145}&east=${longitude + 0.0135}&south=${latitude - 0.0145}&north=${latitude + 0.0135}`)).body.places as Any[];
    expect(near).toHaveLength(1);
    expect(near[0].count).toBe(2);
    expect((near[0].permits as Any[]).map(one => one.name as string)).toEqual([expect.stringContaining('焦化') as string, expect.stringContaining('石灰') as string]);
  });

  it('counts by year, industry, category and region', async () => {
    const { body } = await anyone.get('/public/permits/numbers');
    expect(body).toMatchObject({ valid: 2, years: [{ year: 2026, issued: 4, renewed: 0, changed: 0, ended: 1 }] });
    expect(Object.fromEntries((body.byCategory as Any[]).map(one => [one.key, one.count]))).toEqual({ key: 1, simplified: 1 });
    expect((body.byIndustry as Any[]).map(one => one.label as string)).toEqual(expect.arrayContaining([expect.stringMatching(/^30 .+/) as string]));
  });

  it('is taken away as a table, filtered, with nothing that runs', async () => {
    const csv = (await anyone.get(`/public/permits/export?format=csv&q=${q('焦化')}`)).raw.toString('utf8');
    expect(csv.startsWith('\uFEFF"许可证编号"')).toBe(true);
    expect(csv.trim().split('\r\n')).toHaveLength(3);
    const xlsx = await anyone.get('/public/permits/export');
    expect([xlsx.status, xlsx.raw.subarray(0, 2).toString()]).toEqual([200, 'PK']);
  });

  describe('a permit with a secret', () => {
    const SECRETS = ['净化焦炉煤气'];
    let published: string[];

    beforeAll(async () => {
      const site = (await enterprise.get(`/organisations/${enterprise.orgId}/sites`)).body[0].id as string;
      await world.moveTo('2026-12-20T02:00:00Z');
      enterprise = await world.as('enterprise.admin');
      const draft = (await enterprise.post('/permit-applications', { siteId: site, businessType: 'change', triggers: ['name'], occurredOn: '2026-12-10' })).body;
      await change(world, permit.id as string, draft.id as string);
      published = await everything(anyone, permit.id as string);
    }, 60_000);

    it('shows none of it anywhere', () => {
      for (const secret of [...SECRETS, '13800000018', '武志强', '商业秘密理由']) for (const text of published) expect(text).not.toContain(secret);
      expect(published.length).toBeGreaterThan(7);
    });

    it('is shown as it was on a day, with how it stood then', async () => {
      const on = async (day: string): Promise<Any> => (await anyone.get(`/public/permits/${permit.id as string}?on=${day}`)).body;
      expect(await on('2026-11-23')).toMatchObject({ shownVersion: 1, newestVersion: 2, asOf: '2026-11-23', standing: 'valid', signatureHolds: true, withheld: expect.arrayContaining(['主要原辅材料及燃料']) as string[] });
      expect(await on('2026-12-20')).toMatchObject({ shownVersion: 2, asOf: '2026-12-20' });
      expect((await anyone.get(`/public/permits/${permit.id as string}?on=2026-11-22`)).status).toBe(404);
      for (const day of ['2027-01-01', '2026-13-01', '昨天', '2026-02-30']) expect((await anyone.get(`/public/permits/${permit.id as string}?on=${q(day)}`)).body.errors[0].pointer).toBe('/on');
    });

    it('keeps a part hidden in old versions once it is a secret', async () => {
      const text = JSON.stringify((await anyone.get(`/public/permits/${permit.id as string}?on=2026-11-23`)).body);
      expect(text).not.toContain('活性石灰');
      expect(text).toContain('颗粒物');
    });

    it('tells its versions apart, field by field', async () => {
      const versions = (await anyone.get(`/public/permits/${permit.id as string}/versions`)).body as Any[];
      expect(versions.map(one => [one.number, one.businessType])).toEqual([[2, 'change'], [1, 'new']]);
      const { body } = await anyone.get(`/public/permits/${permit.id as string}/changes?from=1&to=2`);
      expect((body.items as Any[]).filter(one => one.section !== 'basic')).toEqual([expect.objectContaining({ section: 'air-limits', kind: 'changed', before: '10', after: '8' })]);
      expect(body.withheld).toEqual(expect.arrayContaining(['主要原辅材料及燃料', '主要产品及产能']));
      expect((await anyone.get(`/public/permits/${permit.id as string}/changes?from=1&to=9`)).status).toBe(404);
      expect((await anyone.get(`/public/permits/${permit.id as string}/changes?from=0&to=x`)).status).toBe(400);
    });
  });

  it('tells at once what became of a permit, with day and basis, and lets nobody keep the answer', async () => {
    const look = (): Promise<Any> => anyone.get(`/public/permits/${permit.number as string}`);
    expect((await look()).body).toMatchObject({ status: 'valid', endedOn: null, endBasis: null });
    await world.db.query(`UPDATE permit SET status = 'revoked', ended_on = '2026-12-20', end_basis = '《行政许可法》第六十九条' WHERE id = $1`, [permit.id]);
    const revoked = await look();
    expect(revoked.body).toMatchObject({ status: 'revoked', endedOn: '2026-12-20', endBasis: '《行政许可法》第六十九条' });
    expect([revoked.headers['cache-control'], revoked.headers['etag'], revoked.headers['last-modified']]).toEqual(['no-store', undefined, undefined]);
    expect((await anyone.get(`/public/permits/${permit.number as string}?on=2026-12-19`)).body).toMatchObject({ status: 'revoked', standing: 'valid' });
    expect((await anyone.get('/public/permits?status=revoked')).body.items.map((one: Any) => one.id as string)).toContain(permit.id);
    expect((await anyone.get('/public/permits')).headers['cache-control']).toBe('no-store');
    await world.db.query(`UPDATE permit SET status = 'valid', ended_on = NULL, end_basis = NULL WHERE id = $1`, [permit.id]);
  });

  it('hands out a page that checks the certificate it hands out, with the keys it publishes', async () => {
    const { keys, issuer } = (await anyone.get('/public/permits/signing-keys')).body;
    const page = await anyone.get('/public/permits/offline-check');
    expect([page.status, page.headers['content-type'], page.headers['content-disposition']]).toEqual([200, 'text/html; charset=utf-8', expect.stringContaining('attachment')]);
    const html = page.raw.toString('utf8');
    expect(html).toContain(issuer);
    const program = (/\n(\/\/ Checks a permit[^]*?)\nconst byId/.exec(html) as RegExpExecArray)[1] as string;
    const check = runInThisContext(`(() => { 'use strict'; ${program}; return checkFile; })()`) as (bytes: Uint8Array, keys: string[]) => Any;
    const file = (await anyone.get(`/public/permits/${permit.id as string}/certificate?version=1`)).raw;
    expect(check(new Uint8Array(file), keys as string[])).toMatchObject({ verdict: 'genuine', facts: { kind: '正本', version: 1 } });
    const altered = Buffer.from(file);
    altered[2000] = (altered[2000] as number) ^ 1;
    expect(check(new Uint8Array(altered), keys as string[])).toMatchObject({ verdict: 'changed', facts: null });
    const duplicate = (await enterprise.get(`/files/${permit.duplicateFileId as string}/content`)).raw;
    expect(check(new Uint8Array(duplicate), keys as string[])).toMatchObject({ verdict: 'genuine', facts: { kind: '副本' } });
  });
});

interface Given {
  readonly name: string;
  readonly site: string;
  readonly number: string;
  readonly set: string;
}

const place = (longitude: number | null, latitude: number | null): string => `longitude = ${longitude}, latitude = ${latitude}`;

const ROWS: readonly Given[] = [
  { name: '梧桐焦化有限公司', site: '二期', number: '91140000BENCH00001001P', set: `industry_code = '2521', management_category = 'key', valid_to = '2030-01-01', ${place(111.7216, 37.1069)}` },
  { name: '胜溪焦化厂', site: '本部', number: '91140000BENCH00002001P', set: `industry_code = '2521', management_category = 'key', status = 'revoked', ended_on = '2026-11-20', ${place(null, 37.1)}` },
  { name: '兑镇洗煤有限公司', site: '本部', number: '91140000BENCH00003001P', set: `industry_code = '0610', site_address = '孝义市兑镇镇兑镇村', region_code = '141181101', issued_on = '2021-01-01', valid_from = '2021-01-01', valid_to = '2025-12-31', ${place(111.5, 37.02)}` },
];

/** Another permit like the given one. */
async function copy(world: PermitWorld, id: string, { name, site, number, set }: Given): Promise<void> {
  const columns = 'application_id, enterprise_id, site_sequence, site_address, region_code, legal_representative, industry_code, industry_name, management_category, issuer, issued_on, valid_from, valid_to, status, longitude, latitude, signed_text, signature, signing_key, version, issued_by, created_at';
  const [row] = await world.db.query<{ id: string }>(
    `INSERT INTO permit (number, enterprise_name, uscc, site_id, site_name, ${columns}) SELECT $2, $3, left($2, 18), uuidv7(), $4, ${columns} FROM permit WHERE id = $1 RETURNING id`, [id, number, name, site],
  );
  await world.db.query(`UPDATE permit SET ${set} WHERE id = $1`, [row?.id]);
  const same = 'business_type, application_id, effective_from, valid_from, valid_to, issued_on, enterprise_name, site_name, site_address, legal_representative, industry_code, industry_name, management_category, issuer, form_version, snapshot, signed_text, signature, signing_key, issued_by, created_at';
  await world.db.query(`INSERT INTO permit_version (permit_id, number, ${same}) SELECT $2, 1, ${same.replace('application_id', 'NULL::uuid')} FROM permit_version WHERE permit_id = $1 AND number = 1`, [id, row?.id]);
}

/** So many permits that nobody asks for. */
async function fill(world: PermitWorld, id: string, count: number): Promise<void> {
  const columns = 'application_id, enterprise_id, site_sequence, site_address, region_code, legal_representative, industry_code, industry_name, management_category, issuer, issued_on, valid_from, valid_to, status, longitude, latitude, signed_text, signature, signing_key, version, issued_by, created_at';
  await world.db.query(`INSERT INTO permit (number, enterprise_name, uscc, site_id, site_name, ${columns}) SELECT 'FILL' || n, '砖瓦' || n, 'FILL', uuidv7(), '砖窑', ${columns} FROM permit, generate_series(1, ${count}) AS n WHERE id = $1`, [id]);
}

/** A second version, as issuing writes it: a stricter limit, and products declared a secret with a reason that tells it. */
async function change(world: PermitWorld, id: string, applicationId: string): Promise<void> {
  const snapshot = `jsonb_set(jsonb_set(jsonb_set(snapshot, '{air-limits,limits,0,concentrationMgM3}', '"8"'), '{basic,tradeSecretSections}', '["materials","products"]'), '{basic,tradeSecretReason}', '"商业秘密理由"')`;
  const same = 'valid_from, valid_to, enterprise_name, site_name, site_address, legal_representative, industry_code, industry_name, management_category, issuer, form_version, signed_text, signature, signing_key, issued_by';
  await world.db.query(`INSERT INTO permit_version (permit_id, number, business_type, application_id, effective_from, issued_on, snapshot, created_at, ${same})
    SELECT permit_id, 2, 'change', $2, '2026-12-20', '2026-12-20', ${snapshot}, now(), ${same} FROM permit_version WHERE permit_id = $1 AND number = 1`, [id, applicationId]);
  await world.db.query(`UPDATE permit SET version_number = 2 WHERE id = $1`, [id]);
}

/** Every answer that is given without an account, as text; of PDF files the words. */
async function everything(anyone: Person, id: string): Promise<string[]> {
  const paths = ['?limit=50', '/map', '/numbers', '/export?format=csv', `/${id}`, `/${id}?on=2026-11-23`, `/${id}?on=2026-12-20`, `/${id}/versions`, `/${id}/changes?from=1&to=2`, `/${id}/changes?from=2&to=1`];
  const texts: string[] = [];
  for (const path of paths) {
    const answer = await anyone.get(`/public/permits${path}`);
    expect([path, answer.status]).toEqual([path, 200]);
    texts.push(answer.raw.toString('utf8'));
  }
  const { extractText } = await import('unpdf');
  const pdf = (await anyone.get(`/public/permits/${id}/certificate?version=1`)).raw;
  texts.push((await extractText(new Uint8Array(pdf), { mergePages: true })).text.replaceAll(' ', ''));
  for (const secret of ['净化', '煤气']) texts.push(String((await anyone.get(`/public/permits?q=${encodeURIComponent(secret)}`)).body.items.length === 0 ? '' : '净化焦炉煤气'));
  return texts;
}
