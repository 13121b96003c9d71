import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { sm4 } from 'sm-crypto-v2';

const TAG_BYTES = 16;
const IV_BYTES = 12;

/**
 * Encrypts single personal fields (phone, ID number, informant) with SM4-GCM (RFC 8998; Node's OpenSSL has no GCM for SM4).
 * Stored form: `<key id>:<base64url(iv | ciphertext | tag)>`. `context` (table.column) is authenticated, so a value
 * copied into another column does not decrypt. Old keys stay configured to read old rows; new rows use the first.
 */
export class FieldCipher {
  private readonly keys: ReadonlyMap<string, Buffer>;
  private readonly newest: string;
  private readonly lookupKey: Buffer;

  /** @param spec `k2:<32 hex>,k1:<32 hex>`, newest first. The blind index uses the *last* key so that it survives rotation. */
  constructor(spec: string) {
    const pairs = spec.split(',').map(pair => pair.split(':') as [string, string]);
    this.keys = new Map(pairs.map(([id, hex]) => [id, Buffer.from(hex, 'hex')]));
    this.newest = pairs[0]?.[0] as string;
    const oldest = this.keys.get(pairs[pairs.length - 1]?.[0] as string) as Buffer;
    this.lookupKey = Buffer.from(hkdfSync('sha256', oldest, '', 'huanbao blind index', 32));
  }

  encrypt(plain: string, context: string): string {
    const iv = randomBytes(IV_BYTES);
    const options = { mode: 'gcm', iv, associatedData: Buffer.from(context), output: 'array', outputTag: true } as const;
    const { output, tag } = sm4.encrypt(Buffer.from(plain, 'utf8'), this.keys.get(this.newest) as Buffer, options);
    return `${this.newest}:${Buffer.concat([iv, output, tag as Uint8Array]).toString('base64url')}`;
  }

  /** @throws Error when the key is unknown or the value was altered or moved. */
  decrypt(stored: string, context: string): string {
    const [id = '', body = ''] = stored.split(':');
    const key = this.keys.get(id);
    if (!key) throw new Error(`Field key ${id} is not configured`);
    const bytes = Buffer.from(body, 'base64url');
    if (bytes.length < IV_BYTES + TAG_BYTES) throw new Error('The encrypted field is too short');
    const plain = sm4.decrypt(bytes.subarray(IV_BYTES, bytes.length - TAG_BYTES), key, {
      mode: 'gcm',
      iv: bytes.subarray(0, IV_BYTES),
      associatedData: Buffer.from(context),
      tag: bytes.subarray(bytes.length - TAG_BYTES),
      output: 'array',
    });
    return Buffer.from(plain).toString('utf8');
  }

  /** Whether the value was written with a key that is no longer the newest. */
  isOutdated(stored: string): boolean {
    return !stored.startsWith(`${this.newest}:`);
  }

  /** A keyed hash for exact look-up and uniqueness of an encrypted field. */
  blindIndex(plain: string, context: string): string {
    return createHmac('sha256', this.lookupKey).update(`${context}\n${plain}`).digest('base64url');
  }
}
