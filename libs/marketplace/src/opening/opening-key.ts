import { createPrivateKey } from 'node:crypto';
import { PrivateJwk, PublicJwk, sealBid } from '@huanbao/sealing';

/** Whether a point can really be sealed for: on the curve and accepted by the cipher. */
export async function isUsablePublicKey(key: PublicJwk): Promise<boolean> {
  try {
    await sealBid(new Uint8Array(1), { owner: key, witness: null, platform: key }, { taskId: 'probe', firmId: 'probe' });
    return true;
  } catch {
    return false;
  }
}

/** The platform's share key from the environment (PKCS#8 DER in base64, P-256). @throws Error when it is another kind of key. */
export function platformSealKey(base64: string): PrivateJwk {
  const jwk = createPrivateKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'pkcs8' }).export({ format: 'jwk' });
  if (jwk.kty !== 'EC' || jwk.crv !== 'P-256' || !jwk.x || !jwk.y || !jwk.d) throw new Error('HB_SEAL_KEY must be a P-256 private key');
  return { kty: jwk.kty, crv: jwk.crv, x: jwk.x, y: jwk.y, d: jwk.d };
}

