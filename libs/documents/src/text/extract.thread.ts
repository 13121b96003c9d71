import { readFile } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import { wellFormed } from '../inspect/safe-name';
import { Extraction, failed, TEXT_LIMIT } from './extract';
import { propertiesOf } from './properties';
import type { Reading } from './reading';

interface Input {
  readonly path: string;
  readonly mediaType: string;
}

/** Only the reader that is needed is loaded: a workbook's reader takes longer to load than a PDF to read. */
async function readerOf(mediaType: string): Promise<(bytes: Buffer, limit: number) => Promise<Reading>> {
  if (mediaType === 'application/pdf') return (await import('./read-pdf')).readPdf;
  return mediaType.includes('wordprocessing') ? (await import('./read-word')).readWord : (await import('./read-sheet')).readSheet;
}

async function read({ path, mediaType }: Input): Promise<Extraction> {
  try {
    const bytes = await readFile(path);
    const reader = await readerOf(mediaType);
    const { text, pages, warnings } = await reader(bytes, TEXT_LIMIT);
    const clean = wellFormed(text.replaceAll('\u0000', '').slice(0, TEXT_LIMIT)).trim();
    return { state: clean === '' ? 'no-text' : 'ready', text: clean, reason: null, pages, warnings, properties: await propertiesOf(bytes, mediaType) };
  } catch (error) {
    return failed((error as Error).name === 'PasswordException' ? 'encrypted' : 'damaged');
  }
}

parentPort?.on('message', (input: Input) => void read(input).then(result => parentPort?.postMessage(result)));
