import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import { ZipEntry, zipped } from './zip';

const AT = new Date('2026-11-23T16:30:10Z'); // half past midnight of the next day in Shanghai

async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of stream) all.push(piece);
  return Buffer.concat(all);
}

/** What another program reads out of it: name, content, sizes checked against what was read. */
async function read(bytes: Buffer, seen: yauzl.Entry[] = []): Promise<[string, string][]> {
  const zip = await new Promise<yauzl.ZipFile>((resolve, reject) => yauzl.fromBuffer(bytes, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true }, (error, opened) => (error ? reject(error) : resolve(opened))));
  const found: [string, string][] = [];
  return new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', () => resolve(found));
    zip.on('entry', (entry: yauzl.Entry) => zip.openReadStream(entry, (error, stream) => {
      seen.push(entry);
      if (error) return reject(error);
      void bytesOf(stream as unknown as AsyncIterable<Buffer>).then(content => {
        found.push([entry.fileName, content.toString()]);
        zip.readEntry();
      }, reject);
    }));
    zip.readEntry();
  });
}

const entry = (name: string, ...pieces: string[]): ZipEntry => ({ name, at: AT, open: () => Promise.resolve((async function* () { for (const piece of pieces) yield Buffer.from(piece); })()) });

describe('files as one archive', () => {
  it.each<[string, [string, string[]][]]>([
    ['none', []],
    ['one', [['移交清单.pdf', ['%PDF']]]],
    ['several, one empty, one in pieces, in folders', [['成果/第 1 次/报告.pdf', ['一', '二', '三']], ['成果/空.txt', []], ['a.txt', ['x'.repeat(100_000)]]]],
  ])('%s', async (_, files) => {
    const bytes = await bytesOf(zipped(files.map(([name, pieces]) => entry(name, ...pieces))));
    expect(await read(bytes)).toEqual(files.map(([name, pieces]) => [name, pieces.join('')]));
  });

  it('holds what it says: its check sums are those of the contents, its day is that of the place', async () => {
    const entries: yauzl.Entry[] = [];
    await read(await bytesOf(zipped([entry('报告.pdf', '内', '容'), entry('b.pdf', 'b')])), entries);
    expect(entries.map(one => one.crc32)).toEqual([crc32('内容'), crc32('b')]);
    // in the format a time has no zone: midnight and a half of the day in Shanghai
    expect([entries[0]?.lastModFileDate, entries[0]?.lastModFileTime]).toEqual([((2026 - 1980) << 9) | (11 << 5) | 24, (30 << 5) | 5]);
  });
});
