import ExcelJS from 'exceljs';
import { heldMemory } from '../../harness/memory';
import { RecordsWorld } from '../records/world';
import { Any, Person, PermitWorld } from '../permits/world';
import { edited, sendFile, sheetOf } from './files';
import { handIn, line, LIST_HEADINGS, listOf, madeUscc } from './lists';

/** What people put into a column of numbers, and what they are told. */
const BAD: readonly [what: string, value: unknown, code: string, found: string, zh: RegExp, en: RegExp][] = [
  ['a unit in the cell', '30mg', 'unit-in-cell', '30mg', /不要带单位/, /without a unit/],
  ['words', '很多', 'not-a-number', '很多', /不是数字/, /Not a number/],
  ['a formula that fails', { formula: '1/0', result: { error: '#DIV/0!' } }, 'formula-error', '#DIV/0!', /公式出错/, /formula fails/],
  ['an error pasted as text', '#N/A', 'formula-error', '#N/A', /公式出错/, /formula fails/],
  ['a formula never reckoned', { formula: 'B1+1' }, 'formula-empty', '=B1+1', /没有计算结果/, /no result yet/],
  ['a percentage', { percent: 0.3 }, 'percent', '30%', /百分比格式/, /percentage/],
  ['a negative value', -5, 'min', '-5', /不能小于 0/, /cannot be below 0/],
  ['a thousand million', 1e9, 'max', '1000000000', /疑似单位或小数点有误/, /Check the unit/],
];

const isPercent = (value: unknown): value is { percent: number } => typeof value === 'object' && value !== null && 'percent' in value;

/** Rows into the first sheet from a line on, with the number formats some values need. */
function fill(book: ExcelJS.Workbook, from: number, rows: readonly (readonly unknown[])[]): void {
  const page = book.worksheets[0] as ExcelJS.Worksheet;
  rows.forEach((row, index) => row.forEach((value, at) => {
    const cell = page.getCell(from + index, at + 1);
    cell.numFmt = isPercent(value) ? '0%' : 'General';
    if (value !== null) cell.value = (isPercent(value) ? value.percent : value) as ExcelJS.CellValue;
  }));
}

const told = (problems: readonly Any[]): string[] => problems.map(one => `${one.address as string} ${one.code as string} ${one.found as string}`);
const expectMends = (problems: readonly Any[]): void => problems.forEach((one, index) => {
  expect(one.zh).toMatch(BAD[index]?.[4] as RegExp);
  expect(one.en).toMatch(BAD[index]?.[5] as RegExp);
});

