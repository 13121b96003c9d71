import { createPdf, PdfPage } from '@huanbao/documents';
import { shanghaiInstant } from '@huanbao/platform';
import type { Form } from '../form/field';
import { CertificateChapter, CertificateFacts, CertificateTable, chaptersOf, originalFacts, PrintedCondition } from './content';
import { factsEntry } from './file-seal';
import { PAGE_WIDTH, partsOf, widthsOf } from './table-layout';

export interface CertificatePaper {
  readonly facts: CertificateFacts;
  /** Number of the version of the permit. */
  readonly version: number;
  /** The page on which anyone checks the permit; drawn as QR. */
  readonly checkUrl: string;
  readonly signedText: string;
  readonly signature: string;
  readonly signingKey: string;
}

/** 2026年11月23日 */
const issued = ({ facts }: CertificatePaper): string => facts.issuedOn.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');

/** 正本: one page to hang on the wall. */
export function drawOriginal(paper: CertificatePaper): Promise<Buffer> {
  return createPdf(about(paper, '正本'), page => {
    page.frame();
    page.letterhead('', '排 污 许 可 证', `证书编号：${paper.facts.number}`);
    page.largeFacts(originalFacts(paper.facts).slice(0, -2));
    page.qrs(codes(paper));
    page.signature(paper.facts.issuer, issued(paper));
    sign(page, paper);
  });
}

/** 副本: the eleven contents of 排污许可管理条例 art. 13. */
export function drawDuplicate(paper: CertificatePaper, form: Form, conditions: readonly PrintedCondition[] = []): Promise<Buffer> {
  return createPdf(about(paper, '副本'), page => {
    page.letterhead('', '排污许可证（副本）', `证书编号：${paper.facts.number}`);
    page.qrs(codes(paper));
    for (const chapter of chaptersOf(paper.facts, form, conditions)) drawChapter(page, chapter);
    page.signature(paper.facts.issuer, issued(paper));
    sign(page, paper);
  });
}

/** One code leads to today's status; the other carries the signed line itself, for a check without a network. */
function codes({ checkUrl, signedText, signature }: CertificatePaper): { text: string; caption: string }[] {
  return [
    { text: checkUrl, caption: '扫码核验\n本证的当前状态' },
    { text: `HBXK1\n${signedText}\n${signature}`, caption: '离线核验码\n（不联网时使用）' },
  ];
}

function about(paper: CertificatePaper, kind: '正本' | '副本'): Parameters<typeof createPdf>[0] {
  const { facts, version, signedText, checkUrl } = paper;
  return {
    title: `排污许可证${kind} ${facts.number}`, author: facts.issuer, subject: facts.enterpriseName, at: shanghaiInstant(facts.issuedOn),
    more: { HBPermit: factsEntry({ kind, facts, version, signedText, checkUrl }) },
  };
}

const CHINESE = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一'];

function drawChapter(page: PdfPage, chapter: CertificateChapter): void {
  page.keep(HEADING_ROOM);
  page.heading(`${CHINESE[chapter.number] ?? chapter.number}、${chapter.title}`, 2);
  if (chapter.facts.length > 0) page.keyValues(chapter.facts);
  for (const table of chapter.tables) drawTable(page, table);
  for (const text of chapter.paragraphs) page.paragraph(text);
  if (chapter.facts.length + chapter.tables.length + chapter.paragraphs.length === 0) page.paragraph('无');
}

/** A heading with the first lines under it; a caption with the header and a row of its table. */
const HEADING_ROOM = 90;
const CAPTION_ROOM = 100;

function drawTable(page: PdfPage, table: CertificateTable): void {
  const parts = partsOf(table);
  parts.forEach((part, index) => {
    page.keep(CAPTION_ROOM);
    page.caption(parts.length === 1 ? table.caption : `${table.caption}（${index + 1}/${parts.length}）`);
    const widths = widthsOf(part, PAGE_WIDTH);
    page.table(part.columns.map((title, at) => ({ title, width: widths[at] ?? 0 })), part.rows.map(row => [...row]));
  });
}

/** Text and signature stand in print, so that a forged paper is found out without this platform. */
function sign(page: PdfPage, paper: CertificatePaper): void {
  page.smallPrint([
    `核验地址：${paper.checkUrl}`, `签名原文：${paper.signedText}`, `SM2 签名：${paper.signature}`, `签名公钥：${paper.signingKey}`,
    '本文件整份带有 SM2 签名，改动任何一处都会使核验不通过；另存、打印后以上面的签名原文和离线核验码为准。',
  ]);
}
