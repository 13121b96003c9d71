import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from './problem';

const ATTEMPTS = 3;

/** An answer of the API is final; only a network or a server in trouble is asked again. */
const worthRetrying = (error: unknown): boolean =>
  error instanceof ProblemError && (error.status === 0 || error.status === 502 || error.status === 503 || error.status === 504);

export const newQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        // what opens together shares an answer; whoever comes back to a page sees it as it stands now
        staleTime: 2_000,
        gcTime: 10 * 60_000,
        networkMode: 'always',
        retry: (count, error) => count < ATTEMPTS && worthRetrying(error),
        retryDelay: attempt => Math.min(8_000, 800 * 2 ** attempt),
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
