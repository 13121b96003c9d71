import type { PastAward } from './facts';
import { strengthOf } from './prices';
import type { Signal } from './signal';
import type { Thresholds } from './thresholds';

/** Bidders of two tasks are "the same" when so much of either is in both. */
const SAME_SET = 0.8;
const LEAST_FIRMS = 2;

/**
 * Whether those who bid together take turns. The last award is the one at hand. Chance is reckoned for winners that do not
 * know of each other: `((k−1)/k)^(n−1)` that nobody wins twice running, far less that they win strictly in turn.
 */
export function rotationSignal(awards: readonly PastAward[], limits: Thresholds): Signal | null {
  const last = awards[awards.length - 1];
  if (!last) return null;
  const together = awards.filter(award => overlap(award.firmIds, last.firmIds) >= SAME_SET);
  const winners = together.map(award => award.winnerId);
  const firms = [...new Set(winners)];
  if (together.length < limits.rotationTasks || firms.length < LEAST_FIRMS || firms.length < last.firmIds.length - 1) return null;
  const chance = chanceOfTurns(winners, firms.length);
  const strength = chance === null ? null : strengthOf(chance * FAMILIES, limits.turns);
  if (chance === null || !strength) return null;
  const wins = (firmId: string): PastAward[] => together.filter(award => award.winnerId === firmId);
  return {
    code: 'rotation', strength, firmIds: [...firms].sort(),
    measure: { zh: `同一批机构一起报价 ${together.length} 次，${firms.length} 家轮流中选，巧合的可能约 1/${Math.round(1 / chance)}`, en: `The same firms bid together ${together.length} times and ${firms.length} of them won in turn; chance would do so in about one in ${Math.round(1 / chance)}` },
    compared: [...firms].sort().map(firmId => {
      const list = wins(firmId).map(award => `${award.at} ${award.taskNumber}`).join('、');
      return { firmId, zh: `中选 ${wins(firmId).length} 次：${list}`, en: `Won ${wins(firmId).length} times: ${list}` };
    }),
  };
}

/** A strict turn and "never twice running" are both looked for. */
const FAMILIES = 2;

/** null when somebody won twice running: then there are no turns. */
export function chanceOfTurns(winners: readonly string[], firms: number): number | null {
  if (winners.some((winner, index) => index > 0 && winner === winners[index - 1])) return null;
  const neverTwice = ((firms - 1) / firms) ** (winners.length - 1);
  const isStrict = winners.every((winner, index) => index < firms || winner === winners[index - firms]);
  if (!isStrict) return neverTwice;
  let order = 1;
  for (let nth = 0; nth < Math.min(firms, winners.length); nth++) order *= (firms - nth) / firms;
  return order * (1 / firms) ** Math.max(winners.length - firms, 0);
}

export function overlap(one: readonly string[], other: readonly string[]): number {
  const there = new Set(other);
  const shared = one.filter(id => there.has(id)).length;
  return shared / new Set([...one, ...other]).size;
}
