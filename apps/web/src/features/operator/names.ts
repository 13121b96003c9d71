import { language, textOf } from '@/i18n';

type Named = { readonly zh: string; readonly en: string };

/** The server's words; the code where nobody named it, as of acts of former days. */
export const nameOr = (name: Named | null, code: string): string => (name === null ? code : textOf(name));

/** Options in the order of the language that is shown. */
export function inOrder(areas: readonly { readonly code: string; readonly name: Named }[]): { value: string; label: Named }[] {
  return areas.map(({ code, name }) => ({ value: code, label: name })).sort((a, b) => textOf(a.label).localeCompare(textOf(b.label), language()));
}
