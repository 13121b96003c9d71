const FULL_WIDTH = /[\uff01-\uff5e]/g;
const SPACES = /[\u00a0\u3000\u2000-\u200b\ufeff]/g;

/** 全角 letters, digits and signs become 半角 and exotic spaces plain ones: what an input method or Excel left behind. */
export function toHalfWidth(text: string): string {
  return text.replace(FULL_WIDTH, ch => String.fromCharCode(ch.charCodeAt(0) - 0xfee0)).replace(SPACES, ' ');
}

/** A number as typed: full width, spaces and thousands separators gone; `−`, `—` read as minus. The rest is left to be judged. */
export function toPlainNumber(text: string): string {
  const plain = toHalfWidth(text).trim().replace(/^[−–—]/, '-').replace(/\s+/g, '');
  return /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain;
}

const PLAIN_DECIMAL = /^-?\d+(\.\d+)?$/;

/** A finite decimal in plain digits, without leading zeros or a plus sign; undefined when it is not one. */
export function decimalOf(text: string): string | undefined {
  if (!PLAIN_DECIMAL.test(text)) return undefined;
  return text.replace(/^(-?)0+(?=\d)/, '$1');
}

/** Splits `30 mg/m³` into number and the rest; undefined when it does not begin with a number. */
export function splitUnit(text: string): { readonly number: string; readonly rest: string } | undefined {
  const match = /^(-?\d+(?:\.\d+)?)\s*(\S.*)$/.exec(text);
  return match ? { number: match[1] as string, rest: match[2] as string } : undefined;
}
