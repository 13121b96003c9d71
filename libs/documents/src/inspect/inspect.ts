import { damaged, emptyFile, executable, unknownType, wrongName } from '../documents.errors';
import { inspectOffice } from './office';

export interface Inspected {
  readonly mediaType: string;
  readonly warnings: readonly string[];
}

const OFFICE = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

interface Kind {
  readonly word: string;
  readonly mediaType: string;
  readonly endings: readonly string[];
  readonly matches: (bytes: Buffer) => boolean;
}

const startsWith =
  (...signature: number[]) =>
  (bytes: Buffer): boolean =>
    signature.every((byte, i) => bytes[i] === byte);

/** What may come in, told by its first bytes. */
const KINDS: readonly Kind[] = [
  { word: 'PDF', mediaType: 'application/pdf', endings: ['pdf'], matches: startsWith(0x25, 0x50, 0x44, 0x46, 0x2d) },
  { word: 'PNG', mediaType: 'image/png', endings: ['png'], matches: startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
  { word: 'JPG', mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'], matches: startsWith(0xff, 0xd8, 0xff) },
];

const isZip = startsWith(0x50, 0x4b, 0x03, 0x04);

/** Programs and scripts, whatever they call themselves. */
const PROGRAMS: readonly ((bytes: Buffer) => boolean)[] = [
  startsWith(0x4d, 0x5a), // Windows
  startsWith(0x7f, 0x45, 0x4c, 0x46), // ELF
  startsWith(0xcf, 0xfa, 0xed, 0xfe), // Mach-O
  startsWith(0xca, 0xfe, 0xba, 0xbe), // Java, Mach-O fat
  startsWith(0x23, 0x21), // #!
];

export const endingOf = (name: string): string => (/\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1] ?? '').toLowerCase();

/**
 * What a file really is, by its content. The name must agree, so that nobody is misled by either.
 * @throws AppError for anything that is not allowed, with what to do
 */
export async function inspect(bytes: Buffer, name: string): Promise<Inspected> {
  if (bytes.length === 0) throw emptyFile();
  if (PROGRAMS.some(matches => matches(bytes))) throw executable();
  const kind = KINDS.find(each => each.matches(bytes));
  if (kind) return agree(name, kind.endings, kind.word, { mediaType: kind.mediaType, warnings: kind.word === 'PDF' ? pdfWarnings(bytes) : [] });
  if (!isZip(bytes)) throw unknownType();
  const office = await inspectOffice(bytes);
  if (!office) throw unknownType();
  return agree(name, [office], office === 'docx' ? 'Word' : 'Excel', { mediaType: OFFICE[office], warnings: [] });
}

function agree(name: string, endings: readonly string[], word: string, result: Inspected): Inspected {
  if (!endings.includes(endingOf(name))) throw wrongName(word);
  return result;
}

/** PDFs that act by themselves are let in but marked, for viewers differ in what they run. */
function pdfWarnings(bytes: Buffer): string[] {
  const text = bytes.toString('latin1');
  if (!text.includes('%%EOF') && !text.includes('startxref')) throw damaged();
  const found: string[] = [];
  if (/\/(JavaScript|JS)\b/.test(text)) found.push('pdf-javascript');
  if (/\/(Launch|SubmitForm|ImportData)\b/.test(text)) found.push('pdf-action');
  if (/\/EmbeddedFile\b/.test(text)) found.push('pdf-attachment');
  return found;
}

/** A name fit for display and download: no path, no control characters, not endless. */
export function safeName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).pop() ?? '';
  // control characters and marks that turn the reading direction
  const clean = last.replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069"<>|:*?]/g, '').trim().replace(/^\.+/, '');
  const ending = endingOf(clean);
  const stem = ending ? clean.slice(0, -ending.length - 1) : clean;
  return `${stem.slice(0, 120) || '文件'}${ending ? `.${ending}` : ''}`;
}

