import ExcelJS from 'exceljs';
import { Files } from '@huanbao/documents';
import { Permit } from '@huanbao/permits';
import { systemActor } from '@huanbao/platform';
import { MonitoringReports, ReportSheets } from '@huanbao/records';
import { Any, Person, RecordsWorld } from './world';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const SYSTEM = systemActor('contracts');
const FIRM = { firmId: '00000000-0000-7000-8000-00000000f111', taskId: '00000000-0000-7000-8000-00000000a111', taskTitle: '康复医院自行监测' };

/** A workbook of results that a firm handed over with its report: shown, and taken over as a whole, once. */
describe('results of a report by Excel', () => {
  let records: RecordsWorld;
  let hospital: Person;
  let permit: Permit;
  let template: Buffer;
  beforeAll(async () => {
    records = await RecordsWorld.begin();
    hospital = await records.hospital();
    records.world.clock.set('2026-11-26T02:00:00Z');
    permit = await records.world.db.repo(Permit).findOneByOrFail({ id: records.permitId });
    template = (await hospital.get(`/monitoring/${records.permitId}/sheet`)).raw;
  });
  afterAll(() => records.end());

  const cells = (over: Any = {}): Any => ({ place: 'DW001 污水总排口', pollutant: '化学需氧量', at: '2026-11-25 09:00', value: '40', unit: 'mg/L', cma: '240412050001', checked: '是', ...over });
  const drawn = async (rows: readonly Any[], change: (sheet: ExcelJS.Worksheet) => void = () => undefined): Promise<Buffer> => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(template as unknown as ExcelJS.Buffer);
    const sheet = book.worksheets[0] as ExcelJS.Worksheet;
    const headings = Array.from({ length: sheet.columnCount }, (_, at) => String(sheet.getCell(2, at + 1).value ?? ''));
    const at = (word: string): number => headings.findIndex(one => one.includes(word)) + 1;
    rows.forEach((row, index) => {
      for (const [word, key] of [['点位', 'place'], ['监测因子', 'pollutant'], ['采样时间', 'at'], ['监测值', 'value'], ['单位', 'unit'], ['CMA', 'cma'], ['数值已核对', 'checked']] as const) if (row[key] !== undefined) sheet.getCell(3 + index, at(word)).value = row[key] as ExcelJS.CellValue;
    });
    change(sheet);
    return Buffer.from(await book.xlsx.writeBuffer());
  };

  /** As the room of contracts hands it on once the delivery was accepted. */
  async function received(bytes: Buffer): Promise<string> {
    const name = `结果-${Math.random().toString(36).slice(2)}.xlsx`;
    const made = await records.world.api.get(Files).store(bytes, { name, mediaType: XLSX, subjectType: 'service-task', subjectId: FIRM.taskId, purpose: 'delivery', ownerOrgId: permit.enterpriseId, uploadedBy: permit.enterpriseId });
    const isSheet = await records.world.api.get(ReportSheets).isSheet(made);
    await records.world.db.transaction(() => records.world.api.get(MonitoringReports).receive(SYSTEM, permit, { ...FIRM, fileId: made.id, laboratory: '汾河检测', contract: null, isSheet }));
    const [row] = await records.world.db.query<{ id: string }>('SELECT id FROM monitoring_report WHERE name = $1', [name]);
    return row?.id as string;
  }

  const path = (report: string, verb: string): string => `/monitoring/${records.permitId}/reports/${report}/${verb}`;
  const shown = async (report: string, person = hospital): Promise<Any> => (await person.get(path(report, 'rows'))).body;
  const take = (report: string, person = hospital): Promise<Any> => person.post(path(report, 'take'), {});
  const told = (sheet: Any): string[] => (sheet.rows as Any[]).flatMap(row => (row.problems as Any[]).map(one => `${one.address as string} ${one.code as string}`));
  const results = (): Promise<Any[]> => records.world.db.query('SELECT place, reported, source, laboratory, report_file_id AS file FROM monitoring_result ORDER BY sampled_at');

  it('shows every row with its limit and verdict before it is taken, and enters all in one go, never twice', async () => {
    const report = await received(await drawn([cells(), cells({ at: '2026-11-25 10:00', value: '＜４' }), cells({ at: '2026-11-25 11:00', value: 400 })]));
    const sheet = await shown(report);
    expect(sheet).toMatchObject({ accepted: 3, existing: 0, refused: 0, takenAt: null, laboratory: '汾河检测', taskTitle: '康复医院自行监测' });
    expect((sheet.rows as Any[]).map(row => [row.line, row.place, row.value, row.unit, row.verdict])).toEqual([[3, 'DW001', '40', 'mg/L', 'met'], [4, 'DW001', '＜４', 'mg/L', 'met'], [5, 'DW001', '400', 'mg/L', 'exceeded']]);
    expect(await results()).toEqual([]);
    const both = await Promise.all([take(report), take(report)]);
    expect(both.map(one => one.body.code ?? one.status).sort()).toEqual([200, 'monitoring.sheet-taken']);
    const rows = await results();
    expect(rows.map(row => [row.reported, row.source, row.laboratory])).toEqual([['40', 'excel', '汾河检测'], ['<4', 'excel', '汾河检测'], ['400', 'excel', '汾河检测']]);
    expect(await records.world.db.query('SELECT 1 FROM exceedance')).toHaveLength(1);
    const [listed] = (await hospital.get(`/monitoring/${records.permitId}/reports`)).body.items;
    expect(listed).toMatchObject({ id: report, isSheet: true, results: 3 });
    expect([listed.fileId, await shown(report)]).toEqual([rows[0]?.file, expect.objectContaining({ takenByName: expect.any(String), accepted: 0, existing: 3, refused: 0 })]);
    expect(await records.world.db.query(`SELECT 1 FROM audit_entry WHERE action = 'monitoring.take-sheet'`)).toHaveLength(1);
  });

  it('takes what another workbook says again for what is there, and refuses another value of the same sample', async () => {
    const again = await received(await drawn([cells({ at: '2026-11-24 09:00' })]));
    expect((await take(again)).status).toBe(200);
    const other = await received(await drawn([cells({ at: '2026-11-24 08:00' }), cells({ at: '2026-11-24 09:00', value: '41' })]));
    expect([told(await shown(other)), (await take(other)).body.code]).toEqual([['C4 taken'], 'monitoring.sheet-wrong']);
    expect((await results()).filter(row => row.reported === '41')).toEqual([]);
  });

  it.each<[string, () => Promise<Buffer>, string[]]>([
    ['a unit in the cell of the value', () => drawn([cells({ at: '2026-11-23 09:00', value: '40mg/L' })]), ['D3 value']],
    ['a value that is no number', () => drawn([cells({ at: '2026-11-23 09:00', value: '合格' })]), ['D3 value']],
    ['not found without a limit', () => drawn([cells({ at: '2026-11-23 09:00', value: '未检出' })]), ['D3 value']],
    ['an outlet the permit does not have', () => drawn([cells({ at: '2026-11-23 09:00', place: 'DW009 别家排口' })]), ['A3 choice']],
    ['a unit that does not convert', () => drawn([cells({ at: '2026-11-23 09:00', unit: 'dB(A)' })]), ['E3 unit']],
    ['the same sample twice', () => drawn([cells({ at: '2026-11-23 09:00' }), cells({ at: '2026-11-23 09:00', value: '41' })]), ['C4 repeated']],
    ['a sample of tomorrow', () => drawn([cells({ at: '2026-11-27 09:00' })]), ['C3 future']],
    ['a time that is none', () => drawn([cells({ at: '上午九点' })]), ['C3 time']],
    ['a row without its value', () => drawn([cells({ at: '2026-11-23 09:00', value: undefined })]), ['D3 missing']],
    ['a slip of the unit that nobody has checked', () => drawn([cells({ at: '2026-11-23 09:00', value: '26000', checked: undefined })]), ['D3 unit-slip']],
    ['merged cells', () => drawn([cells({ at: '2026-11-23 09:00' }), cells({ at: '2026-11-23 10:00', place: undefined })], sheet => sheet.mergeCells('A3:A4')), ['A3:A4 merged']],
  ])('refuses %s by its cell, and then takes none of the rows', async (_name, draw, expected) => {
    const before = (await results()).length;
    const report = await received(await draw());
    const sheet = await shown(report);
    expect(told(sheet)).toEqual(expect.arrayContaining(expected));
    for (const row of sheet.rows as Any[]) for (const one of row.problems as Any[]) expect((one.zh as string).length > 3 && (one.en as string).length > 3).toBe(true);
    const answer = await take(report);
    expect([answer.status, answer.body.code, (await results()).length]).toEqual([422, 'monitoring.sheet-wrong', before]);
  });

  it('one wrong row keeps the right ones out too', async () => {
    const before = (await results()).length;
    const report = await received(await drawn([cells({ at: '2026-11-23 12:00' }), cells({ at: '2026-11-23 13:00', value: '四十' })]));
    expect(await shown(report)).toMatchObject({ accepted: 1, refused: 1 });
    expect([(await take(report)).status, (await results()).length]).toEqual([422, before]);
  });

  it('reads text that is a number, and digits of full width', async () => {
    const report = await received(await drawn([cells({ at: '2026-11-23 14:00', value: '３８．５' }), cells({ at: '2026-11-23 15:00', value: ' 39 ' })]));
    expect((await take(report)).status).toBe(200);
    expect((await results()).map(row => row.reported)).toEqual(expect.arrayContaining(['38.5', '39']));
  });

  it('an empty workbook is none to take, raw data is no workbook of results', async () => {
    const empty = await received(template);
    expect((await take(empty)).body.code).toBe('monitoring.sheet-empty');
    const raw = new ExcelJS.Workbook();
    raw.addWorksheet('谱图').addRow(['时间', '峰面积']);
    const other = await received(Buffer.from(await raw.xlsx.writeBuffer()));
    expect((await hospital.get(path(other, 'rows'))).status).toBe(404);
  });

  it('is the enterprise’s to take; strangers see nothing, the bureau reads', async () => {
    const report = await received(await drawn([cells({ at: '2026-11-22 09:00' })]));
    const officer = await records.officer();
    expect([(await (await records.lime()).get(path(report, 'rows'))).status, (await take(report, await records.lime())).status, (await officer.get(path(report, 'rows'))).status, (await take(report, officer)).status]).toEqual([404, 404, 200, 403]);
  });
});
