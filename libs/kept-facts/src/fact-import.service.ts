import { Injectable, StreamableFile } from '@nestjs/common';
import { Directory } from '@huanbao/identity';
import { Actor, AppError, Audit, coversRegion, newId } from '@huanbao/platform';
import { drawWorkbook, pickSheet, ReadRow, ReadTable, readTable, SheetTable, SheetUpload, withWorkbook, workbookDownload } from '@huanbao/sheets';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { RecordFactDto } from './fact.dto';
import type { KeptFactImportView, KeptFactProblemView } from './fact.view';
import { KeptFactsService } from './facts.service';
import { usccUnknown } from './kept-facts.errors';
import { FACT_KINDS, FACT_UNITS, KIND_RULES } from './rules';

const MOST_ROWS = 1000;
const MOST_PROBLEMS = 500;
const THERE = 'kept-fact.exists';
const TABLE: SheetTable = {
  title: '环境数据登记', mostRows: MOST_ROWS,
  columns: [
    { key: 'uscc', label: { zh: '统一社会信用代码', en: 'Credit code' }, type: 'text', required: true, example: '91141181MA0KX00015' },
    { key: 'kind', label: { zh: '数据', en: 'Kind' }, type: 'choice', required: true, options: FACT_KINDS.map(value => ({ value, zh: KIND_RULES[value].zh, en: KIND_RULES[value].en })) },
    { key: 'value', label: { zh: '数值', en: 'Value' }, type: 'text', required: true, example: '12.5', help: { zh: '绩效等级填 A、B、B-、C、D、leading（引领性）、non-leading（非引领性）；其他填数字，不写单位', en: 'A grade, or a number without its unit' } },
    { key: 'unit', label: { zh: '单位', en: 'Unit' }, type: 'choice', options: FACT_UNITS.map(value => ({ value, zh: value, en: value })), help: { zh: '不填按常用单位；碳排放强度按文件填写', en: 'Left out: the usual one' } },
    { key: 'fromOn', label: { zh: '起始日期', en: 'From' }, type: 'date', required: true, example: '2026-10-01', help: { zh: '小时数为一个自然月，碳排放为一个自然年', en: 'Hours: a calendar month; carbon: a calendar year' } },
    { key: 'toOn', label: { zh: '截止日期', en: 'To' }, type: 'date', example: '2026-10-31', help: { zh: '绩效等级长期有效的不填', en: 'Left out for a grade until further notice' } },
    { key: 'authority', label: { zh: '出具机关', en: 'Issued by' }, type: 'text', required: true, example: '吕梁市生态环境局' },
    { key: 'documentNo', label: { zh: '文号', en: 'Document number' }, type: 'text', required: true, example: '吕环函〔2026〕12号' },
    { key: 'note', label: { zh: '说明', en: 'Note' }, type: 'text' },
  ],
};

interface Told {
  readonly read: ReadTable;
  readonly problems: KeptFactProblemView[];
}

/** Many facts by Excel: each good row waits for a second person like one from the form; wrong cells are told by their address. */
@Injectable()
export class FactImport {
  constructor(
    private readonly facts: KeptFactsService,
    private readonly directory: Directory,
    private readonly audit: Audit,
  ) {}

  async template(): Promise<StreamableFile> {
    const intro = '每行一项，最多 1000 行。带 * 的必填。导入后由另一名工作人员逐条确认才生效；已登记过的（企业、数据、时段、数值、文号相同）不会重复登记。';
    return workbookDownload(await drawWorkbook([{ table: TABLE, rows: [], example: false, intro }]), '环境数据登记导入');
  }

  take(actor: Actor, upload: SheetUpload): Promise<KeptFactImportView> {
    return withWorkbook(upload, async book => {
      const read = await readTable(await pickSheet(book.sheets, TABLE), TABLE, { requireFilled: true });
      const outcome = { accepted: 0, existing: 0, refused: 0 };
      const problems: KeptFactProblemView[] = read.problems.map(({ address, found, code, zh, en }) => ({ address, found, code, zh, en }));
      // each row in a transaction of its own: one that is refused takes no other with it
      for (const row of read.rows) outcome[read.badLines.has(row.line) ? 'refused' : await this.enter(actor, row, { read, problems })] += 1;
      await this.audit.record({ actor, action: 'kept-fact.import', subject: { type: 'kept-fact-list', id: 'import' }, details: { ...outcome } });
      return { ...outcome, problems: problems.slice(0, MOST_PROBLEMS) };
    });
  }

  private async enter(actor: Actor, row: ReadRow, { read, problems }: Told): Promise<'accepted' | 'existing' | 'refused'> {
    const tell = (key: string, { code, zh, en }: { code: string; zh: string; en: string }): void => {
      const known = key === 'enterpriseId' ? 'uscc' : key;
      problems.push({ address: read.present.has(known) ? read.addressOf(row.line, known) : String(row.line), found: '', code, zh, en });
    };
    try {
      const { uscc, ...rest } = row.values;
      const dto = plainToInstance(RecordFactDto, { ...rest, id: newId(), enterpriseId: await this.enterpriseOf(actor, String(uscc)) });
      const wrong = await validate(dto);
      for (const { property } of wrong) tell(property, { code: 'shape', zh: '太短、太长或格式不对，请对照列标题的说明修改', en: 'Too short, too long or of another form: see the note of the heading.' });
      if (wrong.length > 0) return 'refused';
      await this.facts.record(actor, dto, 'excel');
      return 'accepted';
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code === THERE) return 'existing';
      for (const one of error.errors) tell(one.pointer.slice(1), one);
      if (error.errors.length === 0) tell('', { code: error.code, ...error.text });
      return 'refused';
    }
  }

  private async enterpriseOf(actor: Actor, uscc: string): Promise<string> {
    const found = await this.directory.organisationByUscc(uscc.trim().toUpperCase(), 'enterprise');
    if (!found || !coversRegion(actor, found.regionCode)) throw usccUnknown();
    return found.id;
  }
}
