import { damaged, emptyFile, executable, twoFilesInOne, unknownType, wrongName } from '../documents.errors';
import { foreignWord, programIn } from './foreign';
import { hidesArchive, otherHeaderIn } from './hidden';
import { assertWholeImage } from './image';
import { inspectOffice } from './office';
import { pdfWarnings } from './pdf';
import { Probe, probe } from './probe';
import { endingOf } from './safe-name';

export interface Inspected {
  readonly mediaType: string;
  /** What a reviewer should know, e.g. `pdf-javascript`, `office-external`. */
  readonly warnings: readonly string[];
}

type Kind = 'pdf' | 'png' | 'jpg' | 'docx' | 'xlsx';

const KINDS: Readonly<Record<Kind, { readonly word: string; readonly mediaType: string; readonly endings: readonly string[] }>> = {
  pdf: { word: 'PDF', mediaType: 'application/pdf', endings: ['pdf'] },
  png: { word: 'PNG', mediaType: 'image/png', endings: ['png'] },
  jpg: { word: 'JPG', mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  docx: { word: 'Word', mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', endings: ['docx'] },
  xlsx: { word: 'Excel', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx'] },
};

const FIRST_BYTES: readonly (readonly [string, 'pdf' | 'png' | 'jpg' | 'zip'])[] = [
  ['%PDF-', 'pdf'],
  ['\x89PNG\r\n\x1a\n', 'png'],
  ['\xff\xd8\xff', 'jpg'],
  ['PK\x03\x04', 'zip'],
];

/**
 * What a file really is, by its content. The name must agree, so that nobody is misled by either.
 * @throws AppError 415 for anything that is not allowed, saying what was found and what to do
 */
export async function inspect(path: string, name: string): Promise<Inspected> {
  const file = await probe(path);
  if (file.sizeBytes === 0) throw emptyFile();
  const program = programIn(file.head);
  if (program) throw executable(program);
  const start = file.head.toString('latin1', 0, 16);
  const first = FIRST_BYTES.find(([bytes]) => start.startsWith(bytes))?.[1];
  if (!first) throw unknownType(foreignWord(file.head));
  const other = otherHeaderIn(file.head, first === 'pdf' ? 'pdf' : 'other') ?? (first !== 'zip' && hidesArchive(file) ? 'ZIP' : undefined);
  if (other) throw twoFilesInOne(other);
  const { kind, warnings } = first === 'zip' ? await archive(file) : await plain(file, first);
  const { word, mediaType, endings } = KINDS[kind];
  if (!endings.includes(endingOf(name))) throw wrongName(word);
  return { mediaType, warnings };
}

async function archive(file: Probe): Promise<{ kind: Kind; warnings: readonly string[] }> {
  const office = await inspectOffice(file.path, file.sizeBytes);
  if (!office) throw unknownType(foreignWord(Buffer.from('PK\x03\x04', 'latin1')));
  return office;
}

async function plain(file: Probe, kind: 'pdf' | 'png' | 'jpg'): Promise<{ kind: Kind; warnings: readonly string[] }> {
  if (kind === 'pdf') return { kind, warnings: await pdfWarnings(file) };
  if (file.sizeBytes < 64) throw damaged();
  await assertWholeImage(file, kind);
  return { kind, warnings: [] };
}
