import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';

export interface ZipEntry {
  /** With folders, e.g. `成果/报告.pdf`. */
  readonly name: string;
  readonly at: Date;
  /** Asked for when its turn comes: one file is open at a time. */
  readonly open: () => Promise<AsyncIterable<Uint8Array>>;
}

interface Written {
  readonly name: Buffer;
  readonly stamp: number;
  readonly crc: number;
  readonly size: number;
  readonly offset: number;
}

/** Names in UTF-8 (bit 11), sizes after the content (bit 3): nothing is read twice and nothing is kept. */
const FLAGS = 0x0808;
const VERSION = 20;
const SHANGHAI_MS = 8 * 3_600_000;
const LOCAL = 30;

/** Files as one archive, stored as they are: papers and pictures are compressed already. Below 4 GB in all, as the quota of a record is. */
export const zipped = (entries: readonly ZipEntry[]): Readable => Readable.from(pieces(entries));

async function* pieces(entries: readonly ZipEntry[]): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  let offset = 0;
  for (const entry of entries) {
    const [name, stamp] = [Buffer.from(entry.name, 'utf8'), stampOf(entry.at)];
    yield localHeader(name, stamp);
    let [crc, size] = [0, 0];
    for await (const piece of await entry.open()) {
      crc = crc32(piece, crc);
      size += piece.length;
      yield piece;
    }
    yield fields([4, 0x08074b50], [4, crc], [4, size], [4, size]);
    written.push({ name, stamp, crc, size, offset });
    offset += LOCAL + name.length + size + 16;
  }
  const directory = Buffer.concat(written.map(one => Buffer.concat([centralHeader(one), one.name])));
  yield directory;
  yield fields([4, 0x06054b50], [2, 0], [2, 0], [2, written.length], [2, written.length], [4, directory.length], [4, offset], [2, 0]);
}

const localHeader = (name: Buffer, stamp: number): Buffer =>
  Buffer.concat([fields([4, 0x04034b50], [2, VERSION], [2, FLAGS], [2, 0], [4, stamp], [4, 0], [4, 0], [4, 0], [2, name.length], [2, 0]), name]);

const centralHeader = ({ name, stamp, crc, size, offset }: Written): Buffer =>
  fields([4, 0x02014b50], [2, VERSION], [2, VERSION], [2, FLAGS], [2, 0], [4, stamp], [4, crc], [4, size], [4, size], [2, name.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]);

/** Little-endian numbers of so many bytes. */
function fields(...numbers: readonly (readonly [2 | 4, number])[]): Buffer {
  const bytes = Buffer.alloc(numbers.reduce((sum, [width]) => sum + width, 0));
  let at = 0;
  for (const [width, value] of numbers) {
    if (width === 2) bytes.writeUInt16LE(value, at);
    else bytes.writeUInt32LE(value >>> 0, at);
    at += width;
  }
  return bytes;
}

/** Time and day of the place, as the format has had them since 1989: two seconds, years from 1980. */
function stampOf(at: Date): number {
  const local = new Date(at.getTime() + SHANGHAI_MS);
  const time = (local.getUTCHours() << 11) | (local.getUTCMinutes() << 5) | (local.getUTCSeconds() >> 1);
  const day = ((local.getUTCFullYear() - 1980) << 9) | ((local.getUTCMonth() + 1) << 5) | local.getUTCDate();
  return ((day << 16) | time) >>> 0;
}
