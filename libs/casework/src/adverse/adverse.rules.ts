import type { AdverseDecision } from './adverse.entity';

/** Working days to speak when nothing else is said; no act names a length for permits, so it is ours (设) and never under the least. */
export const STATEMENT_WORKDAYS = 5;
export const LEAST_STATEMENT_WORKDAYS = 3;

type Speaking = Pick<AdverseDecision, 'state' | 'statedAt' | 'statementUntil' | 'statement' | 'answer'>;

/** The party may speak to the end of the last day, once. The answer does not depend on a decision it cannot know of. Pure. */
export function mayState(one: Speaking, today: string): 'yes' | 'over' | 'done' {
  if (one.statedAt !== null) return 'done';
  if (one.statementUntil === null) return 'over';
  return (one.state === 'open' || one.state === 'decided') && today <= one.statementUntil ? 'yes' : 'over';
}

/** What is missing before the second person may decide. Pure. */
export function deciding(one: Speaking, today: string): 'ready' | 'wait' | 'answer-first' {
  if (one.statedAt === null && one.statementUntil !== null && today <= one.statementUntil) return 'wait';
  return one.statement !== null && one.answer === null ? 'answer-first' : 'ready';
}

/** Two persons, and neither the one whose review led here (行政许可法 第三十四条). Pure. */
export function mayTakePart(one: Pick<AdverseDecision, 'proposedBy' | 'excluded'>, userId: string, as: 'proposer' | 'decider'): boolean {
  if (one.excluded.includes(userId)) return false;
  return as === 'proposer' || one.proposedBy !== userId;
}
