import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { chaptersOf } from '../../../libs/permits/src/certificate/content';
import { Any, Person, PermitWorld } from './world';

/** Every route that asks for no account, as the contract lists them; those that only begin a session or write are left out. */
const PUBLIC_ROUTES = readFileSync('test/contracts/routes.txt', 'utf8').split('\n')
  .map(line => /^GET\s+(\S+)\s+public$/.exec(line)?.[1]).filter(path => path !== undefined);

/** A part that may be declared a secret, what tells the same in other words, and where a word of it stands. */
const PARTS = {
  products: { with: ['products', 'products-supplement', 'supplementary-registration'], at: [['products', 'products', 0, 'name'], ['products', 'facilities', 0, 'parameter'], ['products-supplement', 'lines', 0, 'name'], ['supplementary-registration', 'processes', 0, 'equipment']] },
  materials: { with: ['materials'], at: [['materials', 'materials', 0, 'name'], ['materials', 'fuels', 0, 'name']] },
  'process-nodes': { with: ['process-nodes'], at: [['process-nodes', 'nodes', 0, 'treatmentProcess'], ['process-nodes', 'nodes', 0, 'node']] },
} as const;
type Part = keyof typeof PARTS;
const KEYS = Object.keys(PARTS) as Part[];

interface Sample {
  readonly id: string;
  readonly number: string;
  readonly secret: string[];
  readonly open: string[];
}

/** 排污许可管理条例 art. 8: a trade secret and a person are in no public answer, whichever route, version or day is asked for. */
describe('what nobody but holder and bureau may read', () => {
  let world: PermitWorld;
  let enterprise: Person;
  let permit: Any;

  beforeAll(async () => {
    world = await PermitWorld.begin();
    enterprise = await world.as('enterprise.admin');
    const first = await world.submitted(enterprise, { siteSequence: 1 });
    permit = await world.issue(first.id as string, `${first.uscc as string}001P`);
  }, 300_000);
  afterAll(() => world.end());

  /** A permit whose newest version declares these parts; the first one declared none, and names the same words. */
  async function sample(declared: readonly Part[], index: number): Promise<Sample> {
    const word = (part: string, at: number): string => `词${KEYS.indexOf(part as Part)}号${index}之${at}尾`;
    const planted = KEYS.flatMap(part => PARTS[part].at.map((path, at) => ({ part, path: path.map(String), word: word(part, at) })));
    const [row] = await world.db.query<{ snapshot: Any }>('SELECT snapshot FROM permit_version WHERE permit_id = $1', [permit.id]);
    const snapshot = row?.snapshot as Any;
    snapshot['products-supplement'] = { hasSupplement: true, lines: [{}] };
    snapshot['supplementary-registration'] = { hasProcesses: true, processes: [{}] };
    for (const { path: [section = '', table = '', at = '', name = ''], word: said } of planted) snapshot[section][table][Number(at)][name] = said;
    const persons = { contactName: `姓名${index}乙`, contactPhone: `1390000${1000 + index}` };
    const reason = `理由${index}丙`;
    const newest = { ...snapshot, basic: { ...snapshot.basic, tradeSecretSections: declared, tradeSecretReason: declared.length > 0 ? reason : undefined } };
    const number = `91140000SECRET${String(index).padStart(4, '0')}001P`;
    const columns = 'application_id, enterprise_id, site_sequence, site_address, region_code, legal_representative, industry_code, industry_name, management_category, issuer, issued_on, valid_from, valid_to, status, original_file_id, duplicate_file_id, signed_text, signature, signing_key, version, issued_by, created_at';
    const [made] = await world.db.query<{ id: string }>(
      `INSERT INTO permit (number, enterprise_name, uscc, site_id, site_name, version_number, ${columns}) SELECT $2, '示例企业' || $3, left($2, 18), uuidv7(), '本部', 2, ${columns} FROM permit WHERE id = $1 RETURNING id`,
      [permit.id, number, index],
    );
    const same = 'business_type, application_id, effective_from, issued_on, valid_from, valid_to, enterprise_name, site_name, site_address, legal_representative, industry_code, industry_name, management_category, issuer, form_version, original_file_id, duplicate_file_id, signed_text, signature, signing_key, issued_by, created_at';
    for (const [version, content] of [[1, snapshot], [2, newest]] as const) {
      await world.db.query(`INSERT INTO permit_version (permit_id, number, snapshot, ${same}) SELECT $2, $3, $4, ${same.replace('application_id', 'NULL::uuid')} FROM permit_version WHERE permit_id = $1 AND number = 1`, [permit.id, made?.id, version, JSON.stringify(content)]);
    }
    const hidden = new Set<string>(declared.flatMap(part => [...PARTS[part].with]));
    const kept = (section: string): boolean => hidden.has(section);
    return {
      id: made?.id as string, number,
      secret: [...planted.filter(one => kept(one.path[0] ?? '')).map(one => one.word), ...(declared.length > 0 ? [reason] : []), ...Object.values(persons)],
      open: planted.filter(one => !kept(one.path[0] ?? '')).map(one => one.word),
    };
  }

  /** Addresses below a route: each parameter by what it names, each look-up with its queries. */
  function addresses(route: string, { id, number, secret }: Sample): string[] {
    if (!route.includes(':')) return ['', '?format=csv', '?limit=50', `?permit=${number}`, ...secret.map(word => `?q=${encodeURIComponent(word)}`)].map(query => `${route}${query}`);
    const filled = [id, number].map(one => route.replace(':idOrNumber', one).replace(':number', one).replace(':id', one).replace(':code', 'permit.ended').replace(':secret', one));
    return [...new Set(filled)].flatMap(path => ['', '?on=2026-11-23', '?from=1&to=2', '?from=2&to=1', '?version=1', '?year=2026'].map(query => `${path}${query}`));
  }

  async function words(path: string): Promise<string> {
    const answer = await world.anyone.get(path);
    expect(answer.status).toBeLessThan(500);
    const type = answer.headers['content-type'] ?? '';
    const { extractText } = await import('unpdf');
    if (type.includes('pdf')) return (await extractText(new Uint8Array(answer.raw), { mergePages: true })).text.replaceAll(' ', '');
    if (type.includes('spreadsheet')) {
      const { Workbook } = await import('exceljs');
      const book = new Workbook();
      await book.xlsx.load(answer.raw as never);
      return JSON.stringify(book.worksheets.map(sheet => sheet.getSheetValues()));
    }
    // a refusal may repeat what the visitor typed; an answer may not
    return answer.status < 400 ? answer.raw.toString('utf8') : '';
  }

  it('knows the public routes', () => {
    expect(PUBLIC_ROUTES.length).toBeGreaterThan(20);
    expect(PUBLIC_ROUTES).toEqual(expect.arrayContaining(['/public/permits/:idOrNumber', '/public/monitoring-results', '/public/permit-procedures']));
  });

  it('is in no answer of any public route, for any choice of parts; what is open is shown', async () => {
    const choices = fc.sample(fc.subarray(KEYS), { numRuns: 2, seed: 20261128 });
    const all = [[], [...KEYS], ...choices];
    for (const [index, declared] of all.entries()) {
      const one = await sample(declared, index + 1);
      let page = '';
      for (const route of PUBLIC_ROUTES) {
        for (const path of addresses(route, one)) {
          const text = await words(path);
          if (path === `/public/permits/${one.id}`) page = text;
          // the word that was looked for stands in the address, never in what was found
          for (const word of one.secret) expect([path, word, text.includes(word)]).toEqual([path, word, false]);
        }
      }
      for (const word of one.open) expect([declared, word, page.includes(word)]).toEqual([declared, word, true]);
    }
  }, 600_000);
});

