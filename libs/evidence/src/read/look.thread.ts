import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { exifOf } from '../fingerprint/exif';
import { differenceHash, Pixels, stampHash } from '../fingerprint/image';
import type { Look, Looked, LookTask } from './look';

type PDFDocumentProxy = Awaited<ReturnType<(typeof import('unpdf'))['getDocumentProxy']>>;

const MOST_TEXT_PAGES = 300;
const MOST_PICTURED_PAGES = 40;
const MOST_PICTURES = 8;
const MOST_PIXELS = 40_000_000;
/** A page with fewer characters than this is a picture of a page. */
const FEW_CHARACTERS = 20;
const MOST_SCANS = 12;
const SCAN_WIDTH = 600;
const A4 = { size: 'A4' as const, margin: 0 };

/** A photo is laid on a page, so that one decoder reads all pictures. */
async function asPdf(picture: Buffer): Promise<Buffer> {
  const { default: PDFDocument } = await import('pdfkit');
  const document = new PDFDocument(A4);
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  const done = new Promise<Buffer>(resolve => document.once('end', () => resolve(Buffer.concat(parts))));
  document.image(picture, 0, 0, { fit: [595, 842] });
  document.end();
  return done;
}

class Looking {
  private readonly found: { -readonly [K in keyof Looked]: Looked[K] extends readonly (infer T)[] ? T[] : Looked[K] };

  constructor(private readonly task: LookTask) {
    this.found = { pages: [], images: [], stamps: [], scans: [], photo: null, author: null, pageCount: 0 };
  }

  async run(): Promise<Looked> {
    const bytes = await readFile(this.task.path);
    const isPicture = this.task.mediaType.startsWith('image/');
    if (this.task.mediaType === 'image/jpeg') this.found.photo = exifOf(bytes);
    const { getDocumentProxy } = await import('unpdf');
    const source = isPicture ? await asPdf(bytes) : bytes;
    const document = await getDocumentProxy(new Uint8Array(source), { isEvalSupported: false, enableXfa: false, verbosity: 0 });
    this.found.pageCount = document.numPages;
    if (!isPicture) this.found.author = await authorOf(document);
    for (let page = 1; page <= Math.min(document.numPages, MOST_TEXT_PAGES); page++) await this.page(document, page);
    await document.destroy();
    return this.found;
  }

  private async page(document: PDFDocumentProxy, number: number): Promise<void> {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const text = linesOf(items as readonly Item[]);
    if (text.trim() !== '') this.found.pages.push({ page: number, text });
    if (number <= MOST_PICTURED_PAGES) await this.pictures(document, number, text.trim().length < FEW_CHARACTERS);
    page.cleanup();
  }

  private async pictures(document: PDFDocumentProxy, page: number, isScan: boolean): Promise<void> {
    const { extractImages } = await import('unpdf');
    const pictures = (await extractImages(document, page)).filter(each => each.width * each.height <= MOST_PIXELS).slice(0, MOST_PICTURES) as Pixels[];
    for (const picture of pictures) {
      const [hash, stamp] = [differenceHash(picture), stampHash(picture)];
      // a scanned page of text is like every other one when it is made this small: only photos and drawings are compared
      if (hash && !isScan) this.found.images.push({ page, hash });
      if (hash && isScan && this.task.mediaType.startsWith('image/')) this.found.images.push({ page, hash });
      if (stamp) this.found.stamps.push({ page, hash: stamp });
    }
    const [largest] = [...pictures].sort((a, b) => b.width * b.height - a.width * a.height);
    if (isScan && largest && largest.width >= SCAN_WIDTH && this.found.scans.length < MOST_SCANS) await this.keepScan(page, largest);
  }

  /** As a grey map, the plainest of formats, for the recogniser. */
  private async keepScan(page: number, { width, height, channels, data }: Pixels): Promise<void> {
    const grey = new Uint8Array(width * height);
    for (let at = 0; at < grey.length; at++) grey[at] = channels === 1 ? (data[at] as number) : Math.round(0.299 * (data[at * channels] as number) + 0.587 * (data[at * channels + 1] as number) + 0.114 * (data[at * channels + 2] as number));
    const file = join(this.task.folder, `${page}.pgm`);
    await writeFile(file, Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), grey]), { mode: 0o600 });
    this.found.scans.push({ page, file });
  }
}

interface Item {
  readonly str?: string;
  readonly hasEOL?: boolean;
  readonly transform?: readonly number[];
}

/** Words on one height are one line: cells of a table are drawn one by one. */
function linesOf(items: readonly Item[]): string {
  let text = '';
  let height: number | undefined;
  for (const { str, hasEOL, transform } of items) {
    if (str === undefined) continue;
    const at = transform?.[5];
    if (height !== undefined && at !== undefined && str.trim() !== '' && Math.abs(at - height) > 2) text = text.endsWith('\n') ? text : `${text}\n`;
    else if (text !== '' && !text.endsWith('\n') && str.trim() !== '') text += ' ';
    text += str;
    if (str.trim() !== '' && at !== undefined) height = at;
    if (hasEOL && !text.endsWith('\n')) text += '\n';
  }
  return text;
}

async function authorOf(document: PDFDocumentProxy): Promise<string | null> {
  const { info } = await document.getMetadata();
  const author = (info as { Author?: unknown }).Author;
  return typeof author === 'string' && author.trim() !== '' ? author.trim().slice(0, 100) : null;
}

const looking = (task: LookTask): Promise<Look> =>
  new Looking(task).run().then(
    found => ({ found }),
    (error: Error) => ({ failed: error.name === 'PasswordException' ? 'encrypted' : 'damaged' }),
  );

parentPort?.on('message', (task: LookTask) => void looking(task).then(answer => parentPort?.postMessage(answer)));
