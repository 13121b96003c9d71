const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** 居民身份证号 (GB 11643-1999): 17 digits and the check character, with a day of birth that exists. */
export function isIdNumber(text: string): boolean {
  if (!/^\d{17}[\dX]$/.test(text)) return false;
  const born = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  const date = new Date(`${born}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== born) return false;
  return idCheck(text) === text[17];
}

/** The check character that belongs to the first 17 digits. */
export const idCheck = (digits: string): string => CHECKS[WEIGHTS.reduce((total, weight, nth) => total + weight * Number(digits[nth]), 0) % 11] as string;

/** 张*、欧阳**: the first character alone; enough to recognise a colleague, not to find a stranger. */
export const maskName = (name: string): string => `${[...name][0] ?? ''}${'*'.repeat(Math.max(1, [...name].length - 1))}`;

/** A certificate as it is compared between firms: kind and number, whatever the spaces, case and width. */
export const certificateKey = (kind: string, number: string): string => `${kind}|${number.normalize('NFKC').replace(/\s/g, '').toUpperCase()}`;
