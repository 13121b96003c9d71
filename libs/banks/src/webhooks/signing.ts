import { createHmac } from 'node:crypto';
import type { WebhookAlgorithm } from '../entities';

const DIGEST: Readonly<Record<WebhookAlgorithm, string>> = { 'hmac-sha256': 'sha256', 'hmac-sm3': 'sm3' };

export interface Signed {
  readonly id: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
  readonly body: string;
}

/** HMAC over `<timestamp>.<id>.<body>`, hex: neither can be exchanged without the secret. */
export function macOf(algorithm: WebhookAlgorithm, secret: string, { id, timestamp, body }: Signed): string {
  return createHmac(DIGEST[algorithm], secret).update(`${timestamp}.${id}.${body}`).digest('hex');
}

/** One `v1=` for each secret that holds: while it changes, the receiver may know either. */
export function signatureHeader(algorithm: WebhookAlgorithm, secrets: readonly string[], signed: Signed): string {
  return secrets.map(secret => `v1=${macOf(algorithm, secret, signed)}`).join(',');
}
