import { useQueryClient } from '@tanstack/react-query';
import { applicationPath } from './model';

/** Everything under the application, the lists and the queue is fetched again after an act. */
export function useApplicationChanged(id: string): () => Promise<void> {
  const client = useQueryClient();
  return () =>
    client.invalidateQueries({
      predicate: query => {
        const path = String(query.queryKey[0]);
        // a preview asks about a clock that runs; after the pause there is none
        if (path.endsWith('/what-if-pause')) return false;
        return path.startsWith(applicationPath(id)) || path === '/api/v1/permit-applications' || path.startsWith('/api/v1/cases') || path.startsWith('/api/v1/permit-cases') || path.startsWith('/api/v1/permits');
      },
    });
}
