import ExcelJS from 'exceljs';
import { lyingZipBomb, wordWith, zip, zipBomb } from '../documents/samples';
import { Answer, Any, Person, PermitWorld } from '../permits/world';
import { edited, opened, sendFile, sheetOf } from './files';

const HEADINGS = ['排放口编号*', '污染物*', '执行标准*', '许可排放浓度（mg/m³）*'];

/** Tables of the application form out to Excel and in again. */
describe('tables of the form by Excel', () => {
  let world: PermitWorld;
  let enterprise: Person;
  let application: Any;

  beforeAll(async () => {
    world = await PermitWorld.begin({ permitNumbering: 'hj608' });
    enterprise = await world.as('enterprise.admin');
    application = await world.filled(enterprise, { siteSequence: 1 });
    limits = path('air-limits', 'limits');
  });
  afterAll(() => world.end());

  const path = (section: string, table: string): string => `/permit-applications/${application.id as string}/tables/${section}/${table}`;
  const section = async (key: string): Promise<Any> => (await enterprise.get(`/permit-applications/${application.id as string}/sections/${key}`)).body;
  let limits = '';
  const download = async (where: string): Promise<Buffer> => {
    const answer = await enterprise.get(where);
    expect([answer.status, answer.headers['content-disposition']]).toEqual([200, expect.stringMatching(/^attachment; .*\.xlsx/)]);
    return answer.raw;
  };
  const preview = (bytes: Buffer, who = enterprise): Promise<Answer<Any>> => sendFile(world, who, `${limits}/preview`, { bytes });
  const apply = (bytes: Buffer, version: number, mode = 'replace'): Promise<Answer<Any>> => sendFile(world, enterprise, `${limits}/import?mode=${mode}`, { bytes, version });

  it('gives a template and the present rows, and finds nothing to change in its own export', async () => {
    const template = await opened(await download(`${limits}/template`));
    expect(template.worksheets[0]?.getRow(2).getCell(4).value).toBe('许可排放浓度（mg/m³）*');
    const { body } = await preview(await download(limits));
    const rows = (await section('air-limits')).data.limits.length as number;
    expect(body).toMatchObject({ current: rows, incoming: rows, problemCount: 0, replace: { added: 0, changed: 0, removed: 0, same: rows } });
  });

  it('previews, then takes changed, new and removed rows over; ids stay, audit says who and what', async () => {
    const before = await section('air-limits');
    const bytes = await edited(await download(limits), book => {
      const page = book.worksheets[0] as ExcelJS.Worksheet;
      page.getCell('D3').value = '１９．５';
      page.spliceRows(4, 1);
      page.addRow(['DA001', '汞及其化合物', 'GB 13271-2014', 0.05]);
    });
    const seen = (await preview(bytes)).body;
    expect(seen.problems).toEqual([]);
    expect(seen.replace).toMatchObject({ added: 1, changed: 1, removed: 1 });
    expect(seen.append).toMatchObject({ added: 1, changed: 1, removed: 0 });
    expect((await section('air-limits')).version).toBe(before.version);
    const applied = await apply(bytes, seen.version as number);
    expect(applied.status).toBe(200);
    const { limits: rows } = (await section('air-limits')).data;
    expect(rows[0]).toMatchObject({ id: before.data.limits[0].id, concentrationMgM3: '19.5' });
    expect(rows.at(-1)).toMatchObject({ concentrationMgM3: '0.05', id: expect.stringMatching(/^[0-9a-f]{12}$/) });
    const [entry] = await world.db.query<{ details: object }>(`SELECT details FROM audit_entry WHERE action = 'permit-application.import' ORDER BY seq DESC LIMIT 1`);
    expect(entry?.details).toEqual({ section: 'air-limits', table: 'limits', mode: 'replace', added: 1, changed: 1, removed: 1 });
    expect((await apply(bytes, seen.version as number)).status).toBe(412);
  });

  it('names every bad cell, imports nothing, and gives the workbook back with the cells marked', async () => {
    const before = await section('air-limits');
    const bytes = await sheetOf('我的表', [HEADINGS, ['DA001', '二氧化硫', 'GB 13271-2014', '30mg/m³'], ['DA77', '氡', null, -5], ['ＤＡ００１', '颗粒物', 'GB 13271-2014', { formula: '1/0', result: { error: '#DIV/0!' } as unknown as number }], ['DA001', '颗粒物', 'GB 13271-2014', 1e9]]);
    const seen = (await preview(bytes)).body;
    expect(seen.problems.map((one: Any) => `${one.sheet}!${one.address as string} ${one.code as string}`)).toEqual([
      '我的表!D2 unit-in-cell', '我的表!A3 code', '我的表!B3 choice', '我的表!D3 min', '我的表!D4 formula-error', '我的表!D5 max',
    ]);
    expect(seen.notes.map((one: Any) => `${one.address as string} ${one.code as string}`)).toContain('C3 missing');
    const refused = await apply(bytes, before.version as number);
    expect([refused.status, refused.body.code, refused.body.problemCount]).toEqual([422, 'sheet.cells', 6]);
    expect(await section('air-limits')).toEqual(before);
    const report = await sendFile(world, enterprise, `${limits}/report`, { bytes });
    const book = await opened(report.raw);
    expect(book.getWorksheet('我的表')?.getCell('D2').fill).toMatchObject({ pattern: 'solid' });
    expect(book.worksheets[0]?.rowCount).toBe(7);
  });

  it.each<[string, () => Promise<Buffer> | Buffer, string]>([
    ['a bomb', zipBomb, 'file.archive'], ['a bomb that lies', lyingZipBomb, 'file.damaged'], ['Word with the name of Excel', () => wordWith(), 'file.name-differs'],
    ['macros', () => zip([{ name: '[Content_Types].xml', bytes: Buffer.from('<Types/>') }, { name: 'xl/workbook.xml', bytes: Buffer.from('<workbook/>') }, { name: 'xl/vbaProject.bin', bytes: Buffer.from('x') }]), 'file.macros'],
    ['old Excel renamed', () => Buffer.from('d0cf11e0a1b11ae1'.padEnd(2000, '0'), 'hex'), 'sheet.old-or-locked'], ['an empty file', () => Buffer.alloc(0), 'sheet.type'],
  ])('refuses %s and says what to do', async (_, bytes, code) => {
    const answer = await sendFile(world, enterprise, `${limits}/preview`, { bytes: await bytes() });
    expect([answer.status, answer.body.code]).toEqual([415, code]);
  });

  it('refuses more rows than the table may have, and a request without a file', async () => {
    const rows = Array.from({ length: 10_001 }, () => ['DA001']);
    expect((await preview(await sheetOf('a', [HEADINGS, ...rows]))).body).toMatchObject({ code: 'sheet.too-many-rows', most: 10_000 });
    expect((await enterprise.post(`${limits}/preview`)).body.code).toBe('file.form');
    expect((await preview(await sheetOf('a', [['甲', '乙'], [1, 2]]))).body.code).toBe('sheet.headings');
  });

  it('is there for those who may, and for tables only', async () => {
    const stranger = await world.as('enterprise.admin', 1);
    const bytes = await sheetOf('a', [HEADINGS, ['DA001']]);
    expect((await preview(bytes, stranger)).status).toBe(404);
    expect((await stranger.get(limits)).status).toBe(404);
    for (const where of [path('attachments', 'files'), path('basic', 'name'), path('nonsense', 'x')]) expect([where, (await enterprise.get(where)).status]).toEqual([where, 404]);
  });

  it('exports the whole form in its order and takes it back, all sections or none', async () => {
    const workbook = `/permit-applications/${application.id as string}/workbook`;
    const bytes = await download(workbook);
    const names = (await opened(bytes)).worksheets.map(page => page.name);
    expect(names[0]).toMatch(/^1 /);
    const same = (await sendFile(world, enterprise, `${workbook}/preview`, { bytes })).body;
    expect([same.problemCount, same.parts.filter((part: Any) => part.counts.added + part.counts.changed + part.counts.removed > 0)]).toEqual([0, []]);
    const twoChanges = await edited(bytes, book => {
      const page = book.worksheets.find(one => one.name.endsWith('主要生产设施')) as ExcelJS.Worksheet;
      page.getCell('B3').value = '改名的石灰竖窑';
      (book.worksheets.find(one => one.name.endsWith('原料与辅料')) as ExcelJS.Worksheet).getCell('C3').value = '很多';
    });
    const before = await section('products');
    const bad = await sendFile(world, enterprise, `${workbook}/import?versions=${same.versions as string}`, { bytes: twoChanges });
    expect([bad.status, bad.body.problems[0].code]).toEqual([422, 'not-a-number']);
    expect(await section('products')).toEqual(before);
    const good = await edited(twoChanges, book => void ((book.worksheets.find(one => one.name.endsWith('原料与辅料')) as ExcelJS.Worksheet).getCell('C3').value = 99));
    expect((await sendFile(world, enterprise, `${workbook}/import?versions=${same.versions as string}`, { bytes: good })).status).toBe(200);
    expect((await section('products')).data.facilities[0].name).toBe('改名的石灰竖窑');
    expect((await section('materials')).data.materials[0].annualUse).toBe('99');
    expect((await sendFile(world, enterprise, `${workbook}/import`, { bytes: good })).status).toBe(412);
  });

  it('is sealed after submission like every other way of changing', async () => {
    const submitted = await world.submitted(await world.as('enterprise.admin', 1), { siteSequence: 1 });
    const owner = await world.as('enterprise.admin', 1);
    const where = `/permit-applications/${submitted.id as string}/tables/air-limits/limits`;
    const bytes = (await owner.get(where)).raw;
    const changed = await edited(bytes, book => void ((book.worksheets[0] as ExcelJS.Worksheet).getCell('D3').value = 1));
    const { version } = (await owner.get(`/permit-applications/${submitted.id as string}/sections/air-limits`)).body;
    const answer = await sendFile(world, owner, `${where}/import?mode=replace`, { bytes: changed, version });
    expect([answer.status, answer.body.code]).toEqual([409, 'permit.sealed']);
  });
});
