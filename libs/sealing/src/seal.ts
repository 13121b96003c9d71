import { contentContext, toBase64, toHex, type SealContext, type SealedEnvelope } from './envelope';
import type { PublicJwk } from './keys';
import { wrapShare } from './share';
import { proofOf, splitSecret } from './threshold';
import { xor } from './xor';

/** The public keys published with a task. */
export interface SealingKeys {
  readonly owner: PublicJwk;
  readonly witness: PublicJwk | null;
  readonly platform: PublicJwk;
  /** With both of these the first share is split among owner, witness and recovery. */
  readonly recovery?: PublicJwk | null;
  readonly needed?: number | null;
}

const KEY_BYTES = 32;
const IV_BYTES = 12;

/**
 * Seals a bid where the bidder sits. The content key is the XOR of two random shares, the second for the platform. The first is
 * split among owner, witness and recovery, of whom `needed` must come together; where a task has no such holders it is whole for
 * the owner (or the witness). No share alone opens anything.
 */
export async function sealBid(plain: Uint8Array<ArrayBuffer>, keys: SealingKeys, context: SealContext): Promise<SealedEnvelope> {
  const first = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  const outer = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  const key = await crypto.subtle.importKey('raw', xor(first, outer), 'AES-GCM', false, ['encrypt']);
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const ciphertext = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: contentContext(context) }, key, plain));
  const envelope = { iv: toBase64(iv), ciphertext: toBase64(ciphertext), digest: toHex(await crypto.subtle.digest('SHA-256', ciphertext)) };
  const second = await wrapShare(outer, keys.platform, context, 'platform');
  const split = await splitAmong(first, keys, context);
  if (split) return { version: 2, ...envelope, shares: { ...split.shares, platform: second }, threshold: { ...split.threshold, key: await proofOf(xor(first, outer), 'key', context) } };
  return {
    version: 1,
    ...envelope,
    shares: { owner: await wrapShare(first, keys.owner, context, 'holder'), witness: keys.witness ? await wrapShare(first, keys.witness, context, 'holder') : null, platform: second },
  };
}

async function splitAmong(first: Uint8Array<ArrayBuffer>, { owner, witness, recovery, needed }: SealingKeys, context: SealContext) {
  if (!witness || !recovery || !needed) return null;
  const parts = splitSecret(first, needed);
  const proofs = { owner: await proofOf(parts.owner, 'owner', context), witness: await proofOf(parts.witness, 'witness', context), recovery: await proofOf(parts.recovery, 'recovery', context) };
  const shares = { owner: await wrapShare(parts.owner, owner, context, 'owner'), witness: await wrapShare(parts.witness, witness, context, 'witness'), recovery: await wrapShare(parts.recovery, recovery, context, 'recovery') };
  return { shares, threshold: { needed, proofs } };
}
