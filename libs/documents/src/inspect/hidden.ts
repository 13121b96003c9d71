import type { Probe } from './probe';

const END_OF_DIRECTORY = Buffer.from('PK\x05\x06', 'latin1');
const DIRECTORY_ENTRY = 'PK\x01\x02';

/**
 * Whether a file that is no ZIP by its first bytes still opens as one: archives are read from their end, so a picture can
 * be an archive too. Judged by a directory that really stands where the end record says.
 */
export function hidesArchive({ tail, sizeBytes }: Probe): boolean {
  const tailFrom = sizeBytes - tail.length;
  for (let at = tail.lastIndexOf(END_OF_DIRECTORY); at >= 0; at = at === 0 ? -1 : tail.lastIndexOf(END_OF_DIRECTORY, at - 1)) {
    if (at + 22 > tail.length) continue;
    const entries = tail.readUInt16LE(at + 10);
    const directoryBytes = tail.readUInt32LE(at + 12);
    const directoryAt = at - directoryBytes;
    if (entries === 0 || directoryBytes < 46 || directoryBytes > tailFrom + at) continue;
    // a directory longer than the tail is taken at its word: no harmless file carries such a record
    if (directoryAt < 0 || tail.toString('latin1', directoryAt, directoryAt + 4) === DIRECTORY_ENTRY) return true;
  }
  return false;
}

/** Readers accept a PDF header or a page's tag anywhere in the first kilobyte. */
export function otherHeaderIn(head: Buffer, own: 'pdf' | 'other'): string | undefined {
  const start = head.toString('latin1', 0, 1024);
  if (own === 'other' && start.includes('%PDF-')) return 'PDF';
  return /<(html|script|svg|\?php)\b/i.test(start) ? 'HTML' : undefined;
}
