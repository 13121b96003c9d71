import type { Evaluation } from './model';

/** What every card of the evaluation page gets. */
export interface PartProps {
  readonly evaluation: Evaluation;
  readonly onChanged: () => Promise<void>;
}
