import { useQueryClient } from '@tanstack/react-query';
import { taskPath, tasksPath } from './model';

/** Everything under this task is fetched again after an act. */
export function useTaskChanged(taskId: string): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ predicate: query => String(query.queryKey[0]).startsWith(taskPath(taskId)) || String(query.queryKey[0]) === tasksPath });
}
