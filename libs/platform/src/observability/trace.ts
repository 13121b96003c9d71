import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

const store = new AsyncLocalStorage<string>();
const TRACEPARENT = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The W3C `traceparent` of the running request or job, carried on through outbox rows and log lines. */
export function currentTrace(): string | undefined {
  return store.getStore();
}

/** Runs `work` under the given trace, or a new one when none or a malformed one came in. */
export function withTrace<T>(traceparent: string | null | undefined, work: () => T): T {
  return store.run(traceparent && TRACEPARENT.test(traceparent) ? traceparent : newTrace(), work);
}

export function newTrace(): string {
  return `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`;
}
