import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { wellFormed } from '../inspect/safe-name';
import { Extraction, failed, TEXT_LIMIT } from './extract';
import { readPdf } from './read-pdf';
import { readSheet, readWord } from './read-office';

interface Input {
  readonly path: string;
  readonly mediaType: string;
}

async function read({ path, mediaType }: Input): Promise<Extraction> {
  try {
    const bytes = await readFile(path);
    const reader = mediaType === 'application/pdf' ? readPdf : mediaType.includes('wordprocessing') ? readWord : readSheet;
    const { text, pages, warnings } = await reader(bytes, TEXT_LIMIT);
    const clean = wellFormed(text.replaceAll('\u0000', '').slice(0, TEXT_LIMIT)).trim();
    return { state: clean === '' ? 'no-text' : 'ready', text: clean, reason: null, pages, warnings };
  } catch (error) {
    return failed((error as Error).name === 'PasswordException' ? 'encrypted' : 'damaged');
  }
}

void read(workerData as Input).then(result => parentPort?.postMessage(result));
