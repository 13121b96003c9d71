import { sm2 } from 'sm-crypto-v2';

/** Signs certificates and receipts with SM2 (GB/T 32918) over SM3; anyone checks them with the published public key. */
export class Signer {
  /** Uncompressed point, hex. */
  readonly publicKeyHex: string;

  /** @param privateKeyHex 64 hex characters. */
  constructor(private readonly privateKeyHex: string) {
    this.publicKeyHex = sm2.getPublicKeyFromPrivateKey(privateKeyHex);
  }

  /** DER signature in hex. */
  sign(data: string | Buffer): string {
    return sm2.doSignature(bytesOf(data), this.privateKeyHex, { der: true, hash: true, publicKey: this.publicKeyHex });
  }

  /** False for a wrong signature, a wrong key and malformed input alike. */
  verify(data: string | Buffer, signature: string, publicKeyHex = this.publicKeyHex): boolean {
    try {
      return sm2.doVerifySignature(bytesOf(data), signature, publicKeyHex, { der: true, hash: true });
    } catch {
      return false;
    }
  }
}

function bytesOf(data: string | Buffer): Uint8Array {
  return typeof data === 'string' ? Buffer.from(data, 'utf8') : data;
}
