import { bytesOf, toHex } from './envelope';

export interface PublicJwk {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly y: string;
}

export interface PrivateJwk extends PublicJwk {
  readonly d: string;
}

/** The key that opens one task's bids. The private half is kept by its holder (a file), never sent before opening. */
export interface OpeningKey {
  readonly publicKey: PublicJwk;
  readonly privateKey: PrivateJwk;
  /** RFC 7638 thumbprint of the public half, hex: what people compare. */
  readonly fingerprint: string;
}

/** WebCrypto's key type under both libraries (DOM and Node name it differently). */
export type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

export const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;

/** A fresh key pair, made where its holder sits. */
export async function generateOpeningKey(): Promise<OpeningKey> {
  const pair = await crypto.subtle.generateKey(CURVE, true, ['deriveBits']);
  const privateKey = privateJwk(await crypto.subtle.exportKey('jwk', pair.privateKey));
  const publicKey = publicPart(privateKey);
  return { publicKey, privateKey, fingerprint: await fingerprintOf(publicKey) };
}

/** RFC 7638 thumbprint, hex. */
export async function fingerprintOf(key: PublicJwk): Promise<string> {
  const canonical = JSON.stringify({ crv: key.crv, kty: key.kty, x: key.x, y: key.y });
  return toHex(await crypto.subtle.digest('SHA-256', bytesOf(canonical)));
}

/** Whether the private key really belongs to the public one (the point is recomputed, not only the fields compared). */
export async function privateMatches(privateKey: PrivateJwk, publicKey: PublicJwk): Promise<boolean> {
  try {
    const probe = await crypto.subtle.generateKey(CURVE, true, ['deriveBits']);
    const left = await derive(await importPrivate(privateKey), probe.publicKey);
    const right = await derive(probe.privateKey, await importPublic(publicKey));
    return toHex(left) === toHex(right);
  } catch {
    return false;
  }
}

/** @throws Error (DataError) when the point is not on the curve. */
export function importPublic(key: PublicJwk): Promise<Key> {
  return crypto.subtle.importKey('jwk', { kty: key.kty, crv: key.crv, x: key.x, y: key.y }, CURVE, true, []);
}

export function importPrivate(key: PrivateJwk): Promise<Key> {
  return crypto.subtle.importKey('jwk', { kty: key.kty, crv: key.crv, x: key.x, y: key.y, d: key.d }, CURVE, false, ['deriveBits']);
}

export function derive(privateKey: Key, publicKey: Key): Promise<ArrayBuffer> {
  return crypto.subtle.deriveBits({ name: 'ECDH', public: publicKey }, privateKey, 256);
}

export function publicPart({ kty, crv, x, y }: PublicJwk): PublicJwk {
  return { kty, crv, x, y };
}

function privateJwk(key: Partial<PrivateJwk>): PrivateJwk {
  const { kty, crv, x, y, d } = key;
  if (!kty || !crv || !x || !y || !d) throw new Error('The exported key is incomplete');
  return { kty, crv, x, y, d };
}