describe('bad workbooks through HTTP', () => {
  let records: RecordsWorld;
  let world: PermitWorld;
  let hospital: Person;
  let lime: Person;
  let clerk: Person;
  let application: Any;

  beforeAll(async () => {
    records = await RecordsWorld.begin();
    world = records.world;
    [hospital, lime] = [await records.hospital(), await records.lime()];
    application = (await lime.post('/permit-applications', { siteSequence: 7, siteName: '七厂区' })).body;
    world.clock.set('2026-11-26T02:00:00Z');
    // an officer's session does not outlive the day: signed in anew on this one
    (world as unknown as { people: Map<string, unknown> }).people.clear();
    clerk = await world.as('bureau.intake');
  }, 300_000);
  afterAll(() => records.end());

  describe('a table of the form', () => {
    const HEADINGS = ['排放口编号*', '污染物*', '执行标准*', '许可排放浓度（mg/m³）*'];
    const where = (): string => `/permit-applications/${application.id as string}/tables/air-limits/limits`;
    const section = async (): Promise<Any> => (await lime.get(`/permit-applications/${application.id as string}/sections/air-limits`)).body;

    it('names every bad cell with what stands there and the mend, and writes nothing', async () => {
      const before = await section();
      const bytes = await edited(await sheetOf('限值', [HEADINGS]), book => fill(book, 2, BAD.map(([, value]) => ['DA001', '二氧化硫', 'GB 13271-2014', value])));
      const seen = await sendFile(world, lime, `${where()}/preview`, { bytes });
      expect(told(seen.body.problems)).toEqual(BAD.map(([, , code, found], index) => `D${index + 2} ${code} ${found}`));
      expectMends(seen.body.problems);
      const refused = await sendFile(world, lime, `${where()}/import`, { bytes, version: before.version });
      expect([refused.status, refused.body.code, refused.body.problemCount]).toEqual([422, 'sheet.cells', BAD.length]);
      expect(await section()).toEqual(before);
    });

    it('refuses merged cells at their range, understands 全角 digits, and refuses 50,000 rows with the number it takes', async () => {
      const merged = await edited(await sheetOf('限值', [HEADINGS, ['DA001', '二氧化硫', 'GB 13271-2014', '３０'], [null, '颗粒物', 'GB 13271-2014', 10]]), book => book.worksheets[0]?.mergeCells('A2:A3'));
      expect(told((await sendFile(world, lime, `${where()}/preview`, { bytes: merged })).body.problems)).toEqual(['A2:A3 merged ']);
      const many = Buffer.from(`${HEADINGS.join(',')}\n${'DA001,二氧化硫,GB 13271-2014,30\n'.repeat(50_000)}`);
      const answer = await sendFile(world, lime, `${where()}/preview`, { bytes: many, name: '限值.csv' });
      expect([answer.status, answer.body.code, answer.body.most, answer.body.zh]).toEqual([422, 'sheet.too-many-rows', 10_000, expect.stringContaining('分成几个文件')]);
    });
  });

  describe('a ledger', () => {
    const where = (): string => `/ledgers/${records.permitId}/sheet?itemKey=facility-operation:MF0001`;
    const entries = (): Promise<unknown[]> => world.db.query('SELECT id FROM ledger_entry');

    it('leaves out every bad line, also of merged cells and beyond what is told, with place and mend', async () => {
      const template = (await hospital.get(where())).raw;
      const bytes = await edited(template, book => fill(book, 3, BAD.map(([, value]) => ['2026-11-24', '运行', value])));
      const answer = await records.sheet(hospital, where(), bytes);
      expect([answer.status, answer.body.accepted, answer.body.refused]).toEqual([200, 0, BAD.length]);
      expect(told(answer.body.problems)).toEqual(BAD.map(([, , code, found], index) => `C${index + 3} ${code} ${found}`));
      expectMends(answer.body.problems);
      const merged = await edited(template, book => {
        fill(book, 3, [['2026-11-23', '运行', '２０'], ['2026-11-24', '运行', 20]]);
        book.worksheets[0]?.mergeCells('C3:C4');
      });
      expect((await records.sheet(hospital, where(), merged)).body).toMatchObject({ accepted: 0, refused: 2, problems: [{ address: 'C3:C4', code: 'merged' }] });
      const beyond = await edited(template, book => fill(book, 3, Array.from({ length: 1_100 }, () => ['2026-11-24', '运行', '20小时'])));
      expect((await records.sheet(hospital, where(), beyond)).body).toMatchObject({ accepted: 0, refused: 1_100 });
      expect(await entries()).toEqual([]);
      const wide = await edited(template, book => fill(book, 3, [['２０２６-11-24', '运行', '２０']]));
      expect((await records.sheet(hospital, where(), wide)).body).toMatchObject({ accepted: 1, refused: 0 });
    });
  });

  describe('a list of permits', () => {
    const AMOUNT = LIST_HEADINGS.indexOf('二氧化硫许可年排放量（t/a）');
    const permits = async (): Promise<unknown> => world.db.query('SELECT count(*) FROM permit');
    const refused = async (id: string): Promise<Any[]> => (await clerk.get(`/permit-imports/${id}/rows?kind=refused&limit=200`)).body.items as Any[];

    it('names every bad cell, and nothing of it is written', async () => {
      const before = await permits();
      const lines = BAD.map(([, value], index) => line(100 + index).map((cell, at) => (at === AMOUNT ? value : cell)));
      const batch = await handIn(world, clerk, await edited(await listOf([]), book => fill(book, 2, lines)));
      const problems = (await refused(batch.id as string)).flatMap(row => row.problems as Any[]);
      expect(told(problems)).toEqual(BAD.map(([, , code, found], index) => `M${index + 2} ${code} ${found}`));
      expectMends(problems);
      expect(await permits()).toEqual(before);
    });

    it('refuses every line of merged cells, a code whose digits Excel lost, and takes 全角 for what it means', async () => {
      const bytes = await edited(await listOf([line(120), line(121), line(122, { 统一社会信用代码: 911411810000000000 }), line(123, { 有效期开始日期: '２０２４年３月１日', '二氧化硫许可年排放量（t/a）': '１２．５' })]), book => book.worksheets[0]?.mergeCells('I2:I3'));
      const batch = await handIn(world, clerk, bytes);
      expect((await refused(batch.id as string)).map(row => `${row.line as number} ${told(row.problems as Any[]).join()}`)).toEqual(['2 I2:I3 merged ', '3 I2:I3 merged ,I3 missing ', expect.stringMatching(/^4 B4 lost-digits/)]);
      expect(batch.created).toBe(1);
    });

    it('says in both languages why a file cannot be read', async () => {
      const twice = await handIn(world, clerk, await sheetTwice());
      expect([twice.state, twice.failure.zh, twice.failure.en]).toEqual(['unreadable', expect.stringMatching(/^Q1：.*出现了两列/), expect.stringMatching(/^Q1: .*twice/)]);
      const none = await sendFile(world, clerk, '/permit-imports?sourceOn=2026-11-20', { bytes: await sheetOf('a', [['甲', '乙'], [1, 2]]) });
      expect([none.status, none.body.code]).toEqual([400, 'sheet.headings']);
      const ahead = await sendFile(world, clerk, '/permit-imports?sourceOn=2027-01-01', { bytes: await listOf([line(1)]) });
      expect([ahead.status, ahead.body.errors[0].pointer]).toEqual([400, '/sourceOn']);
    });

    it('checks 50,000 lines in the worker with the memory of a small part of them, and refuses 50,001', async () => {
      const csv = (count: number): Buffer => Buffer.from([LIST_HEADINGS, ...Array.from({ length: count }, (_, n) => line(10_000 + n))].map(row => row.map(cell => cell ?? '').join(',')).join('\n'));
      expect(await handIn(world, clerk, csv(50_001), { name: '多.csv' })).toMatchObject({ state: 'unreadable', failure: { zh: expect.stringContaining('最多 50000 行') } });
      const started = performance.now();
      const { result: batch, megabytes } = await heldMemory(() => handIn(world, clerk, csv(50_000), { name: '五万.csv' }));
      expect([batch.state, batch.rowsTotal, batch.created]).toEqual(['judged', 50_000, 50_000]);
      const seconds = (performance.now() - started) / 1000;
      process.stdout.write(`50,000 lines: ${seconds.toFixed(1)} s, at most ${megabytes.toFixed(0)} MB held\n`);
      expect(seconds).toBeLessThan(500);
      expect(megabytes).toBeLessThan(200);
      expect((await clerk.get(`/permit-imports/${batch.id as string}/rows?q=${madeUscc(59_999)}`)).body.items).toHaveLength(1);
    }, 600_000);

    const sheetTwice = async (): Promise<Buffer> => sheetOf('名单', [[...LIST_HEADINGS, '单位名称'], [...line(1), '又']] as never);
  });
});
