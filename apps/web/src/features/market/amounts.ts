const DECIMAL = /^\d{1,12}(\.\d{1,2})?$/;
const WAN_DIGITS = 4;

/** A yuan amount read in 万元, by moving the point: `98000.00` → `9.8`. Null below one thousand yuan or for what is no amount. */
export function inWan(yuan: string): string | null {
  if (!DECIMAL.test(yuan)) return null;
  const [whole = '', fraction = ''] = yuan.split('.');
  const digits = whole.replace(/^0+(?=\d)/, '');
  if (digits.length < WAN_DIGITS) return null;
  const padded = digits.padStart(WAN_DIGITS + 1, '0');
  const rest = `${padded.slice(-WAN_DIGITS)}${fraction}`.replace(/0+$/, '');
  return rest === '' ? padded.slice(0, -WAN_DIGITS) : `${padded.slice(0, -WAN_DIGITS)}.${rest}`;
}

export type Doubt = 'far-below' | 'far-above' | 'above' | null;

const FAR_BELOW = 1000;
const FAR_ABOVE = 100;

/** Whether a price may have been typed in 万元 instead of 元, or lies above the budget. The server judges by the same numbers. */
export function doubtOf(priceYuan: string, budgetYuan: string | null): Doubt {
  if (budgetYuan === null || !DECIMAL.test(priceYuan)) return null;
  const [price, budget] = [Number(priceYuan), Number(budgetYuan)];
  if (price * FAR_BELOW < budget) return 'far-below';
  if (price > budget * FAR_ABOVE) return 'far-above';
  return price > budget ? 'above' : null;
}

/** How much dearer than the lowest, in whole percent, rounded; null for the lowest itself. */
export function aboveLowest(price: string, lowest: string): number | null {
  const [one, least] = [Number(price), Number(lowest)];
  return one <= least || least === 0 ? null : Math.round(((one - least) / least) * 100);
}
