import { damaged } from '../documents.errors';
import { occurring, Probe } from './probe';

/** A name in a PDF may hide its letters as `#xx`, e.g. `/J#61vaScript`; each letter is matched in both spellings. */
function spelled(word: string): string {
  return [...word].map(letter => `(?:${letter}|#${letter.charCodeAt(0).toString(16)})`).join('');
}

const name = (...words: string[]): RegExp => new RegExp(`/(?:${words.map(spelled).join('|')})(?![A-Za-z0-9#])`, 'i');

/** What a PDF may do by itself; the second look, into compressed parts, is the text job's. */
const ACTS = {
  'pdf-javascript': name('JavaScript', 'JS'),
  'pdf-action': name('Launch', 'SubmitForm', 'ImportData'),
  'pdf-attachment': name('EmbeddedFile', 'EmbeddedFiles'),
  'pdf-encrypted': name('Encrypt'),
} as const;

export type PdfWarning = keyof typeof ACTS;

/**
 * PDFs that act by themselves are let in but marked, for viewers differ in what they run.
 * @throws AppError `file.damaged` when the end is missing
 */
export async function pdfWarnings(file: Probe): Promise<PdfWarning[]> {
  const end = file.tail.toString('latin1').replace(/[\0\s]+$/, '').slice(-4096);
  if (!end.includes('%%EOF') && !end.includes('startxref')) throw damaged();
  return [...(await occurring(file.path, ACTS))].sort();
}
