export type Verdict = 'genuine' | 'changed' | 'stranger' | 'unsealed' | 'not-pdf';

export interface FileFacts {
  readonly kind: string;
  readonly version: number;
  readonly facts: readonly (readonly [string, string])[];
  /** Files drawn until November 2026: SM3 of the content alone, which is not the number in their printed line. */
  readonly contentHash?: string;
  readonly checkUrl: string;
}

export interface FileCheck {
  readonly verdict: Verdict;
  readonly facts: FileFacts | null;
  readonly sm3: string | null;
  readonly key: string | null;
}

export interface LineCheck {
  readonly verdict: 'genuine' | 'changed' | 'unreadable';
  readonly facts: readonly (readonly [string, string])[];
}

export function sm3(bytes: Uint8Array): string;
export function verifySm2(bytes: Uint8Array, signature: string, key: string): boolean;
export function checkFile(bytes: Uint8Array, keys: readonly string[]): FileCheck;
export function checkLine(text: string, signature: string, keys: readonly string[]): LineCheck;
export function readCode(text: string): { readonly line: string; readonly signature: string } | null;
