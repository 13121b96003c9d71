import type { QueryClient } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ProblemError } from './problem';
import { send } from './transport';

const NOTIFICATIONS = '/api/v1/notifications';
const GATHER_MS = 800;
/** A person watches a review run: what belongs to it is fetched at once, everything else with the others. */
const REVIEW_MS = 50;
const REVIEW_PATH = '/review-runs/';
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
/** Messages that say nothing new. `resync` opens every stream; after the first one it means: something may be missed. */
const QUIET = new Set(['heartbeat', 'resync']);

/**
 * What is shown is fetched at once; what is kept from a page left before is out of date too, and fetched when that page comes back.
 * Lists that must not move under the hand (a form being filled) opt out with `meta: { live: false }`.
 */
function outdate(client: QueryClient): void {
  void client.invalidateQueries({ predicate: query => query.meta?.['live'] !== false });
}

/** Names of the events in a piece of a stream; comments and data are of no interest. */
export function eventNames(text: string): string[] {
  return text
    .split('\n')
    .filter(line => line.startsWith('event:'))
    .map(line => line.slice('event:'.length).trim());
}

/**
 * Reads the stream of events until it ends. By fetch and not by EventSource: only so the organisation in the address
 * bar goes along as a header, and an expired session is renewed as everywhere else.
 */
async function readStream(signal: AbortSignal, onEvent: (name: string) => void): Promise<void> {
  const request = new Request(new URL('/api/v1/events', location.origin), { headers: { Accept: 'text/event-stream' }, signal });
  const { body } = await send(request);
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    const text = rest + part.value;
    const end = text.lastIndexOf('\n') + 1;
    rest = text.slice(end);
    eventNames(text.slice(0, end)).forEach(onEvent);
  }
}

/**
 * Keeps the stream open: one that ended is opened again with growing pauses, and what was missed meanwhile is fetched.
 * Messages carry ids only, so each one simply makes the shown data fetch itself anew.
 * @returns a function that ends it
 */
export function listen(client: QueryClient): () => void {
  const over = new AbortController();
  let gather: ReturnType<typeof setTimeout> | undefined;
  let review: ReturnType<typeof setTimeout> | undefined;
  const onEvent = (name: string): void => {
    if (QUIET.has(name)) return;
    if (name === 'notification') void client.invalidateQueries({ predicate: query => String(query.queryKey[0]).startsWith(NOTIFICATIONS) });
    if (name === 'review')
      review ??= setTimeout(() => {
        review = undefined;
        void client.invalidateQueries({ predicate: query => query.meta?.['live'] !== false && String(query.queryKey[0]).includes(REVIEW_PATH) });
      }, REVIEW_MS);
    gather ??= setTimeout(() => {
      gather = undefined;
      outdate(client);
    }, GATHER_MS);
  };
  void keepOpen(client, over.signal, onEvent);
  return () => {
    over.abort();
    clearTimeout(gather);
    clearTimeout(review);
  };
}

async function keepOpen(client: QueryClient, signal: AbortSignal, onEvent: (name: string) => void): Promise<void> {
  for (let wait = FIRST_WAIT_MS; !signal.aborted; wait = Math.min(LONGEST_WAIT_MS, wait * 2)) {
    try {
      await readStream(signal, name => {
        wait = FIRST_WAIT_MS;
        onEvent(name);
      });
    } catch (error) {
      // The session is over: the pages say so. Everything else passes.
      if (error instanceof ProblemError && (error.status === 401 || error.status === 403)) return;
    }
    await pause(wait, signal);
    if (!signal.aborted) outdate(client);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}

/** Keeps what is shown up to date while the person is signed in and acts for `orgId`. */
export function useLive(orgId: string | null): void {
  const client = useQueryClient();
  useEffect(() => listen(client), [client, orgId]);
}
