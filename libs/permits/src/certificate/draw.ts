import { createPdf, PdfPage } from '@huanbao/documents';
import { shanghaiInstant } from '@huanbao/platform';
import type { Form } from '../form/field';
import { CertificateChapter, CertificateFacts, CertificateTable, chaptersOf, originalFacts } from './content';

export interface CertificatePaper {
  readonly facts: CertificateFacts;
  /** The page on which anyone checks the permit; drawn as QR. */
  readonly checkUrl: string;
  readonly signedText: string;
  readonly signature: string;
  readonly signingKey: string;
}

const CHECK = '扫码核验本证的当前状态';

/** 2026年11月23日 */
const issued = ({ facts }: CertificatePaper): string => facts.issuedOn.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');

/** 正本: one page to hang on the wall. */
export function drawOriginal(paper: CertificatePaper): Promise<Buffer> {
  return createPdf(about(paper, '正本'), page => {
    page.frame();
    page.letterhead('', '排 污 许 可 证', `证书编号：${paper.facts.number}`);
    page.largeFacts(originalFacts(paper.facts).slice(0, -2));
    page.qr(paper.checkUrl, CHECK);
    page.signature(paper.facts.issuer, issued(paper));
    sign(page, paper);
  });
}

/** 副本: the eleven contents of 排污许可管理条例 art. 13. */
export function drawDuplicate(paper: CertificatePaper, form: Form): Promise<Buffer> {
  return createPdf(about(paper, '副本'), page => {
    page.letterhead('', '排污许可证（副本）', `证书编号：${paper.facts.number}`);
    page.qr(paper.checkUrl, CHECK);
    for (const chapter of chaptersOf(paper.facts, form)) drawChapter(page, chapter);
    page.signature(paper.facts.issuer, issued(paper));
    sign(page, paper);
  });
}

function about(paper: CertificatePaper, kind: string): Parameters<typeof createPdf>[0] {
  return { title: `排污许可证${kind} ${paper.facts.number}`, author: paper.facts.issuer, subject: paper.facts.enterpriseName, at: shanghaiInstant(paper.facts.issuedOn) };
}

const CHINESE = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一'];

function drawChapter(page: PdfPage, chapter: CertificateChapter): void {
  page.heading(`${CHINESE[chapter.number] ?? chapter.number}、${chapter.title}`, 2);
  if (chapter.facts.length > 0) page.keyValues(chapter.facts);
  for (const table of chapter.tables) drawTable(page, table);
  for (const text of chapter.paragraphs) page.paragraph(text);
}

const PAGE_WIDTH = 495;
/** More columns than this would be unreadable on an upright page: the rest goes into a second table that repeats the first two. */
const COLUMNS = 7;
const REPEATED = 2;

function drawTable(page: PdfPage, table: CertificateTable): void {
  page.paragraph(table.caption);
  for (const part of partsOf(table)) {
    page.table(part.columns.map(title => ({ title, width: Math.floor(PAGE_WIDTH / part.columns.length) })), part.rows.map(row => [...row]));
  }
}

export function partsOf(table: CertificateTable): CertificateTable[] {
  if (table.columns.length <= COLUMNS) return [table];
  const parts: CertificateTable[] = [];
  for (let from = REPEATED; from < table.columns.length; from += COLUMNS - REPEATED) {
    const pick = <T>(cells: readonly T[]): T[] => [...cells.slice(0, REPEATED), ...cells.slice(from, from + COLUMNS - REPEATED)];
    parts.push({ caption: table.caption, columns: pick(table.columns), rows: table.rows.map(pick) });
  }
  return parts;
}

/** Text and signature stand in print, so that a forged paper is found out without this platform. */
function sign(page: PdfPage, paper: CertificatePaper): void {
  page.smallPrint([`核验地址：${paper.checkUrl}`, `签名原文：${paper.signedText}`, `SM2 签名：${paper.signature}`, `签名公钥：${paper.signingKey}`]);
}
