import { sm2 } from 'sm-crypto-v2';

/** Signs certificates and receipts with SM2 (GB/T 32918) over SM3; anyone checks them with the published public key. */
export class Signer {
  /** Uncompressed point, hex. */
  readonly publicKeyHex: string;
  /** Multiples of each trusted key, reckoned once: a check then takes a sixth of the time. */
  private readonly prepared = new Map<string, ReturnType<typeof sm2.precomputePublicKey>>();

  /**
   * @param privateKeyHex 64 hex characters.
   * @param formerKeys public keys that signed earlier and are still trusted, hex
   */
  constructor(
    private readonly privateKeyHex: string,
    readonly formerKeys: readonly string[] = [],
  ) {
    this.publicKeyHex = sm2.getPublicKeyFromPrivateKey(privateKeyHex);
  }

  /** DER signature in hex. */
  sign(data: string | Buffer): string {
    return sm2.doSignature(bytesOf(data), this.privateKeyHex, { der: true, hash: true, publicKey: this.publicKeyHex });
  }

  /**
   * The key of this platform, today's or a former one, under which the signature holds. A key that only stands beside
   * the signature proves nothing: whoever can write the row can write his own.
   */
  keyOf(data: string | Buffer, signature: string): string | undefined {
    return [this.publicKeyHex, ...this.formerKeys].find(key => this.holds(data, signature, key));
  }

  /** Signed by this platform; false for a wrong signature, a foreign key and malformed input alike. */
  verify(data: string | Buffer, signature: string): boolean {
    return this.keyOf(data, signature) !== undefined;
  }

  private holds(data: string | Buffer, signature: string, publicKeyHex: string): boolean {
    try {
      return sm2.doVerifySignature(bytesOf(data), signature, this.preparedKey(publicKeyHex), { der: true, hash: true });
    } catch {
      return false;
    }
  }

  /** @throws when the text is no point of the curve */
  private preparedKey(publicKeyHex: string): ReturnType<typeof sm2.precomputePublicKey> {
    const known = this.prepared.get(publicKeyHex) ?? sm2.precomputePublicKey(publicKeyHex);
    this.prepared.set(publicKeyHex, known);
    return known;
  }
}

function bytesOf(data: string | Buffer): Uint8Array {
  return typeof data === 'string' ? Buffer.from(data, 'utf8') : data;
}
