import { contentContext, fromBase64, toHex, type SealContext, type SealedEnvelope } from './envelope';
import type { Key, PrivateJwk } from './keys';
import { unwrapShare } from './share';
import { joinShares, proofOf, type Holder } from './threshold';
import { xor } from './xor';

/** The two private keys that must come together. */
export interface OpeningKeys {
  /** Which first share the key fits. */
  readonly holder: 'owner' | 'witness';
  readonly holderKey: PrivateJwk;
  readonly platformKey: PrivateJwk;
}

/** The envelope does not open: altered, made for another task or bidder, or for other keys. */
export class UnsealError extends Error {
  constructor(readonly reason: 'digest' | 'no-share' | 'keys' | 'content' | 'shares') {
    super(`The envelope does not open: ${reason}`);
    this.name = 'UnsealError';
  }
}

/** Opens an envelope of version 1 with both shares. @throws UnsealError; never returns altered content. */
export async function openBid(envelope: SealedEnvelope, keys: OpeningKeys, context: SealContext): Promise<Uint8Array<ArrayBuffer>> {
  const ciphertext = await ciphertextOf(envelope);
  return decrypt(envelope, await contentKey(envelope, keys, context), { ciphertext, context });
}

/** A holder's share of an envelope of version 2, unwrapped where the holder sits. @throws UnsealError when the key does not fit or the share is not what the envelope says */
export async function openingShare(envelope: Omit<SealedEnvelope, 'ciphertext'>, holder: Holder, privateKey: PrivateJwk, context: SealContext): Promise<Uint8Array<ArrayBuffer>> {
  const wrapped = envelope.shares[holder];
  if (!envelope.threshold || !wrapped) throw new UnsealError('no-share');
  let share: Uint8Array<ArrayBuffer>;
  try {
    share = await unwrapShare(wrapped, privateKey, context, holder);
  } catch {
    throw new UnsealError('keys');
  }
  if (!(await isShareOf(envelope, holder, share, context))) throw new UnsealError('shares');
  return share;
}

/** Whether a share is the one that was sealed for this holder; the private key is not needed to tell. */
export async function isShareOf(envelope: Omit<SealedEnvelope, 'ciphertext'>, holder: Holder, share: Uint8Array<ArrayBuffer>, context: SealContext): Promise<boolean> {
  return envelope.threshold !== undefined && (await proofOf(share, holder, context)) === envelope.threshold.proofs[holder];
}

/** Opens an envelope of version 2 with the shares that have come together, and the platform's key. @throws UnsealError */
export async function openWithShares(envelope: SealedEnvelope, shares: ReadonlyMap<Holder, Uint8Array<ArrayBuffer>>, platformKey: PrivateJwk, context: SealContext): Promise<Uint8Array<ArrayBuffer>> {
  const ciphertext = await ciphertextOf(envelope);
  if (!envelope.threshold) throw new UnsealError('no-share');
  let raw: Uint8Array<ArrayBuffer>;
  try {
    raw = xor(joinShares(shares, envelope.threshold.needed), await unwrapShare(envelope.shares.platform, platformKey, context, 'platform'));
  } catch {
    throw new UnsealError('shares');
  }
  // shares that do not belong together make another key than the one that sealed
  if ((await proofOf(raw, 'key', context)) !== envelope.threshold.key) throw new UnsealError('shares');
  return decrypt(envelope, await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt']), { ciphertext, context });
}

async function ciphertextOf(envelope: SealedEnvelope): Promise<Uint8Array<ArrayBuffer>> {
  const ciphertext = fromBase64(envelope.ciphertext);
  if (toHex(await crypto.subtle.digest('SHA-256', ciphertext)) !== envelope.digest) throw new UnsealError('digest');
  return ciphertext;
}

async function decrypt(envelope: SealedEnvelope, key: Key, { ciphertext, context }: { ciphertext: Uint8Array<ArrayBuffer>; context: SealContext }): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: fromBase64(envelope.iv), additionalData: contentContext(context) }, key, ciphertext));
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
