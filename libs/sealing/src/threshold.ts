import { bytesOf, toHex, type SealContext } from './envelope';
import { xor } from './xor';

/** Who holds a share of a task's opening: the enterprise, the bureau's witness, and a second office that steps in when one is lost. */
export const HOLDERS = ['owner', 'witness', 'recovery'] as const;
export type Holder = (typeof HOLDERS)[number];

const PIECE_BYTES = 32;

/** Every group of `needed` holders, always in the same order. */
export function groupsOf(needed: number): Holder[][] {
  const grow = (from: number, size: number): Holder[][] =>
    size === 0 ? [[]] : HOLDERS.slice(from).flatMap((holder, index) => grow(from + index + 1, size - 1).map(rest => [holder, ...rest]));
  return grow(0, needed);
}

/**
 * Splits a secret so that any `needed` holders have it and fewer have nothing: for each group an own one-time pad split, by XOR alone
 * (Ito, Saito, Nishizeki 1987). For three holders a share is one or two pieces, and nothing but XOR has to be believed.
 */
export function splitSecret(secret: Uint8Array<ArrayBuffer>, needed: number): Record<Holder, Uint8Array<ArrayBuffer>> {
  if (secret.length !== PIECE_BYTES || !isThreshold(needed)) throw new Error('A secret of 32 bytes and a threshold of 2 or 3');
  const pieces: Record<Holder, Uint8Array<ArrayBuffer>[]> = { owner: [], witness: [], recovery: [] };
  for (const group of groupsOf(needed)) {
    let rest = secret;
    for (const [index, holder] of group.entries()) {
      const piece = index === group.length - 1 ? rest : crypto.getRandomValues(new Uint8Array(PIECE_BYTES));
      pieces[holder].push(piece);
      rest = xor(rest, piece);
    }
  }
  return { owner: join(pieces.owner), witness: join(pieces.witness), recovery: join(pieces.recovery) };
}

/** The secret again. @throws Error when too few shares are there, or one has another length */
export function joinShares(shares: ReadonlyMap<Holder, Uint8Array<ArrayBuffer>>, needed: number): Uint8Array<ArrayBuffer> {
  const group = isThreshold(needed) ? groupsOf(needed).find(holders => holders.every(holder => shares.has(holder))) : undefined;
  if (!group) throw new Error('Too few shares');
  return group.reduce<Uint8Array<ArrayBuffer>>((secret, holder) => xor(secret, pieceOf(shares.get(holder) as Uint8Array<ArrayBuffer>, holder, { group, needed })), new Uint8Array(PIECE_BYTES));
}

export const isThreshold = (needed: unknown): needed is 2 | 3 => needed === 2 || needed === 3;

/** What is written into the envelope of a share: it tells a right one from a wrong one and nothing else. A share is random, at least 256 bits. */
export async function proofOf(share: Uint8Array<ArrayBuffer>, holder: Holder | 'key', { taskId, firmId }: SealContext): Promise<string> {
  return toHex(await crypto.subtle.digest('SHA-256', join([bytesOf(`huanbao proof v2\n${taskId}\n${firmId}\n${holder}\n`), share])));
}

function pieceOf(share: Uint8Array<ArrayBuffer>, holder: Holder, { group, needed }: { group: readonly Holder[]; needed: number }): Uint8Array<ArrayBuffer> {
  const own = groupsOf(needed).filter(holders => holders.includes(holder));
  if (share.length !== own.length * PIECE_BYTES) throw new Error('A share of another length');
  const at = own.findIndex(holders => holders.join() === group.join());
  return share.slice(at * PIECE_BYTES, (at + 1) * PIECE_BYTES);
}

function join(parts: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, one) => sum + one.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
