import mammoth from 'mammoth';
import type { Reading } from './reading';

export async function readWord(bytes: Buffer): Promise<Reading> {
  return { text: (await mammoth.extractRawText({ buffer: bytes })).value, pages: null, warnings: [] };
}
