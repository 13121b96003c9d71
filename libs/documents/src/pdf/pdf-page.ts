import QRCode from 'qrcode';

type Doc = PDFKit.PDFDocument;

/** In which font a text is drawn, and how: characters that no font has are marked 〓. */
export type Lettering = (text: string, bold: boolean) => { readonly font: string; readonly drawable: string };

export interface PdfColumn {
  readonly title: string;
  readonly width: number;
  readonly align?: 'left' | 'right' | 'center';
}

export const MARGIN = 50;
const INK = '#14231d';
const MUTED = '#59665f';
const LINE = '#c8d2cc';
const HEAD = '#eef4f0';
const PADDING = 5;
const SIZES: Readonly<Record<1 | 2 | 3, number>> = { 1: 20, 2: 13, 3: 11 };
const TEXT = 10;
/** A repeated table header fits in here. */
const HEADER_ROOM = 60;

/** What drawing code needs of a page; positions, breaks and repeated headers are its own matter. */
export class PdfPage {
  constructor(
    private readonly doc: Doc,
    private readonly lettering: Lettering,
  ) {}

  /** Chooses the font that has the characters, and returns the text as it can be drawn. */
  private letters(text: string, bold: boolean): string {
    const { font, drawable } = this.lettering(text, bold);
    this.doc.font(font);
    return drawable;
  }

  private get width(): number {
    return this.doc.page.width - 2 * MARGIN;
  }

  private get bottom(): number {
    return this.doc.page.height - MARGIN - 20;
  }

  heading(text: string, level: 1 | 2 | 3 = 1): void {
    this.room(SIZES[level] * 3);
    if (level > 1) this.doc.moveDown(0.6);
    const drawable = this.letters(text, true);
    this.doc.fillColor(INK).fontSize(SIZES[level]);
    this.doc.text(drawable, MARGIN, this.doc.y, { width: this.width, align: level === 1 ? 'center' : 'left' });
    this.doc.moveDown(level === 1 ? 0.8 : 0.4);
  }

  paragraph(text: string): void {
    this.room(TEXT * 2);
    const drawable = this.letters(text, false);
    this.doc.fillColor(INK).fontSize(TEXT);
    // words longer than a line (hashes, signatures) are broken by pdfkit itself
    this.doc.text(drawable, MARGIN, this.doc.y, { width: this.width, lineGap: 3 });
    this.doc.moveDown(0.4);
  }

  keyValues(pairs: readonly (readonly [string, string])[]): void {
    const label = Math.round(this.width * 0.28);
    const columns = [
      { title: '', width: label },
      { title: '', width: this.width - label },
    ];
    for (const [key, value] of pairs) this.row(columns, [key, value || '—'], { head: false, mutedFirst: true });
    this.doc.moveDown(0.6);
  }

  /** The header is drawn again on every page. */
  table(columns: readonly PdfColumn[], rows: readonly (readonly string[])[]): void {
    const head = columns.map(column => column.title);
    this.room(60);
    this.row(columns, head, { head: true });
    for (const cells of rows) {
      if (this.doc.y + this.heightOf(columns, cells, false) > this.bottom) {
        this.doc.addPage();
        this.row(columns, head, { head: true });
      }
      this.row(columns, cells, { head: false });
    }
    this.doc.moveDown(0.6);
  }

  /** A QR code at the right margin. */
  qr(text: string, size = 96): void {
    this.room(size + 10);
    const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
    const [cell, left, top] = [size / modules.size, MARGIN + this.width - size, this.doc.y];
    this.doc.fillColor('#000');
    for (let y = 0; y < modules.size; y++)
      for (let x = 0; x < modules.size; x++) if (modules.get(y, x)) this.doc.rect(left + x * cell, top + y * cell, cell, cell);
    this.doc.fill();
    this.doc.y = top + size + 8;
  }

  /** Who issues it and when, at the right margin where the seal is put. */
  sealLine(issuer: string, date: string): void {
    this.room(TEXT * 6);
    this.doc.moveDown(1.5);
    for (const text of [issuer, date, '（印章）']) {
      const drawable = this.letters(text, false);
      this.doc.fillColor(INK).fontSize(TEXT).text(drawable, MARGIN, this.doc.y, { width: this.width, align: 'right', lineGap: 3 });
    }
    this.doc.moveDown(0.4);
  }

  /** A row taller than a page goes on in the same columns on the next one. */
  private row(columns: readonly PdfColumn[], cells: readonly string[], { head, mutedFirst = false }: { head: boolean; mutedFirst?: boolean }): void {
    const page = this.bottom - MARGIN - HEADER_ROOM;
    const height = this.heightOf(columns, cells, head);
    if (height > page) {
      const [first, rest] = this.split(columns, cells, page);
      this.row(columns, first, { head, mutedFirst });
      return this.row(columns, rest, { head, mutedFirst });
    }
    if (this.doc.y + height > this.bottom) this.doc.addPage();
    const top = this.doc.y;
    let left = MARGIN;
    columns.forEach((column, index) => {
      const text = cells[index] ?? '';
      if (head) this.doc.rect(left, top, column.width, height).fill(HEAD);
      this.doc.rect(left, top, column.width, height).lineWidth(0.5).stroke(LINE);
      const drawable = this.letters(text, head);
      this.doc.fillColor(mutedFirst && index === 0 ? MUTED : INK).fontSize(TEXT - 1);
      this.doc.text(drawable, left + PADDING, top + PADDING, { width: column.width - 2 * PADDING, align: column.align ?? 'left', lineGap: 1 });
      left += column.width;
    });
    this.doc.x = MARGIN;
    this.doc.y = top + height;
  }

  private heightOf(columns: readonly PdfColumn[], cells: readonly string[], head: boolean): number {
    const heights = columns.map((column, index) => this.cellHeight(cells[index] ?? '', column, head));
    return Math.max(...heights) + 2 * PADDING;
  }

  private cellHeight(text: string, column: PdfColumn, head: boolean): number {
    const drawable = this.letters(text, head);
    this.doc.fontSize(TEXT - 1);
    return this.doc.heightOfString(drawable || ' ', { width: column.width - 2 * PADDING, lineGap: 1 });
  }

  /** Parts each cell into what fits into `height` and what is left, found by halving. */
  private split(columns: readonly PdfColumn[], cells: readonly string[], height: number): [string[], string[]] {
    const parts = columns.map((column, index) => {
      const signs = [...(cells[index] ?? '')];
      let [fits, over] = [0, signs.length + 1];
      while (over - fits > 1) {
        const middle = (fits + over) >> 1;
        if (this.cellHeight(signs.slice(0, middle).join(''), column, false) <= height - 2 * PADDING) fits = middle;
        else over = middle;
      }
      return [signs.slice(0, Math.max(fits, 1)).join(''), signs.slice(Math.max(fits, 1)).join('')] as const;
    });
    return [parts.map(([first]) => first), parts.map(([, rest]) => rest)];
  }

  private room(height: number): void {
    if (this.doc.y + height > this.bottom) this.doc.addPage();
  }
}
