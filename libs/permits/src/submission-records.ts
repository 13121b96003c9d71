import { Injectable } from '@nestjs/common';
import { type Keeping, type PaperPage, Signatures } from '@huanbao/signatures';
import type { Actor } from '@huanbao/platform';
import type { PermitApplication } from './application.entity';
import type { Form } from './form/field';
import type { Asked } from './form/validate';
import { printed, PrintedSection, PrintedTable } from './form/print';
import { FormStates } from './form-states';
import { contentHash, formOf, StoredSection } from './section-store';

/** What the signer ticks on 核对页, word by word (排污许可管理条例 art. 7); a test compares it with the page. */
export const COMMITMENT = '我承诺：申请材料真实、准确、完整，并按许可证要求排放污染物；提供虚假材料的，愿承担法律责任。';

interface Submission {
  /** The sections as they are under lock. */
  readonly sections: readonly StoredSection[];
  /** What this business asks for. */
  readonly asked: Asked;
  readonly caseNumber: string | null;
  /** The commitment is given with this act, not ahead of it. */
  readonly withCommitment: boolean;
}

/** What is kept of what applicants sign: copies of record of the commitment and of each submission with the whole form, and how far that form was. */
@Injectable()
export class SubmissionRecords {
  constructor(
    private readonly signatures: Signatures,
    private readonly states: FormStates,
  ) {}

  /** Ahead of the submission it is the applicant's own: the bureau reads it with the submission. */
  async ofCommitment(actor: Actor, application: PermitApplication, form: Form): Promise<void> {
    await this.signatures.keep(actor, {
      ...keptOf(application, form),
      what: { zh: `签署守法承诺：${application.siteName}排污许可申请`, en: `Commitment for the application of ${application.siteName}` },
      agreed: COMMITMENT,
      toAuthority: false,
    });
  }

  async ofSubmission(actor: Actor, application: PermitApplication, { sections, asked, caseNumber, withCommitment }: Submission): Promise<void> {
    const kept = keptOf(application, formOf(sections));
    await this.states.shelve(application.id, sections, asked);
    await this.signatures.keep(actor, {
      ...kept,
      data: { ...kept.data, caseNumber },
      what: { zh: `提交排污许可申请：${application.siteName}`, en: `Submitted the permit application of ${application.siteName}` },
      ...(withCommitment ? { agreed: COMMITMENT } : {}),
    });
  }
}

function keptOf(application: PermitApplication, form: Form): Omit<Keeping, 'what' | 'agreed'> {
  const { id, enterpriseId, enterpriseName, uscc, siteId, siteName, regionCode, businessType, formVersion } = application;
  return {
    subject: { type: 'permit-application', id }, ownerOrgId: enterpriseId, matter: 'permits', siteId, regionCode,
    data: { application: { id, enterpriseName, uscc, siteName, businessType, formVersion }, formHash: contentHash(form), form },
    draw: page => drawForm(page, printed(form)),
  };
}

/** A4 upright holds so many columns; further ones follow in a second table that repeats the first. */
const COLUMNS = 7;
const PAGE_WIDTH = 495;

/** The whole printed form, section by section. */
export function drawForm(page: PaperPage, sections: readonly PrintedSection<string>[]): void {
  for (const section of sections) {
    page.heading(section.title.zh, 2);
    const facts = section.facts.map(fact => [fact.unit ? `${fact.label.zh}（${fact.unit}）` : fact.label.zh, fact.value || '未填写'] as const);
    if (facts.length > 0) page.keyValues(facts);
    for (const table of section.tables) drawTable(page, table);
  }
}

function drawTable(page: PaperPage, table: PrintedTable): void {
  page.heading(table.caption.zh, 3);
  if (table.rows.length === 0) return page.paragraph('无');
  const titles = table.columns.map(column => (column.unit ? `${column.label.zh}（${column.unit}）` : column.label.zh));
  for (const columns of partsOf(titles.length)) {
    const width = Math.floor(PAGE_WIDTH / columns.length);
    page.table(columns.map(index => ({ title: titles[index] ?? '', width })), table.rows.map(row => columns.map(index => row[index] ?? '')));
  }
}

/** Indices of the columns of each part; later parts repeat the first column, by which a row is known again. */
function partsOf(count: number): number[][] {
  const all = Array.from({ length: count }, (_, index) => index);
  if (count <= COLUMNS) return [all];
  const parts = [all.slice(0, COLUMNS)];
  for (let from = COLUMNS; from < count; from += COLUMNS - 1) parts.push([0, ...all.slice(from, from + COLUMNS - 1)]);
  return parts;
}
