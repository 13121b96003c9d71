import { parseAddress } from '../column';
import { tooMuch } from '../sheets.errors';
import { numberCell, NumberLook, SheetCell, SheetLine } from './cell';
import { Attributes, isTrue, unescaped, Visitor } from './parts';

const MOST_CELLS = 3_000_000;
const MOST_COLUMN = 16_384;
const MOST_MERGES = 100_000;

/** What the cells of a workbook refer to. */
export interface Styles {
  readonly looks: readonly NumberLook[];
  readonly texts: readonly string[];
  readonly date1904: boolean;
}

/** Gathers the rows of a sheet from its tags. */
export class Rows implements Visitor<SheetLine> {
  readonly merges: string[] = [];
  private readonly done: SheetLine[] = [];
  private line = 0;
  private hidden = false;
  private cells = new Map<number, SheetCell>();
  private at = 0;
  private cell: Attributes = {};
  private value = '';
  private hasValue = false;
  private formula: string | null = null;
  private taking: 'value' | 'formula' | null = null;
  private guide = false;
  private seen = 0;

  constructor(private readonly styles: Styles) {}

  open(name: string, attributes: Attributes): void {
    if (name === 'row') this.beginRow(attributes);
    else if (name === 'c') this.beginCell(attributes);
    else if (name === 'v' || (name === 't' && !this.guide)) this.take('value');
    else if (name === 'f') this.take('formula');
    else if (name === 'rPh') this.guide = true;
    else if (name === 'mergeCell') this.merge(attributes['ref']);
  }

  text(text: string): void {
    if (this.taking === 'value') this.value += text;
    else if (this.taking === 'formula') this.formula = (this.formula ?? '') + text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't' || name === 'f') this.taking = null;
    else if (name === 'rPh') this.guide = false;
    else if (name === 'c') this.endCell();
    else if (name === 'row' && this.cells.size > 0) this.done.push({ line: this.line, hidden: this.hidden, cells: this.cells });
  }

  ready(): SheetLine[] {
    return this.done.splice(0);
  }

  private take(what: 'value' | 'formula'): void {
    this.taking = what;
    if (what === 'value') this.hasValue = true;
    else this.formula = '';
  }

  private beginRow(attributes: Attributes): void {
    const given = Number(attributes['r']);
    this.line = Number.isInteger(given) && given > 0 ? given : this.line + 1;
    this.hidden = isTrue(attributes['hidden']);
    this.cells = new Map();
    this.at = 0;
  }

  private beginCell(attributes: Attributes): void {
    const address = attributes['r'] ? parseAddress(attributes['r']) : undefined;
    this.at = address ? address[0] : this.at + 1;
    this.cell = attributes;
    [this.value, this.hasValue, this.formula] = ['', false, null];
  }

  private endCell(): void {
    const cell = this.read();
    if (!cell || (cell.text.trim() === '' && cell.kind === 'text') || this.at > MOST_COLUMN) return;
    if (++this.seen > MOST_CELLS) throw tooMuch();
    this.cells.set(this.at, cell);
  }

  private read(): SheetCell | undefined {
    const { looks, texts, date1904 } = this.styles;
    const type = this.cell['t'] ?? 'n';
    if (!this.hasValue || (this.value === '' && type === 'n')) return this.formula === null ? undefined : { kind: 'uncomputed', text: `=${this.formula}` };
    if (type === 's') return { kind: 'text', text: texts[Number(this.value)] ?? '' };
    if (type === 'b') return { kind: 'boolean', text: this.value === '1' ? 'TRUE' : 'FALSE' };
    if (type === 'e') return { kind: 'error', text: this.value };
    if (type === 'd') return { kind: 'date', text: this.value.slice(0, 10) };
    if (type === 'n') return numberCell(this.value, looks[Number(this.cell['s'] ?? 0)] ?? { kind: 'number' }, date1904);
    return { kind: 'text', text: unescaped(this.value) };
  }

  private merge(range: string | undefined): void {
    if (!range) return;
    if (this.merges.length >= MOST_MERGES) throw tooMuch();
    this.merges.push(range);
  }
}
