import { contentContext, toBase64, toHex, type SealContext, type SealedEnvelope } from './envelope';
import type { PublicJwk } from './keys';
import { wrapShare } from './share';

/** The public keys published with a task. */
export interface SealingKeys {
  readonly owner: PublicJwk;
  readonly witness: PublicJwk | null;
  readonly platform: PublicJwk;
}

const KEY_BYTES = 32;
const IV_BYTES = 12;

/**
 * Seals a bid where the bidder sits. The content key is the XOR of two random shares: one for the task's owner
 * (or the witness), one for the platform. Neither alone opens anything.
 */
export async function sealBid(plain: Uint8Array<ArrayBuffer>, keys: SealingKeys, context: SealContext): Promise<SealedEnvelope> {
  const first = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  const second = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  const key = await crypto.subtle.importKey('raw', xor(first, second), 'AES-GCM', false, ['encrypt']);
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const ciphertext = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: contentContext(context) }, key, plain));
  return {
    version: 1,
    iv: toBase64(iv),
    ciphertext: toBase64(ciphertext),
    shares: {
      owner: await wrapShare(first, keys.owner, context, 'holder'),
      witness: keys.witness ? await wrapShare(first, keys.witness, context, 'holder') : null,
      platform: await wrapShare(second, keys.platform, context, 'platform'),
    },
    digest: toHex(await crypto.subtle.digest('SHA-256', ciphertext)),
  };
}

export function xor(left: Uint8Array<ArrayBuffer>, right: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(left, (byte, index) => byte ^ (right[index] ?? 0));
}
