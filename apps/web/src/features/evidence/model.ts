import type { components } from '@/api/schema';
import { send } from '@/api/transport';
import type { Tone } from '@/shared/ui/StatusTag';

type Schemas = components['schemas'];

export type SignatureRow = Schemas['SignatureRowView'];
export type Signature = Schemas['SignatureView'];
export type SignatureCheck = Schemas['SignatureCheckView'];

export type DocumentsCheck = Schemas['DocumentsCheckView'];
export type ReadDocument = Schemas['ReadDocumentView'];
export type DocumentFinding = Schemas['DocumentFindingView'];
export type Suspicion = Schemas['SuspicionView'];
export type SuspicionSide = Schemas['SuspicionSideView'];

export const suspicionsPath = '/api/v1/suspicions';
export const STRENGTH_TONE: Readonly<Record<Suspicion['strength'], Tone>> = { strong: 'danger', medium: 'warning', weak: 'neutral' };
export const STATE_TONE: Readonly<Record<Suspicion['state'], Tone>> = { open: 'progress', dismissed: 'muted', clue: 'info' };

export const signaturesPath = '/api/v1/signatures';
export const STATUSES = ['standing', 'contested', 'void', 'confirmed'] as const;

export const STATUS_TONE: Readonly<Record<SignatureRow['status'], Tone>> = { standing: 'success', contested: 'warning', void: 'danger', confirmed: 'success' };

const REVOKE_MS = 30_000;

/** Fetches a file within the session and hands it to the browser. @throws ProblemError with what to do */
export async function download(path: string, name: string): Promise<void> {
  const blob = await (await send(new Request(new URL(path, location.origin)))).blob();
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_MS);
}

/** SHA-256 of a file of the person's own, counted on their device: nothing is sent but the digest. */
export async function sha256Of(file: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
