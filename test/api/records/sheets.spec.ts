import ExcelJS from 'exceljs';
import { Any, Person, RecordsWorld } from './world';

/** Workbooks as people fill them: drawn by the platform, filled in, sent, mended, sent again. */
describe('records by Excel', () => {
  let records: RecordsWorld;
  let hospital: Person;
  beforeAll(async () => {
    records = await RecordsWorld.begin();
    hospital = await records.hospital();
    records.world.clock.set('2026-11-26T02:00:00Z');
  });
  afterAll(() => records.end());

  const filled = async (template: Buffer, rows: unknown[][]): Promise<Buffer> => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(template as unknown as ExcelJS.Buffer);
    const sheet = book.worksheets[0] as ExcelJS.Worksheet;
    rows.forEach((cells, index) => cells.forEach((value, at) => { if (value !== null) sheet.getCell(3 + index, at + 1).value = value as ExcelJS.CellValue; }));
    return Buffer.from(await book.xlsx.writeBuffer());
  };
  const send = async (person: Person, path: string, bytes: Buffer): Promise<Any> => records.sheet(person, path, bytes);
  const places = (answer: Any): string[] => (answer.body.problems as Any[]).map(one => `${one.address as string} ${one.code as string}`);

  it('takes a ledger of days: good rows in, wrong cells named by address, the mended workbook sent again adds only what is new', async () => {
    const path = `/ledgers/${records.permitId}/sheet?itemKey=facility-operation:MF0001`;
    const template = await hospital.get(path);
    expect([template.status, template.raw.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    // 日期 状态 运行时间 负荷 …
    const first = await send(hospital, path, await filled(template.raw, [['2026-11-24', '运行', 20], ['2026-11-25', '运行', '30'], ['2026-11-23', '运行', '20小时'], ['2026-12-24', '停运']]));
    expect([first.status, first.body.accepted, first.body.existing, first.body.refused]).toEqual([200, 1, 0, 3]);
    expect(places(first).map(one => one.split(' ')[0])).toEqual(expect.arrayContaining(['C4', 'C5', 'A6']));
    const second = await send(hospital, path, await filled(template.raw, [['2026-11-24', '运行', 20], ['2026-11-25', '运行', 21], ['2026-11-23', '运行', 20]]));
    expect([second.body.accepted, second.body.existing, second.body.refused, places(second)]).toEqual([2, 1, 0, []]);
    expect(await records.world.db.query(`SELECT business_date::text AS day, source FROM ledger_entry ORDER BY 1`)).toEqual(['2026-11-23', '2026-11-24', '2026-11-25'].map(day => ({ day, source: 'excel' })));
  });

  it('takes results, and asks about slips by their cell', async () => {
    const path = `/monitoring/${records.permitId}/sheet`;
    const template = await hospital.get(path);
    const sewage = (value: string, at = '2026-11-25 09:00'): unknown[] => ['DW001 污水总排口', '化学需氧量', at, value, 'mg/L', null, 178, null, '是'];
    const answer = await send(hospital, path, await filled(template.raw, [sewage('<4'), sewage('-3', '2026-11-25 10:00'), sewage('26000', '2026-11-25 11:00')]));
    expect([answer.body.accepted, answer.body.refused, places(answer)]).toEqual([1, 2, ['D4 value', 'D5 unit-slip']]);
    expect(await records.world.db.query('SELECT reported, source FROM monitoring_result')).toEqual([{ reported: '<4', source: 'excel' }]);
  });

  it('refuses what is no workbook, and strangers before they send one', async () => {
    const path = `/ledgers/${records.permitId}/sheet?itemKey=facility-operation:MF0001`;
    expect((await send(hospital, path, Buffer.from('这不是表格'))).status).toBe(415);
    expect((await hospital.post(path, {})).status).toBe(400);
    expect([(await (await records.lime()).post(path, {})).status, (await (await records.officer()).post(path, {})).status]).toEqual([404, 403]);
    expect((await hospital.get(`/ledgers/${records.permitId}/sheet?itemKey=nothing`)).status).toBe(400);
  });
});
