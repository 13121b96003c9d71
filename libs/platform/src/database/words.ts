/**
 * Condition that `words`, an SQL expression with a GIN index on `bigrams(words)`, contains what somebody typed, in the same
 * order and whatever its case. The index finds rows with all fragments of two characters; the second half keeps those
 * with the fragments side by side. It is a comparison with `position` on purpose: the planner takes LIKE for far rarer than it is and
 * would collect and sort a million rows of 有限公司 instead of reading the first page in order.
 * @param parameter the placeholder of the typed text, from two characters, e.g. `$3` or `:q`
 */
export function containsWords(words: string, parameter: string): string {
  return `(bigrams(${words}) @> bigrams(${parameter}) AND position(lower(${parameter}) IN lower(${words})) > 0)`;
}
