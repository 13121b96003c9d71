import { Injectable, StreamableFile } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { Actor, AppError, Audit, Db } from '@huanbao/platform';
import { drawWorkbook, pickSheet, ReadRow, ReadTable, readTable, SheetTable, SheetUpload, withWorkbook, workbookDownload } from '@huanbao/sheets';
import { EnterComplaintDto } from '../dto';
import { Complaint } from '../entities';
import { Registering } from '../intake/register.service';
import { SUBJECT_WORDS, SUBJECTS } from '../rules';
import type { ComplaintImportProblemView, ComplaintImportView } from '../views/import.view';

const MOST_ROWS = 500;
const MOST_PROBLEMS = 500;
const TABLE: SheetTable = {
  title: '投诉举报', mostRows: MOST_ROWS,
  columns: [
    { key: 'externalNumber', label: { zh: '来件编号', en: 'Number elsewhere' }, type: 'text', required: true, example: '12345-20261123-001', help: { zh: '其他平台的编号，同一编号只登记一次', en: 'Each number is registered once.' } },
    { key: 'subject', label: { zh: '污染类型', en: 'Kind' }, type: 'choice', required: true, options: SUBJECTS.map(value => ({ value, ...SUBJECT_WORDS[value] })) },
    { key: 'place', label: { zh: '地点', en: 'Place' }, type: 'text', required: true, example: '崇文街道环城路' },
    { key: 'what', label: { zh: '反映内容', en: 'What happened' }, type: 'text', required: true, example: '夜间有刺鼻气味' },
    { key: 'lng', label: { zh: '经度', en: 'Longitude' }, type: 'decimal', min: -180, max: 180 },
    { key: 'lat', label: { zh: '纬度', en: 'Latitude' }, type: 'decimal', min: -90, max: 90 },
    { key: 'respondent', label: { zh: '被举报单位', en: 'Who causes it' }, type: 'text' },
    { key: 'happenedOn', label: { zh: '发生日期', en: 'Happened on' }, type: 'date' },
    { key: 'happened', label: { zh: '发生时间说明', en: 'When, in words' }, type: 'text' },
    { key: 'name', label: { zh: '举报人姓名', en: 'Name' }, type: 'text' },
    { key: 'phone', label: { zh: '举报人电话', en: 'Phone' }, type: 'text' },
  ],
};

type Problem = ComplaintImportProblemView;

/** Reports that came to another hotline (12345, the provincial platform), by Excel. Each row is registered on its own. */
@Injectable()
export class ComplaintImport {
  constructor(
    private readonly db: Db,
    private readonly registering: Registering,
    private readonly audit: Audit,
  ) {}

  async template(): Promise<StreamableFile> {
    const intro = '每行一件，最多 500 行。带 * 的必填。来件编号已登记过的不会重复登记。举报人信息会加密保存，导入后请妥善处理本文件。';
    return workbookDownload(await drawWorkbook([{ table: TABLE, rows: [], example: false, intro }]), '投诉举报导入');
  }

  take(actor: Actor, upload: SheetUpload): Promise<ComplaintImportView> {
    return withWorkbook(upload, async book => {
      const read = await readTable(await pickSheet(book.sheets, TABLE), TABLE, { requireFilled: true });
      const outcome = { accepted: 0, existing: 0, refused: 0 };
      const problems: Problem[] = read.problems.map(({ address, found, code, zh, en }) => ({ address, found, code, zh, en }));
      for (const row of read.rows) {
        const found = read.badLines.has(row.line) ? 'refused' : await this.enter(actor, row, { read, problems });
        outcome[found] += 1;
      }
      await this.audit.record({ actor, action: 'complaint.import', subject: { type: 'complaint-list', id: 'import' }, details: { ...outcome } });
      return { ...outcome, problems: problems.slice(0, MOST_PROBLEMS) };
    });
  }

  private async enter(actor: Actor, row: ReadRow, { read, problems }: { readonly read: ReadTable; readonly problems: Problem[] }): Promise<'accepted' | 'existing' | 'refused'> {
    const { lng, lat, ...rest } = row.values;
    const dto = plainToInstance(EnterComplaintDto, { ...rest, ...(lng === undefined ? {} : { lng: Number(lng) }), ...(lat === undefined ? {} : { lat: Number(lat) }), channel: 'import' });
    const told = (key: string, { code, zh, en }: { code: string; zh: string; en: string }): void => void problems.push({ address: read.present.has(key) ? read.addressOf(row.line, key) : String(row.line), found: '', code, zh, en });
    const wrong = await validate(dto);
    for (const { property } of wrong) told(property, { code: 'shape', zh: '太短、太长或格式不对，请对照列标题的说明修改', en: 'Too short, too long or of another form: see the note of the heading.' });
    if (wrong.length > 0) return 'refused';
    if (await this.db.repo(Complaint).existsBy({ externalNumber: dto.externalNumber ?? '' })) return 'existing';
    try {
      await this.registering.enter(actor, dto);
      return 'accepted';
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.errors.some(one => one.code === 'taken')) return 'existing';
      for (const one of error.errors) told(one.pointer.slice(1), one);
      return 'refused';
    }
  }
}
