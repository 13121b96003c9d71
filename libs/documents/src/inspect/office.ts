import yauzl from 'yauzl';
import { damaged, macros, zipBomb } from '../documents.errors';

const MOST_ENTRIES = 5000;
const MOST_BYTES = 300 * 1024 * 1024;
const MOST_RATIO = 200;
/** Small parts compress well without harm; the ratio is judged above this size. */
const RATIO_FROM_BYTES = 4 * 1024 * 1024;

interface Listing {
  readonly names: ReadonlySet<string>;
  readonly unpackedBytes: number;
}

/**
 * Tells Word from Excel by the parts inside, and refuses containers made to harm. Sizes come from the directory and are
 * checked again against the bytes when the text is read.
 * @throws AppError for macros, bombs and damaged archives; undefined for another kind of archive
 */
export async function inspectOffice(bytes: Buffer): Promise<'docx' | 'xlsx' | undefined> {
  const { names, unpackedBytes } = await list(bytes);
  if (unpackedBytes > MOST_BYTES || (unpackedBytes > RATIO_FROM_BYTES && unpackedBytes / bytes.length > MOST_RATIO)) throw zipBomb();
  if (!names.has('[Content_Types].xml')) return undefined;
  if ([...names].some(name => /vbaProject\.bin$/i.test(name))) throw macros();
  if (names.has('word/document.xml')) return 'docx';
  return names.has('xl/workbook.xml') ? 'xlsx' : undefined;
}

function list(bytes: Buffer): Promise<Listing> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true }, (error, zip) => {
      if (error || !zip) return reject(damaged());
      const names = new Set<string>();
      let unpackedBytes = 0;
      zip.on('entry', (entry: yauzl.Entry) => {
        names.add(entry.fileName);
        unpackedBytes += entry.uncompressedSize;
        if (names.size > MOST_ENTRIES || unpackedBytes > MOST_BYTES) return reject(zipBomb());
        zip.readEntry();
      });
      zip.on('end', () => resolve({ names, unpackedBytes }));
      zip.on('error', () => reject(damaged()));
      zip.readEntry();
    });
  });
}
