import type { ContractState } from '../contract.flow';
import { CANCELLATION_GROUNDS, CancellationGround } from './grounds';

export type Obstacle = 'own-delay' | 'reminder-missing' | 'reminder-running' | 'period-running';

interface ContractFacts {
  readonly state: ContractState;
  readonly signDue: string;
  readonly firmSigned: boolean;
}

/** Whether it is the firm that holds the signing up: it has the text and has not signed it. */
export const waitsForFirm = ({ state, firmSigned }: ContractFacts): boolean => state === 'proposed' || (state === 'agreed' && !firmSigned);

/**
 * What stands against a notice on this ground today; null when nothing does. What comes of delay needs a text that the firm has in hand, a
 * written reminder whose last day has passed, and the day of signing passed too.
 * @param reminders last days of the reminders
 */
export function obstacleOf(ground: CancellationGround, contract: ContractFacts, { reminders, today }: { readonly reminders: readonly string[]; readonly today: string }): Obstacle | null {
  if (!CANCELLATION_GROUNDS[ground].afterReminder) return null;
  const hasText = ground === 'no-bond' ? contract.state === 'proposed' || contract.state === 'agreed' : waitsForFirm(contract);
  if (!hasText) return 'own-delay';
  if (reminders.length === 0) return 'reminder-missing';
  if (!reminders.some(day => day < today)) return 'reminder-running';
  return ground === 'overdue' && today <= contract.signDue ? 'period-running' : null;
}
