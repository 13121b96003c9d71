import yauzl from 'yauzl';
import type { DocumentProperties } from './reading';

const MOST_PART_BYTES = 256 * 1024;
const MOST_CHARACTERS = 100;
const PARTS = new Set(['docProps/core.xml', 'docProps/app.xml']);
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What PDF Info and the property parts of Word and Excel say. Runs where documents are read: in a process of its own. */
export async function propertiesOf(bytes: Buffer, mediaType: string): Promise<DocumentProperties | null> {
  try {
    const properties = mediaType === 'application/pdf' ? await ofPdf(bytes) : mediaType.includes('officedocument') ? await ofOffice(bytes) : null;
    return properties && Object.values(properties).some(value => value !== null) ? properties : null;
  } catch {
    return null; // the words were read; that the file says nothing of its maker is no failure
  }
}

async function ofPdf(bytes: Buffer): Promise<DocumentProperties> {
  const { getDocumentProxy } = await import('unpdf');
  const document = await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, enableXfa: false, verbosity: 0 });
  const { Author, CreationDate } = (await document.getMetadata()).info as { Author?: unknown; CreationDate?: unknown };
  await document.destroy();
  return { author: words(Author), lastModifiedBy: null, company: null, createdAt: words(CreationDate) };
}

async function ofOffice(bytes: Buffer): Promise<DocumentProperties> {
  const parts = await partsOf(bytes);
  const [core, app] = [parts.get('docProps/core.xml') ?? '', parts.get('docProps/app.xml') ?? ''];
  return { author: element(core, 'dc:creator'), lastModifiedBy: element(core, 'cp:lastModifiedBy'), company: element(app, 'Company'), createdAt: element(core, 'dcterms:created') };
}

function element(xml: string, name: string): string | null {
  const found = new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)</${name}>`).exec(xml)?.[1];
  return words(found?.replace(/&(amp|lt|gt|quot|apos);/g, (_, entity: string) => NAMED[entity] as string));
}

function words(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = value.replace(/\p{Cc}/gu, '').trim().slice(0, MOST_CHARACTERS);
  return text === '' ? null : text;
}

/** The two parts, each up to a limit; the rest of the archive is left alone. */
function partsOf(bytes: Buffer): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    const parts = new Map<string, string>();
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error || !zip) return reject(error ?? new Error('not an archive'));
      zip.on('error', reject);
      zip.on('end', () => resolve(parts));
      zip.on('entry', (entry: yauzl.Entry) => {
        if (!PARTS.has(entry.fileName) || entry.uncompressedSize > MOST_PART_BYTES) return zip.readEntry();
        zip.openReadStream(entry, (failure, stream) => {
          if (failure || !stream) return reject(failure ?? new Error('no part'));
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('error', reject);
          stream.on('end', () => {
            parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
            zip.readEntry();
          });
        });
      });
      zip.readEntry();
    });
  });
}
