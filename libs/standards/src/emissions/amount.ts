import Decimal from 'decimal.js';
import type { Words } from '../permit-classes/types';

/** Exact enough for a year of hourly values; nothing is rounded before the end. */
export const D = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });
export type Amount = Decimal;

/** By what an amount was found, strongest first. */
export const METHODS = ['automatic', 'manual', 'coefficient', 'balance'] as const;
/** `standing`: nothing was discharged, so nothing is reckoned. */
export type Method = (typeof METHODS)[number] | 'standing';

/** One line of the way to a figure, as an officer can check it with a pocket calculator. */
export type Step = Words;

/** An amount in tonnes with its way. `amountT` is a plain decimal string, at most 9 digits behind the point (1 mg). */
export interface Figure {
  readonly method: Method;
  readonly amountT: string;
  readonly steps: readonly Step[];
  /** Values of the reckoning that nobody has compared with the text of the standard. */
  readonly unverified: boolean;
}

/** Why there is no figure, and what would mend it. */
export interface Refusal extends Words {
  readonly code: string;
}

export type Outcome = { readonly figure: Figure } | { readonly refused: Refusal };

export const refused = (code: string, zh: string, en: string): Outcome => ({ refused: { code, zh, en } });

/** 1 t = 10⁹ mg: mg/m³ × m³ = mg. */
export const T_PER_MG = new D('1e-9');
/** mg/L × m³ = g, and 1 t = 10⁶ g. */
export const T_PER_G = new D('1e-6');
export const T_PER_KG = new D('1e-3');

const DIGITS = 9;
export const plain = (value: Decimal, digits = DIGITS): string => value.toDecimalPlaces(digits).toFixed();

interface Found {
  readonly method: Method;
  readonly tonnes: Decimal;
  readonly steps: readonly Step[];
  readonly unverified?: boolean;
}

export function figure({ method, tonnes, steps, unverified = false }: Found): Outcome {
  return { figure: { method, amountT: plain(tonnes), steps, unverified } };
}

/** A number of zero or more, or undefined: text in a number column, a sign, infinity never reach a sum. */
export function quantity(raw: string | null | undefined): Decimal | undefined {
  if (raw === null || raw === undefined || !/^\d{1,15}(?:\.\d{1,15})?$/.test(raw)) return undefined;
  return new D(raw);
}

export const step = (zh: string, en: string): Step => ({ zh, en });
