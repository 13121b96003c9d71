import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { notFound } from '../http/app-error';
import { Measured } from './measured';
import { Storage, StoredBlob } from './storage';

const HASH = /^[0-9a-f]{64}$/;

/** Blobs as objects named by their hash in one bucket of any S3-compatible store. */
export class S3Storage extends Storage {
  private readonly client: S3Client;
  private readonly bucket: string;

  /** @param url `s3://KEY:SECRET@host:port/bucket?region=cn-north-1&tls=false` */
  constructor(url: URL) {
    super();
    this.bucket = url.pathname.slice(1);
    this.client = new S3Client({
      endpoint: `${url.searchParams.get('tls') === 'false' ? 'http' : 'https'}://${url.host}`,
      region: url.searchParams.get('region') ?? 'us-east-1',
      forcePathStyle: true,
      // by default the SDK wraps streams in chunks with a trailing checksum, which not every compatible store unwraps;
      // our own SHA-256 names the object
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      credentials: { accessKeyId: decodeURIComponent(url.username), secretAccessKey: decodeURIComponent(url.password) },
    });
  }

  /** The hash is the name, so the bytes are first measured into a temporary file, then sent with their length. */
  async put(source: Readable, limitBytes: number): Promise<StoredBlob> {
    const aside = join(tmpdir(), `huanbao-${randomUUID()}`);
    const measured = new Measured(limitBytes);
    try {
      await pipeline(source, measured, createWriteStream(aside, { flags: 'wx', mode: 0o600 }));
      const blob = measured.result();
      if (!(await this.has(blob.hash)))
        await this.client.send(new PutObjectCommand({ Bucket: this.bucket, Key: blob.hash, Body: createReadStream(aside), ContentLength: blob.sizeBytes }));
      return blob;
    } finally {
      await rm(aside, { force: true });
    }
  }

  async open(hash: string): Promise<Readable> {
    // without a name the same request would list the bucket
    if (!HASH.test(hash)) throw notFound();
    try {
      const { Body } = await this.client.send(new GetObjectCommand({ Bucket: this.bucket, Key: hash }));
      return Body as Readable;
    } catch (error) {
      if (isMissing(error)) throw notFound();
      throw error;
    }
  }

  async has(hash: string): Promise<boolean> {
    if (!HASH.test(hash)) return false;
    try {
      await this.client.send(new HeadObjectCommand({ Bucket: this.bucket, Key: hash }));
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  }

  async remove(hash: string): Promise<void> {
    if (HASH.test(hash)) await this.client.send(new DeleteObjectCommand({ Bucket: this.bucket, Key: hash }));
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404;
}
