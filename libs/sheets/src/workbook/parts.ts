import { SaxesParser } from 'saxes';
import yauzl from 'yauzl';
import { damagedWorkbook } from '../sheets.errors';

/** The parts of a workbook, by name. Its sizes were judged before (documents/inspect). */
export class Parts {
  private constructor(
    private readonly zip: yauzl.ZipFile,
    private readonly entries: ReadonlyMap<string, yauzl.Entry>,
  ) {}

  static async open(path: string): Promise<Parts> {
    const zip = await new Promise<yauzl.ZipFile>((resolve, reject) => {
      yauzl.open(path, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true, autoClose: false }, (error, opened) => (error || !opened ? reject(damagedWorkbook()) : resolve(opened)));
    });
    const entries = new Map<string, yauzl.Entry>();
    await new Promise<void>((resolve, reject) => {
      zip.on('error', () => reject(damagedWorkbook()));
      zip.on('end', resolve);
      zip.on('entry', (entry: yauzl.Entry) => {
        entries.set(entry.fileName.toLowerCase(), entry);
        zip.readEntry();
      });
      zip.readEntry();
    });
    return new Parts(zip, entries);
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  close(): void {
    this.zip.close();
  }

  private stream(name: string): Promise<AsyncIterable<Buffer>> {
    const entry = this.entries.get(name.toLowerCase());
    return new Promise((resolve, reject) => {
      if (!entry) return reject(damagedWorkbook());
      this.zip.openReadStream(entry, (error, opened) => (error || !opened ? reject(damagedWorkbook()) : resolve(opened as unknown as AsyncIterable<Buffer>)));
    });
  }

  /** Goes through the tags of a part piece by piece; what the visitor has ready after a piece is handed on. */
  async *visit<T>(name: string, visitor: Visitor<T>): AsyncGenerator<T> {
    const decoder = new TextDecoder('utf-8');
    const parser = new SaxesParser({ position: false });
    parser.on('opentag', tag => visitor.open(local(tag.name), tag.attributes as Attributes));
    parser.on('text', text => visitor.text(text));
    parser.on('cdata', text => visitor.text(text));
    parser.on('closetag', tag => visitor.close(local(tag.name)));
    for await (const chunk of await this.stream(name)) {
      parser.write(decoder.decode(chunk, { stream: true }));
      yield* visitor.ready();
    }
    parser.close();
    yield* visitor.ready();
  }

  /** A part that yields nothing on the way. */
  async read(name: string, visitor: Omit<Visitor<never>, 'ready'>): Promise<void> {
    const silent: Visitor<never> = { open: visitor.open.bind(visitor), text: visitor.text.bind(visitor), close: visitor.close.bind(visitor), ready: () => [] };
    const pieces = this.visit(name, silent);
    while (!(await pieces.next()).done);
  }
}

export type Attributes = Readonly<Record<string, string>>;

export interface Visitor<T> {
  open(name: string, attributes: Attributes): void;
  text(text: string): void;
  close(name: string): void;
  /** What has become complete since it was last asked. */
  ready(): Iterable<T>;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);
export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

/** `_x000D_` stands for a character XML cannot hold. */
export const unescaped = (text: string): string => text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
