import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, type SheetColumn, spreadsheet } from '@huanbao/documents';
import { type Field, type Form, PermitReader } from '@huanbao/permits';
import { Clock, containsWords, Db, decodeCursor, notFound, type Page, shanghaiDate, sideBySide, toPage } from '@huanbao/platform';
import type { PublicReportExportDto, PublicReportListDto } from '../dto/report.dto';
import { printReport } from '../form/form';
import type { Part, ReportForm, ReportKind } from '../form/part';
import type { PrintedPartView, PublicReportRowView, PublicReportView, ReportTextView } from '../views/report.view';

const DEFAULT_LIMIT = 20;

interface PublicRow extends Omit<PublicReportRowView, 'title'> {
  readonly titleZh: string;
  readonly titleEn: string;
  readonly revision: number;
  readonly form: ReportForm;
}

const COLUMNS = `r.id, r.permit_id AS "permitId", r.permit_number AS "permitNumber", r.enterprise_name AS "enterpriseName", r.site_name AS "siteName", r.kind, r.title_zh AS "titleZh", r.title_en AS "titleEn",
  r.period_from::text AS "periodFrom", r.period_to::text AS "periodTo", v.submitted_at AS "submittedAt", v.decided_at AS "acceptedAt"`;
/** What the list may be sorted by; the id of the report decides between equals. */
const KEYS = {
  periodTo: { sql: 'r.period_to', type: 'date', of: (row: PublicRow): string => row.periodTo },
  accepted: { sql: 'v.decided_at', type: 'timestamptz', of: (row: PublicRow): string => new Date(row.acceptedAt).toISOString() },
} as const;
const KINDS: Readonly<Record<string, string>> = { annual: '年报', quarterly: '季报', monthly: '月报' };
const SHEET: readonly SheetColumn<PublicReportRowView>[] = [
  { header: '企业', width: 32, of: row => row.enterpriseName },
  { header: '场所', width: 26, of: row => row.siteName },
  { header: '许可证编号', width: 26, of: row => row.permitNumber },
  { header: '报告', width: 30, of: row => row.title.zh },
  { header: '类型', width: 8, of: row => KINDS[row.kind] ?? row.kind },
  { header: '报告期起', width: 12, of: row => row.periodFrom },
  { header: '报告期止', width: 12, of: row => row.periodTo },
  { header: '提交日期', width: 12, of: row => shanghaiDate(new Date(row.submittedAt)) },
  { header: '审核通过日期', width: 14, of: row => shanghaiDate(new Date(row.acceptedAt)) },
];
/** Of each report the newest copy that was accepted. */
const FROM = `FROM execution_report r JOIN execution_report_revision v ON v.report_id = r.id AND v.outcome = 'accepted'
  AND NOT EXISTS (SELECT 1 FROM execution_report_revision later WHERE later.report_id = r.id AND later.outcome = 'accepted' AND later.number > v.number)`;

/** 执行报告公开 (排污许可管理条例 art. 23): accepted reports without what is a secret of the holder or of the tax office. */
@Injectable()
export class PublicReports {
  constructor(
    private readonly db: Db,
    private readonly permits: PermitReader,
    private readonly clock: Clock,
  ) {}

  async list(filter: PublicReportListDto): Promise<Page<PublicReportRowView>> {
    const limit = filter.limit ?? DEFAULT_LIMIT;
    const values: unknown[] = [];
    const bind = (value: unknown): string => `$${values.push(value)}`;
    const conditions = ['true'];
    if (filter.permitId) conditions.push(`r.permit_id = ${bind(filter.permitId)}`);
    if (filter.kind) conditions.push(`r.kind = ${bind(filter.kind)}`);
    if (filter.from) conditions.push(`r.period_to >= ${bind(filter.from)}::date`);
    if (filter.to) conditions.push(`r.period_to <= ${bind(filter.to)}::date`);
    if (filter.q) conditions.push(containsWords('r.search', bind(filter.q)));
    const sort = filter.sort ?? '-periodTo';
    const [way, sign] = sort.startsWith('-') ? ['DESC', '<'] : ['ASC', '>'];
    const key = KEYS[sort.replace('-', '') as keyof typeof KEYS];
    const after = decodeCursor(filter.cursor, 2);
    if (after) {
      const last = `${bind(after[0])}::${key.type}`;
      // the pair spans two tables where the day of acceptance is the order: only its first half can be looked up in an index
      conditions.push(`${key.sql} ${sign}= ${last}`, `(${key.sql}, r.id) ${sign} (${last}, ${bind(after[1])}::uuid)`);
    }
    const rows = await this.db.query<PublicRow>(`SELECT ${COLUMNS} ${FROM} WHERE ${conditions.join(' AND ')} ORDER BY ${key.sql} ${way}, r.id ${way} LIMIT ${limit + 1}`, values);
    return toPage(rows, limit, row => [key.of(row), row.id], rowOf);
  }