describe('副本', () => {
  let world: PermitWorld;
  beforeAll(async () => (world = await PermitWorld.begin()), 300_000);
  afterAll(() => world.end());

  it('holds the eleven contents of 条例 art. 13 in order, as drawn and handed out; number, five years and issuer on both papers', async () => {
    const enterprise = await world.as('enterprise.admin');
    const first = await world.submitted(enterprise, { siteSequence: 1 });
    const permit = await world.issue(first.id as string, `${first.uscc as string}001P`);
    const { extractText } = await import('unpdf');
    const paper = async (fileId: string): Promise<string> => (await extractText(new Uint8Array((await enterprise.get(`/files/${fileId}/content`)).raw), { mergePages: true })).text.replace(/\s/g, '');
    const duplicate = await paper(permit.duplicateFileId as string);
    const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一'];
    const headings = chaptersOf({ ...permit, managementCategory: 'simplified' } as never, {}).map(one => `${numerals[one.number - 1] ?? ''}、${one.title}`.replace(/\s/g, ''));
    const places = headings.map(one => duplicate.indexOf(one));
    expect(headings).toHaveLength(11);
    expect(places.every((at, index) => at >= 0 && (index === 0 || at > (places[index - 1] ?? 0)))).toBe(true);
    const original = await paper(permit.originalFileId as string);
    for (const text of [original, duplicate]) for (const said of [permit.number as string, `${permit.validFrom as string}至${permit.validTo as string}`, permit.issuer as string, 'SM2签名']) expect(text).toContain(said);
    expect([permit.validFrom, permit.validTo]).toEqual(['2026-11-23', '2031-11-22']);
    expect(duplicate).toContain('DA001');
    expect(original).not.toContain('净化焦炉煤气');
  });
});
