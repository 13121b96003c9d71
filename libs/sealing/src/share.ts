import { bytesOf, fromBase64, shareContext, toBase64, type SealContext, type WrappedShare } from './envelope';
import { CURVE, derive, importPrivate, importPublic, publicPart, type Key, type PrivateJwk, type PublicJwk } from './keys';

const IV_BYTES = 12;

/** Wraps a share for a holder so that only the holder's private key gets it back. */
export async function wrapShare(share: Uint8Array<ArrayBuffer>, holderKey: PublicJwk, context: SealContext, holder: string): Promise<WrappedShare> {
  const oneTime = await crypto.subtle.generateKey(CURVE, true, ['deriveBits']);
  const epk = publicPart((await crypto.subtle.exportKey('jwk', oneTime.publicKey)) as unknown as PublicJwk);
  const key = await wrappingKey(await derive(oneTime.privateKey, await importPublic(holderKey)), holder);
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const wrapped = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: shareContext(context, holder) }, key, share);
  return { epk, iv: toBase64(iv), wrapped: toBase64(new Uint8Array(wrapped)) };
}

/** @throws Error (OperationError) when the key, the context or the bytes do not fit. */
export async function unwrapShare(share: WrappedShare, holderKey: PrivateJwk, context: SealContext, holder: string): Promise<Uint8Array<ArrayBuffer>> {
  const key = await wrappingKey(await derive(await importPrivate(holderKey), await importPublic(share.epk)), holder);
  const plain = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: fromBase64(share.iv), additionalData: shareContext(context, holder) },
    key,
    fromBase64(share.wrapped),
  );
  return new Uint8Array(plain);
}

async function wrappingKey(secret: ArrayBuffer, holder: string): Promise<Key> {
  const material = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info: bytesOf(`huanbao share ${holder}`) },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}
