/** What a bid is bound to; both go into the authenticated data, so an envelope fits one task and one bidder only. */
export interface SealContext {
  readonly taskId: string;
  readonly firmId: string;
}

/** One share of the content key, wrapped for one holder: ECDH-ES on P-256 with a fresh key, HKDF-SHA-256, AES-256-GCM. */
export interface WrappedShare {
  /** The sender's one-time public key. */
  readonly epk: { readonly kty: string; readonly crv: string; readonly x: string; readonly y: string };
  readonly iv: string;
  readonly wrapped: string;
}

/** Version 2: the first share is split once more, so that several holders must come together. */
export interface ThresholdPart {
  /** How many holders are needed. */
  readonly needed: number;
  /** What tells a right share of each holder from a wrong one. */
  readonly proofs: { readonly owner: string; readonly witness: string; readonly recovery: string };
  /** The same of the content key: whoever joins the shares gets this key or none. */
  readonly key: string;
}

/** A sealed bid. Everything in it may be read by anyone; nothing of the content follows from it. All bytes are base64. */
export interface SealedEnvelope {
  /** 1: the first share whole for the owner and the witness; 2: split among owner, witness and recovery. */
  readonly version: 1 | 2;
  readonly iv: string;
  readonly ciphertext: string;
  readonly shares: {
    /** First share, for the opening key of the task's owner. */
    readonly owner: WrappedShare;
    /** The same first share, for the bureau witness, in case the owner loses the key. */
    readonly witness: WrappedShare | null;
    /** Version 2 only: the share of the second office. */
    readonly recovery?: WrappedShare;
    /** Second share, for the platform's key, which is kept outside the database. */
    readonly platform: WrappedShare;
  };
  readonly threshold?: ThresholdPart;
  /** SHA-256 of the ciphertext bytes, lower-case hex: goes into the audit chain and the receipt. */
  readonly digest: string;
}

const encoder = new TextEncoder();

/** Authenticated data of the content: version, task and bidder. */
export function contentContext({ taskId, firmId }: SealContext): Uint8Array<ArrayBuffer> {
  return bytesOf(`huanbao bid v1\n${taskId}\n${firmId}`);
}

/** Authenticated data of a share: as the content's, plus whose share it is. */
export function shareContext(context: SealContext, holder: string): Uint8Array<ArrayBuffer> {
  return bytesOf(`huanbao share v1\n${context.taskId}\n${context.firmId}\n${holder}`);
}

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(encoder.encode(text));
}

const CHUNK = 0x8000;

export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let i = 0; i < bytes.length; i += CHUNK) binary += String.fromCharCode(...bytes.subarray(i, i + CHUNK));
  return btoa(binary);
}

/** @throws Error when the text is not base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), character => character.charCodeAt(0));
}

export function toHex(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