  export(filter: PublicReportExportDto): StreamableFile {
    return spreadsheet({ name: '执行报告公开', title: '执行报告', columns: SHEET }, allPages((cursor, limit) => this.list({ ...filter, cursor, limit })));
  }

  /** @throws 404 when it was never accepted */
  async find(id: string): Promise<PublicReportView> {
    const row = await this.row(id);
    // what became a secret since is not told by looking back
    const said = await sideBySide(() => this.permits.formOn(row.permitId, row.periodTo), () => this.permits.formOn(row.permitId, this.clock.today()));
    const { parts, withheld } = publicParts(row.kind, row.form, said.map(one => one?.form ?? {}));
    return { ...rowOf(row), revision: row.revision, parts, withheld };
  }

  private async row(id: string): Promise<PublicRow> {
    const [row] = await this.db.query<PublicRow>(`SELECT ${COLUMNS}, v.number AS revision, v.form ${FROM} WHERE r.id = $1`, [id]);
    if (!row) throw notFound();
    return row;
  }
}

function rowOf({ id, permitId, permitNumber, enterpriseName, siteName, kind, titleZh, titleEn, periodFrom, periodTo, submittedAt, acceptedAt }: PublicRow): PublicReportRowView {
  return { id, permitId, permitNumber, enterpriseName, siteName, kind, title: { zh: titleZh, en: titleEn }, periodFrom, periodTo, submittedAt, acceptedAt };
}

const TAX: ReportTextView = { zh: '环境保护税（税收征收管理法第八条：为纳税人的情况保密）', en: 'Environmental tax (confidential by tax law)' };
const FILES: ReportTextView = { zh: '附件（向主管部门提交，可能含个人信息）', en: 'Attachments (for the authority; may hold personal data)' };
/** What each part that may be declared a secret would be told by: parts of the report, and columns of its tables, those of one table with its name (a reckoning names what was used and made). The facilities of a report are those of the permit's products. */
const SECRETS: Readonly<Record<string, { readonly fields: readonly string[]; readonly columns: readonly string[]; readonly words: ReportTextView }>> = {
  products: { fields: ['products', 'facilities'], columns: ['steps'], words: { zh: '生产设施和产品产量（已声明为商业秘密）', en: 'Facilities and output (declared a trade secret)' } },
  materials: { fields: ['materials', 'fuels'], columns: ['steps', 'reagents', 'reagentKg'], words: { zh: '原辅料和燃料用量（已声明为商业秘密）', en: 'Materials and fuels (declared a trade secret)' } },
  'process-nodes': { fields: [], columns: ['steps', 'reagents', 'reagentKg', 'runs.name'], words: { zh: '工艺、治理设施名称和药剂（已声明为商业秘密）', en: 'Process, names of treatment and reagents (declared a trade secret)' } },
};

/** What everyone may see of a report. What one of these versions of the permit declares a trade secret is left out here too. */
export function publicParts(kind: ReportKind, form: ReportForm, permits: readonly Form[]): { parts: PrintedPartView[]; withheld: ReportTextView[] } {
  const declared = permits.flatMap(permit => (permit.basic?.['tradeSecretSections'] as readonly string[] | undefined) ?? []);
  const secrets = [...new Set(declared)].flatMap(one => SECRETS[one] ?? []);
  const [fields, columns] = [new Set(secrets.flatMap(one => one.fields)), new Set(secrets.flatMap(one => one.columns))];
  const open = (field: Field): Field => (field.columns ? { ...field, columns: field.columns.filter(column => !columns.has(column.name) && !columns.has(`${field.name}.${column.name}`)) } : field);
  const only = (part: Part): Part | null => {
    if (part.key === 'tax' || part.key === 'attachments') return null;
    return { ...part, fields: part.fields.filter(field => !fields.has(field.name)).map(open) };
  };
  return { parts: printReport(kind, form, only) as PrintedPartView[], withheld: [...(kind === 'annual' ? [TAX] : []), FILES, ...secrets.map(one => one.words)] };
}
