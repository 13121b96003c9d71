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
/** Papers of an office: read at arm's length, first lines indented by two characters (GB/T 9704-2012). */
const OFFICIAL = 13;
const SMALL = 7.5;
const SEAL_DIAMETER = 112;
/** A repeated table header fits in here. */
const HEADER_ROOM = 60;

/** What drawing code needs of a page; positions, breaks and repeated headers are its own matter. */
export class PdfPage {
  private cellSize = TEXT - 1;

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

  /** Issuer, title and number of an official paper. */
  letterhead(issuer: string, title: string, number: string): void {
    this.doc.moveDown(1.5);
    this.line(issuer, { bold: true, size: 16, align: 'center' });
    this.line(title, { bold: true, size: 22, align: 'center' });
    this.doc.moveDown(0.5);
    this.line(number, { size: OFFICIAL, align: 'right' });
    this.doc.moveDown(0.6);
  }

  /** A paragraph of an official paper; whom it addresses stands without indent. */
  official(text: string, { indent = true }: { readonly indent?: boolean } = {}): void {
    this.room(OFFICIAL * 3);
    const drawable = this.letters(text, false);
    this.doc.fillColor(INK).fontSize(OFFICIAL);
    this.doc.text(drawable, MARGIN, this.doc.y, { width: this.width, lineGap: 8, indent: indent ? 2 * OFFICIAL : 0 });
    this.doc.moveDown(0.2);
  }

  /** Who issues it and when, one above the other at the right, in the place of the seal; never parted by a page break. */
  signature(issuer: string, date: string): void {
    this.room(SEAL_DIAMETER + 30);
    const [width, top] = [240, this.doc.y + 16];
    const left = MARGIN + this.width - width;
    this.doc.circle(left + width / 2, top + SEAL_DIAMETER / 2, SEAL_DIAMETER / 2).lineWidth(0.6).dash(3, { space: 3 }).stroke(LINE).undash();
    for (const [text, at, size, colour] of [[issuer, 34, OFFICIAL, INK], [date, 56, OFFICIAL, INK], ['（印章）', 84, 9, MUTED]] as const) {
      const drawable = this.letters(text, false);
      this.doc.fillColor(colour).fontSize(size).text(drawable, left, top + at, { width, align: 'center' });
    }
    this.doc.x = MARGIN;
    this.doc.y = top + SEAL_DIAMETER + 10;
  }

  /** What only a check needs: digests, signatures, keys. A few lines, kept together. */
  smallPrint(lines: readonly string[]): void {
    const set = (text: string): string => {
      const drawable = this.letters(text, false);
      this.doc.fillColor(MUTED).fontSize(SMALL);
      return drawable;
    };
    const style = { width: this.width, lineGap: 1.5, paragraphGap: 2 };
    const height = lines.reduce((sum, text) => sum + this.doc.heightOfString(set(text), style), 0);
    this.room(Math.min(height, this.bottom - MARGIN));
    for (const text of lines) this.doc.text(set(text), MARGIN, this.doc.y, style);
  }

  /** A double line around the page, as a paper that hangs on a wall has it. */
  frame(): void {
    const { width, height } = this.doc.page;
    for (const [inset, weight] of [[26, 2], [31, 0.6]] as const) this.doc.rect(inset, inset, width - 2 * inset, height - 2 * inset).lineWidth(weight).stroke('#0b6e4f');
  }

  /** Facts of a certificate, in the size of its wall paper. */
  largeFacts(pairs: readonly (readonly [string, string])[]): void {
    this.cellSize = OFFICIAL;
    this.keyValues(pairs, 0.36);
    this.cellSize = TEXT - 1;
  }

  private line(text: string, { bold = false, size, align }: { bold?: boolean; size: number; align: 'center' | 'right' }): void {
    const drawable = this.letters(text, bold);
    this.doc.fillColor(INK).fontSize(size).text(drawable, MARGIN, this.doc.y, { width: this.width, align, lineGap: 4 });
  }

  keyValues(pairs: readonly (readonly [string, string])[], labelShare = 0.28): void {
    const label = Math.round(this.width * labelShare);
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

  /** What the table below it holds. */
  caption(text: string): void {
    const drawable = this.letters(text, true);
    this.doc.fillColor(INK).fontSize(TEXT).text(drawable, MARGIN, this.doc.y, { width: this.width });
    this.doc.moveDown(0.3);
  }

  /** QR codes side by side from the right margin, each with what it is for on its left. */
  qrs(codes: readonly { readonly text: string; readonly caption: string }[], size = 104): void {
    this.room(size + 20);
    const top = this.doc.y + 8;
    const step = this.width / codes.length;
    codes.forEach(({ text, caption }, index) => {
      const left = MARGIN + step * (index + 1) - size;
      this.modules(text, { left, top, size });
      const drawable = this.letters(caption, false);
      this.doc.fillColor(MUTED).fontSize(TEXT - 1).text(drawable, MARGIN + step * index, top + size / 2 - TEXT * 1.5, { width: step - size - 12, align: 'right', lineGap: 3 });
    });
    this.doc.x = MARGIN;
    this.doc.y = top + size + 12;
  }

  private modules(text: string, { left, top, size }: { left: number; top: number; size: number }): void {
    const { modules } = QRCode.create(text, { errorCorrectionLevel: text.length > 200 ? 'L' : 'M' });
    const cell = size / modules.size;
    this.doc.fillColor('#000');
    for (let y = 0; y < modules.size; y++)
      for (let x = 0; x < modules.size; x++) if (modules.get(y, x)) this.doc.rect(left + x * cell, top + y * cell, cell, cell);
    this.doc.fill();
  }

  /** A QR code at the right margin with what it is for beside it; the white edge that readers need is kept free. */
  qr(text: string, caption = '', size = 96): void {
    this.room(size + 20);
    const [left, top] = [MARGIN + this.width - size, this.doc.y + 8];
    this.modules(text, { left, top, size });
    const drawable = this.letters(caption, false);
    if (caption) this.doc.fillColor(MUTED).fontSize(TEXT - 1).text(drawable, MARGIN, top + size / 2 - TEXT, { width: this.width - size - 20, align: 'right', lineGap: 2 });
    this.doc.x = MARGIN;
    this.doc.y = top + size + 12;
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
      this.doc.fillColor(mutedFirst && index === 0 ? MUTED : INK).fontSize(this.cellSize);
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
    this.doc.fontSize(this.cellSize);
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

  /** A picture (JPEG or PNG) in a box of these points at most. @returns false for one that cannot be drawn */
  image(bytes: Buffer, { width, height }: { readonly width: number; readonly height: number }): boolean {
    const isDrawable = (bytes[0] === 0xff && bytes[1] === 0xd8) || bytes.subarray(0, 4).toString('latin1') === '\u0089PNG';
    if (!isDrawable) return false;
    this.room(height + 16);
    const top = this.doc.y + 4;
    try {
      this.doc.image(bytes, MARGIN, top, { fit: [width, height] });
    } catch {
      // cut or of a kind pdfkit does not read: the words beside it still name it
      return false;
    }
    this.doc.x = MARGIN;
    this.doc.y = top + height + 6;
    return true;
  }

  /** What follows stays together: a new page begins unless so much room is left. */
  keep(height: number): void {
    this.room(height);
  }

  private room(height: number): void {
    if (this.doc.y + height > this.bottom) this.doc.addPage();
  }
}
