import { contentContext, fromBase64, toHex, type SealContext, type SealedEnvelope } from './envelope';
import type { Key, PrivateJwk } from './keys';
import { xor } from './seal';
import { unwrapShare } from './share';

/** The two private keys that must come together. */
export interface OpeningKeys {
  /** Which first share the key fits. */
  readonly holder: 'owner' | 'witness';
  readonly holderKey: PrivateJwk;
  readonly platformKey: PrivateJwk;
}

/** The envelope does not open: altered, made for another task or bidder, or for other keys. */
export class UnsealError extends Error {
  constructor(readonly reason: 'digest' | 'no-share' | 'keys' | 'content') {
    super(`The envelope does not open: ${reason}`);
    this.name = 'UnsealError';
  }
}

/** Opens an envelope with both shares. @throws UnsealError; never returns altered content. */
export async function openBid(envelope: SealedEnvelope, keys: OpeningKeys, context: SealContext): Promise<Uint8Array<ArrayBuffer>> {
  const ciphertext = fromBase64(envelope.ciphertext);
  if (toHex(await crypto.subtle.digest('SHA-256', ciphertext)) !== envelope.digest) throw new UnsealError('digest');
  const key = await contentKey(envelope, keys, context);
  try {
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: fromBase64(envelope.iv), additionalData: contentContext(context) }, key, ciphertext);
    return new Uint8Array(plain);
  } catch {
    throw new UnsealError('content');
  }
}

async function contentKey(envelope: SealedEnvelope, keys: OpeningKeys, context: SealContext): Promise<Key> {
  const share = envelope.shares[keys.holder];
  if (!share) throw new UnsealError('no-share');
  try {
    const first = await unwrapShare(share, keys.holderKey, context, 'holder');
    const second = await unwrapShare(envelope.shares.platform, keys.platformKey, context, 'platform');
    return await crypto.subtle.importKey('raw', xor(first, second), 'AES-GCM', false, ['decrypt']);
  } catch {
    throw new UnsealError('keys');
  }
}
