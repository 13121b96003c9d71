import QRCode from 'qrcode';

type Doc = PDFKit.PDFDocument;

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

/** What drawing code needs of a page; positions, breaks and repeated headers are its own matter. */
export class PdfPage {
  constructor(
    private readonly doc: Doc,
    /** Draws a text in the font that has its characters. */
    private readonly fontFor: (text: string, bold: boolean) => string,
  ) {}

  private get width(): number {
    return this.doc.page.width - 2 * MARGIN;
  }

  private get bottom(): number {
    return this.doc.page.height - MARGIN - 20;
  }

  heading(text: string, level: 1 | 2 | 3 = 1): void {
    this.room(SIZES[level] * 3);
    if (level > 1) this.doc.moveDown(0.6);
    this.doc.fillColor(INK).font(this.fontFor(text, true)).fontSize(SIZES[level]);
    this.doc.text(text, MARGIN, this.doc.y, { width: this.width, align: level === 1 ? 'center' : 'left' });
    this.doc.moveDown(level === 1 ? 0.8 : 0.4);
  }

  paragraph(text: string): void {
    this.room(TEXT * 2);
    this.doc.fillColor(INK).font(this.fontFor(text, false)).fontSize(TEXT);
    // words longer than a line (hashes, signatures) are broken by pdfkit itself; a zero-width space would be drawn as a box
    this.doc.text(text, MARGIN, this.doc.y, { width: this.width, lineGap: 3 });
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

  private row(columns: readonly PdfColumn[], cells: readonly string[], { head, mutedFirst = false }: { head: boolean; mutedFirst?: boolean }): void {
    const height = this.heightOf(columns, cells, head);
    if (this.doc.y + height > this.bottom) this.doc.addPage();
    const top = this.doc.y;
    let left = MARGIN;
    columns.forEach((column, index) => {
      const text = cells[index] ?? '';
      if (head) this.doc.rect(left, top, column.width, height).fill(HEAD);
      this.doc.rect(left, top, column.width, height).lineWidth(0.5).stroke(LINE);
      this.doc.fillColor(mutedFirst && index === 0 ? MUTED : INK).font(this.fontFor(text, head)).fontSize(TEXT - 1);
      this.doc.text(text, left + PADDING, top + PADDING, { width: column.width - 2 * PADDING, align: column.align ?? 'left', lineGap: 1 });
      left += column.width;
    });
    this.doc.x = MARGIN;
    this.doc.y = top + height;
  }

  private heightOf(columns: readonly PdfColumn[], cells: readonly string[], head: boolean): number {
    const heights = columns.map((column, index) => {
      const text = cells[index] ?? '';
      this.doc.font(this.fontFor(text, head)).fontSize(TEXT - 1);
      return this.doc.heightOfString(text || ' ', { width: column.width - 2 * PADDING, lineGap: 1 });
    });
    return Math.max(...heights) + 2 * PADDING;
  }

  private room(height: number): void {
    if (this.doc.y + height > this.bottom) this.doc.addPage();
  }
}
