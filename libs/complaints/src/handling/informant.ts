import { FieldCipher } from '@huanbao/platform';

const CONTEXT = 'complaint.informant';

export interface Informant {
  readonly name: string | null;
  readonly phone: string | null;
}

/** Null when the reporter left nothing. */
export function sealInformant(cipher: FieldCipher, { name, phone }: { readonly name?: string | null; readonly phone?: string | null }): string | null {
  return name || phone ? cipher.encrypt(JSON.stringify({ name: name || null, phone: phone || null } satisfies Informant), CONTEXT) : null;
}

export const openInformant = (cipher: FieldCipher, sealed: string): Informant => JSON.parse(cipher.decrypt(sealed, CONTEXT)) as Informant;
