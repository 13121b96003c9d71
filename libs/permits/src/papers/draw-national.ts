import type { PdfPage } from '@huanbao/documents';
import type { CertificateTable } from '../certificate/content';
import { PAGE_WIDTH, partsOf, widthsOf } from '../certificate/table-layout';
import type { PrintedSection, PrintedTable } from '../form/print';
import { sectionOf } from '../form/form';

/** The whole form in the order, under the names and with the headings of the national form, to be copied over side by side. */
export function drawNational(page: PdfPage, sections: readonly PrintedSection[]): void {
  for (const section of sections) {
    page.heading(sectionOf(section.key).nationalPage, 2);
    const facts = section.facts.map(fact => [fact.unit ? `${fact.label.zh}（${fact.unit}）` : fact.label.zh, fact.value || '未填写'] as const);
    if (facts.length > 0) page.keyValues(facts);
    for (const table of section.tables) drawTable(page, table);
    if (facts.length === 0 && section.tables.length === 0) page.paragraph('未填写');
  }
}

function drawTable(page: PdfPage, table: PrintedTable): void {
  page.heading(table.caption.zh, 3);
  if (table.rows.length === 0) return page.paragraph('无');
  const whole: CertificateTable = { caption: table.caption.zh, columns: table.columns.map(column => (column.unit ? `${column.label.zh}（${column.unit}）` : column.label.zh)), rows: table.rows };
  for (const part of partsOf(whole)) {
    const widths = widthsOf(part, PAGE_WIDTH);
    page.table(part.columns.map((title, index) => ({ title, width: widths[index] ?? 0 })), part.rows);
  }
}
