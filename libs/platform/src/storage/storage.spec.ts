import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createStorage } from './create-storage';
import type { Storage } from './storage';

interface Place {
  readonly storage: Storage;
  /** The same store with a wrong key; none for a folder. */
  readonly stranger?: Storage;
  /** Everything that lies in it, by name. */
  readonly contents: () => string[];
  readonly close: () => void;
}

const filesUnder = (folder: string): string[] => (readdirSync(folder, { recursive: true }) as string[]).filter(name => statSync(join(folder, name)).isFile());

async function onDisk(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'huanbao-store-'));
  return { storage: await createStorage(`disk:${folder}`), contents: () => filesUnder(folder), close: () => rmSync(folder, { recursive: true, force: true }) };
}

interface S3Like {
  configureBuckets(): Promise<void>;
  callback(): Parameters<typeof createServer>[1];
}

async function onS3(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'huanbao-s3-'));
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the package has no types
  const S3rver = require('s3rver') as new (options: object) => S3Like;
  const store = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: folder, configureBuckets: [{ name: 'huanbao' }] });
  await store.configureBuckets();
  const server: Server = createServer(store.callback());
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const at = (key: string): string => `s3://${key}@127.0.0.1:${(server.address() as AddressInfo).port}/huanbao?tls=false`;
  const close = (): void => {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { storage: await createStorage(at('S3RVER:S3RVER')), stranger: await createStorage(at('NOBODY:wrong')), contents: () => filesUnder(folder).filter(name => /object$/.test(name)), close };
}

const LIMIT = 1024 * 1024;
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

async function bytesOf(stream: Readable): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

describe.each<[string, () => Promise<Place>]>([['a folder', onDisk], ['an S3 store', onS3]])('files in %s', (_where, begin) => {
  let place: Place;
  beforeEach(async () => {
    place = await begin();
  });
  afterEach(() => place.close());

  it('come back as they went in, named by their hash, until they are removed', async () => {
    const bytes = randomBytes(200_000);
    const blob = await place.storage.put(Readable.from([bytes.subarray(0, 70_000), bytes.subarray(70_000)]), LIMIT);
    expect(blob).toEqual({ hash: sha256(bytes), sizeBytes: bytes.length });
    expect(await place.storage.has(blob.hash)).toBe(true);
    expect((await bytesOf(await place.storage.open(blob.hash))).equals(bytes)).toBe(true);
    await place.storage.remove(blob.hash);
    await place.storage.remove(blob.hash);
    expect(await place.storage.has(blob.hash)).toBe(false);
    expect(place.contents()).toEqual([]);
  });

  it('that are not there are not found', async () => {
    const nothing = sha256(Buffer.from('nothing'));
    expect(await place.storage.has(nothing)).toBe(false);
    await expect(place.storage.open(nothing)).rejects.toMatchObject({ code: 'not-found' });
  });

  it.each(['../../etc/passwd', 'abc', ''])('never leave their place by their name: %j', async name => {
    await expect(place.storage.open(name)).rejects.toThrow();
  });

  it('too large leave nothing', async () => {
    await expect(place.storage.put(Readable.from([randomBytes(LIMIT), randomBytes(1)]), LIMIT)).rejects.toMatchObject({ code: 'file-too-large' });
    expect(place.contents()).toEqual([]);
    await expect(place.storage.put(Readable.from([randomBytes(LIMIT)]), LIMIT)).resolves.toMatchObject({ sizeBytes: LIMIT });
  });

  it('broken off half-way leave nothing', async () => {
    const breaking = async function* (): AsyncGenerator<Buffer> {
      yield randomBytes(100_000);
      await Promise.resolve();
      throw new Error('the sender went away');
    };
    await expect(place.storage.put(Readable.from(breaking()), LIMIT)).rejects.toThrow('went away');
    expect(place.contents()).toEqual([]);
  });

  it('of the same content at the same time become one', async () => {
    const bytes = randomBytes(50_000);
    const blobs = await Promise.all(Array.from({ length: 6 }, () => place.storage.put(Readable.from([bytes]), LIMIT)));
    expect(new Set(blobs.map(blob => blob.hash))).toEqual(new Set([sha256(bytes)]));
    expect(place.contents()).toHaveLength(1);
    expect((await bytesOf(await place.storage.open(sha256(bytes)))).equals(bytes)).toBe(true);
  });

  it('are not to be had with wrong credentials, and that is not “not found”', async () => {
    if (!place.stranger) return expect(place.stranger).toBeUndefined();
    const { hash } = await place.storage.put(Readable.from([Buffer.from('secret')]), LIMIT);
    await expect(place.stranger.open(hash)).rejects.toMatchObject({ name: 'InvalidAccessKeyId' });
    await expect(place.stranger.put(Readable.from([Buffer.from('x')]), LIMIT)).rejects.toThrow();
    await expect(place.stranger.has(hash)).rejects.toThrow();
  });
});
