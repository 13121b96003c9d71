import { useQuery } from '@tanstack/react-query';
import { readPath } from '@/api/rest';
import { useSession } from '@/session/session';
import { taskPath, type OwnBid } from './model';

/** The own firm's bids on a task, newest first; undefined until known and for everybody who is no firm. */
export function useOwnBids(taskId: string): readonly OwnBid[] | undefined {
  const { can, organisation } = useSession();
  const own = useQuery({ ...readPath<readonly OwnBid[]>(`${taskPath(taskId)}/bids/mine`), enabled: organisation?.orgKind === 'firm' && can('task.bid') });
  return own.data;
}

export const hasLiveBid = (bids: readonly OwnBid[] | undefined): boolean => bids?.some(bid => bid.state === 'sealed') ?? false;
