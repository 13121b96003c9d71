import { DiskStorage } from './disk.storage';
import { S3Storage } from './s3.storage';
import { Storage } from './storage';

/** `disk:/path` or `s3://KEY:SECRET@host:port/bucket?region=…&tls=…`. */
export function createStorage(url: string): Storage {
  return url.startsWith('disk:') ? new DiskStorage(url.slice('disk:'.length)) : new S3Storage(new URL(url));
}
