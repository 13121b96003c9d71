import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

/** What stands on every log line of one request or job besides its trace. */
export interface WorkFields {
  readonly requestId?: string;
  readonly job?: string;
  readonly outboxId?: string;
}

interface Work {
  readonly traceparent: string;
  readonly fields: WorkFields;
}

const store = new AsyncLocalStorage<Work>();
const TRACEPARENT = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The W3C `traceparent` of the running request or job, carried on through outbox rows and log lines. */
export function currentTrace(): string | undefined {
  return store.getStore()?.traceparent;
}

/** What log lines of the running request or job carry; empty outside of both. */
export function workFields(): WorkFields & { readonly traceparent?: string } {
  const work = store.getStore();
  return work ? { traceparent: work.traceparent, ...work.fields } : {};
}

/** Runs `work` under the given trace, or a new one when none or a malformed one came in. */
export function withTrace<T>(traceparent: string | null | undefined, work: () => T, fields: WorkFields = {}): T {
  return store.run({ traceparent: traceparent && TRACEPARENT.test(traceparent) ? traceparent : newTrace(), fields }, work);
}

export function newTrace(): string {
  return `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`;
}
