import type { QueryClient } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { withQuery } from './rest';
import { currentOrganisation, refreshSession } from './transport';

const NOTIFICATIONS = '/api/v1/notifications';
const GATHER_MS = 800;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

/** Lists that must not move under the hand (a form being filled) opt out with `meta: { live: false }`. */
function refetchShown(client: QueryClient): void {
  void client.invalidateQueries({ type: 'active', predicate: query => query.meta?.['live'] !== false });
}

/**
 * Opens the stream of events and keeps it open: a closed stream is opened again with growing pauses, and what was
 * missed meanwhile is fetched. Messages carry ids only, so each one simply makes the shown data fetch itself anew.
 * @returns a function that ends it
 */
export function listen(client: QueryClient): () => void {
  let source: EventSource | null = null;
  let wait = FIRST_WAIT_MS;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let gather: ReturnType<typeof setTimeout> | undefined;
  let over = false;

  const onMessage = (): void => {
    void client.invalidateQueries({ queryKey: [NOTIFICATIONS] });
    gather ??= setTimeout(() => {
      gather = undefined;
      refetchShown(client);
    }, GATHER_MS);
  };
  const open = (missed: boolean): void => {
    if (over) return;
    source = new EventSource(withQuery('/api/v1/events', { organisation: currentOrganisation() }));
    source.onopen = () => {
      wait = FIRST_WAIT_MS;
      if (missed) refetchShown(client);
    };
    source.onmessage = onMessage;
    source.addEventListener('notification', onMessage);
    source.onerror = () => {
      // The browser gives up for good on an HTTP error (an expired session, a restarted server); we do not.
      source?.close();
      retry = setTimeout(() => void refreshSession().then(() => open(true)), wait);
      wait = Math.min(LONGEST_WAIT_MS, wait * 2);
    };
  };
  open(false);
  return () => {
    over = true;
    source?.close();
    clearTimeout(retry);
    clearTimeout(gather);
  };
}

/** Keeps what is shown up to date while the person is signed in and acts for `orgId`. */
export function useLive(orgId: string | null): void {
  const client = useQueryClient();
  useEffect(() => (typeof EventSource === 'undefined' ? undefined : listen(client)), [client, orgId]);
}
