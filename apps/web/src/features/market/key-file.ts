import { fingerprintOf, publicPart, type OpeningKey, type PrivateJwk } from '@huanbao/sealing';
import { saveBlob } from '@/shared/ui/save-blob';

/** The file an opening key is kept in. Nothing of it is ever sent before the opening. */
interface KeyFile {
  readonly type: 'huanbao-opening-key';
  readonly note: string;
  readonly task: string;
  readonly fingerprint: string;
  readonly key: PrivateJwk;
}

const NOTE = '开标钥匙：请妥善保管，截止后凭此文件开标。遗失且没有见证钥匙时，报价将无法打开。 Keep this file: it opens the bids after the deadline.';

/** Saves any object as a file on the person's own device. */
export function saveAsFile(name: string, content: object): void {
  saveBlob(name, new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' }));
}

export function saveKey(key: OpeningKey, task: string): void {
  const file: KeyFile = { type: 'huanbao-opening-key', note: NOTE, task, fingerprint: key.fingerprint, key: key.privateKey };
  saveAsFile(`开标钥匙-${task}-${key.fingerprint.slice(0, 8)}.json`, file);
}

export type ReadKey = { readonly ok: true; readonly key: PrivateJwk; readonly fingerprint: string } | { readonly ok: false };

/** Reads a key file; anything else is simply not a key. */
export async function readKey(file: File): Promise<ReadKey> {
  try {
    const content = JSON.parse(await file.text()) as Partial<KeyFile>;
    if (content.type !== 'huanbao-opening-key' || !content.key?.d) return { ok: false };
    const { kty, crv, x, y, d } = content.key;
    const key = { kty, crv, x, y, d };
    return { ok: true, key, fingerprint: await fingerprintOf(publicPart(key)) };
  } catch {
    return { ok: false };
  }
}

/** A fingerprint in groups people can compare. */
export const readable = (fingerprint: string): string => fingerprint.slice(0, 32).replace(/(.{4})(?=.)/g, '$1 ');
