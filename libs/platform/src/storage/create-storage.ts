import { DiskStorage } from './disk.storage';
import { Storage } from './storage';

/** `disk:/path` or `s3://KEY:SECRET@host:port/bucket?region=…&tls=…`. The client of S3 is loaded where one is used. */
export async function createStorage(url: string): Promise<Storage> {
  if (url.startsWith('disk:')) return new DiskStorage(url.slice('disk:'.length));
  const { S3Storage } = await import('./s3.storage');
  return new S3Storage(new URL(url));
}
