import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const TAG_BYTES = 16;
const IV_BYTES = 12;

/**
 * Encrypts single personal fields (phone, ID number, informant) with SM4 in an authenticated mode.
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
    const cipher = createCipheriv('sm4-gcm' as 'aes-128-gcm', this.keys.get(this.newest) as Buffer, iv, { authTagLength: TAG_BYTES });
    cipher.setAAD(Buffer.from(context), { plaintextLength: Buffer.byteLength(plain) });
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return `${this.newest}:${Buffer.concat([iv, body, cipher.getAuthTag()]).toString('base64url')}`;
  }

  /** @throws Error when the key is unknown or the value was altered or moved. */
  decrypt(stored: string, context: string): string {
    const [id = '', body = ''] = stored.split(':');
    const key = this.keys.get(id);
    if (!key) throw new Error(`Field key ${id} is not configured`);
    const bytes = Buffer.from(body, 'base64url');
    const decipher = createDecipheriv('sm4-gcm' as 'aes-128-gcm', key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
    decipher.setAAD(Buffer.from(context), { plaintextLength: bytes.length - IV_BYTES - TAG_BYTES });
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, bytes.length - TAG_BYTES)), decipher.final()]).toString('utf8');
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
