import { createHash } from 'node:crypto';
import { Transform, TransformCallback } from 'node:stream';
import { fileTooLarge, StoredBlob } from './storage';

/** Passes bytes through, hashes and counts them, and breaks off beyond the limit. */
export class Measured extends Transform {
  private readonly sha256 = createHash('sha256');
  private sizeBytes = 0;

  constructor(private readonly limitBytes: number) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.sizeBytes += chunk.length;
    if (this.sizeBytes > this.limitBytes) return done(fileTooLarge(this.limitBytes));
    this.sha256.update(chunk);
    done(null, chunk);
  }

  /** After the stream has ended. */
  result(): StoredBlob {
    return { hash: this.sha256.digest('hex'), sizeBytes: this.sizeBytes };
  }
}
