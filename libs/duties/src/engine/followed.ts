import type { Cover } from '@huanbao/records';

/**
 * What becomes of a duty that follows the records. Where nothing is needed any more (a stoppage, another plan) nothing is missing either: what was
 * done stays done, and what is open is excused by its plan and not by its records. Pure.
 */
export function followed(status: string, { needed, done, coveredAt }: Pick<Cover, 'needed' | 'done' | 'coveredAt'>): 'finish' | 'reopen' | null {
  if (status === 'done') return done < needed ? 'reopen' : null;
  return coveredAt === null ? null : 'finish';
}
