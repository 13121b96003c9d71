import yauzl from 'yauzl';
import { AppError } from '@huanbao/platform';
import { damaged, macros, programInside, zipBomb } from '../documents.errors';

const MOST_ENTRIES = 5000;
const MOST_BYTES = 200 * 1024 * 1024;
const MOST_RATIO = 200;
/** Small parts compress well without harm; the ratio is judged above this size. */
const RATIO_FROM_BYTES = 4 * 1024 * 1024;
/** Parts whose words are looked at; real ones are a few kilobytes. */
const MOST_READ_BYTES = 2 * 1024 * 1024;

const MACRO_PART = /(vbaProject|vbaData)[^/]*\.(bin|xml)$|^xl\/macrosheets\//i;
const PROGRAM_PART = /\.(exe|dll|com|scr|msi|bat|cmd|ps1|vbs|js|jse|wsf|hta|jar|lnk|zip|rar|7z|gz|tar|iso|docm|xlsm)$/i;
/** Templates, frames and objects fetched from elsewhere when the file is opened; links that people click are harmless. */
const FETCHES = /<Relationship\b(?=[^>]*TargetMode\s*=\s*["']External["'])(?=[^>]*Type\s*=\s*["'][^"']*\/(attachedTemplate|oleObject|frame|subDocument)["'])/i;

export interface Office {
  readonly kind: 'docx' | 'xlsx';
  readonly warnings: readonly ('office-external' | 'office-embedded')[];
}

/**
 * Tells Word from Excel by the parts inside, and refuses containers made to harm. Every part is really unpacked (and
 * thrown away), because the sizes a directory states can lie.
 * @throws AppError for macros, programs inside, bombs and damaged archives; undefined for another kind of archive
 */
export async function inspectOffice(path: string, sizeBytes: number): Promise<Office | undefined> {
  const warnings = new Set<Office['warnings'][number]>();
  const names = new Set<string>();
  let unpacked = 0;
  await eachPart(path, async (part, read) => {
    names.add(part.fileName);
    assertHarmless(part.fileName, names.size);
    if (/\/embeddings\//.test(part.fileName)) warnings.add('office-embedded');
    const isWords = part.fileName === '[Content_Types].xml' || part.fileName.endsWith('.rels');
    const text = await read(isWords, length => {
      unpacked += length;
      if (unpacked > MOST_BYTES || (unpacked > RATIO_FROM_BYTES && unpacked / sizeBytes > MOST_RATIO)) throw zipBomb();
    });
    if (part.fileName === '[Content_Types].xml' && /macroEnabled/i.test(text)) throw macros();
    if (FETCHES.test(text)) warnings.add('office-external');
  });
  const kind = names.has('word/document.xml') ? 'docx' : names.has('xl/workbook.xml') ? 'xlsx' : undefined;
  return kind && names.has('[Content_Types].xml') ? { kind, warnings: [...warnings].sort() } : undefined;
}

function assertHarmless(name: string, count: number): void {
  if (count > MOST_ENTRIES) throw zipBomb();
  if (MACRO_PART.test(name)) throw macros();
  if (PROGRAM_PART.test(name)) throw programInside(name.split('/').pop() ?? name);
}

type Read = (keep: boolean, count: (length: number) => void) => Promise<string>;

/** Goes through the parts in order. Whatever the archive library stumbles over is a damaged file, not a fault of ours. */
async function eachPart(path: string, visit: (part: yauzl.Entry, read: Read) => Promise<void>): Promise<void> {
  const zip = await new Promise<yauzl.ZipFile>((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true, autoClose: false }, (error, opened) => (error || !opened ? reject(damaged()) : resolve(opened)));
  });
  try {
    await new Promise<void>((resolve, reject) => {
      zip.on('error', reject);
      zip.on('end', resolve);
      zip.on('entry', (part: yauzl.Entry) => {
        visit(part, (keep, count) => readPart(zip, part, { keep, count })).then(() => zip.readEntry(), reject);
      });
      zip.readEntry();
    });
  } catch (error) {
    throw error instanceof AppError ? error : damaged();
  } finally {
    zip.close();
  }
}

async function readPart(zip: yauzl.ZipFile, part: yauzl.Entry, { keep, count }: { keep: boolean; count: (length: number) => void }): Promise<string> {
  count(0);
  if (part.fileName.endsWith('/')) return '';
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    zip.openReadStream(part, (error, opened) => (error || !opened ? reject(error ?? damaged()) : resolve(opened)));
  });
  const kept: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    count(chunk.length);
    length += chunk.length;
    if (!keep) continue;
    if (length > MOST_READ_BYTES) throw zipBomb();
    kept.push(chunk);
  }
  return Buffer.concat(kept).toString('utf8');
}
