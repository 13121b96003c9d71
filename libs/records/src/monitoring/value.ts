import type { Words } from './words';

/** A result as a laboratory writes it. */
export interface ReportedValue {
  /** One spelling: `12.3`, `<0.5`. */
  readonly text: string;
  /** The number; the detection limit where nothing was found. */
  readonly number: string;
  readonly belowDetection: boolean;
}

export type ReadValue = ReportedValue | { readonly problem: Words };

const NUMBER = /^\d{1,9}(?:\.\d{1,9})?$/;
const HALF_WIDTH = /[！-～]/g;

/** `12.3`, `＜0.5`, `0.5L` and `<0.5` are read; `ND` alone is asked for its limit; nothing is guessed. */
export function readValue(raw: unknown): ReadValue {
  if (typeof raw !== 'string' && typeof raw !== 'number') return wrong('请填写监测值，未检出的填“<检出限”，如 <0.5', 'Enter the value; “<0.5” when below a detection limit of 0.5.');
  const text = String(raw).replace(HALF_WIDTH, char => String.fromCharCode(char.charCodeAt(0) - 0xfee0)).replace(/\s/g, '');
  if (/^(nd|n\.d\.|未检出|-)$/i.test(text)) return wrong('未检出的请写明检出限，如 <0.5', 'Give the detection limit: “<0.5”.');
  const below = /^(?:<|小于)(.+)$/.exec(text)?.[1] ?? /^(.+)L$/.exec(text)?.[1];
  const number = below ?? text;
  if (/^-/.test(number)) return wrong(`监测值不能是负数（“${text.slice(0, 20)}”），低于检出限的填“<检出限”`, `A value cannot be negative (“${text.slice(0, 20)}”). Below the detection limit write “<0.5”.`);
  if (/^#|^=/.test(number)) return wrong(`单元格里是公式错误（“${text.slice(0, 20)}”），请填写数值`, `The cell holds a formula error (“${text.slice(0, 20)}”). Enter the number.`);
  if (!NUMBER.test(number)) return wrong(`“${text.slice(0, 20)}”不是数，只填数字，单位填在单位栏`, `“${text.slice(0, 20)}” is no number: digits only, the unit has its own column.`);
  if (below !== undefined && Number(below) === 0) return wrong('检出限应大于 0', 'A detection limit is above 0.');
  return { text: below === undefined ? number : `<${number}`, number, belowDetection: below !== undefined };
}

const wrong = (zh: string, en: string): { problem: Words } => ({ problem: { zh, en } });
