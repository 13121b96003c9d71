import Decimal from 'decimal.js';
import type { Text } from '../form/field';

/** A factor of a thousand either way, give or take: what μg for mg, or g for mg, makes of a number. */
const [LEAST, MOST] = [300, 3000];

/** The units a thousand times smaller and greater than that of the column; only a mass slips so. */
const NEIGHBOURS: readonly (readonly [unit: RegExp, smaller: string, greater: string])[] = [[/^mg/, 'μg', 'g'], [/^μg/, 'ng', 'mg']];

/**
 * A value that is about a thousand times, or a thousandth of, the limit was most likely meant in another unit: μg/m³ typed
 * where mg/m³ is asked. A question, never a refusal. Null when there is nothing to ask.
 */
export function unitSlip(claimed: string, limit: Decimal, unit: string): Text | null {
  const amount = new Decimal(claimed);
  const neighbours = NEIGHBOURS.find(([own]) => own.test(unit));
  if (!neighbours || amount.lte(0) || limit.lte(0)) return null;
  const ratio = amount.div(limit);
  const [small, great] = [unit.replace(neighbours[0], neighbours[1]), unit.replace(neighbours[0], neighbours[2])];
  if (ratio.gte(LEAST) && ratio.lte(MOST)) {
    const meant = amount.div(1000).toFixed();
    return { zh: `${claimed} 约为限值 ${limit.toFixed()} ${unit} 的一千倍，是否把 ${small} 的数值填进了 ${unit} 一栏？如是，请填 ${meant}`, en: `${claimed} is about a thousand times the limit. Was it meant in ${small}? Then enter ${meant}.` };
  }
  if (ratio.lte(new Decimal(1).div(LEAST)) && ratio.gte(new Decimal(1).div(MOST))) {
    const meant = amount.mul(1000).toFixed();
    return { zh: `${claimed} 约为限值 ${limit.toFixed()} ${unit} 的千分之一，是否把 ${great} 的数值填进了 ${unit} 一栏？如是，请填 ${meant}；确实这样严的，请在说明中写明`, en: `${claimed} is about a thousandth of the limit. Was it meant in ${great}? Then enter ${meant}.` };
  }
  return null;
}
