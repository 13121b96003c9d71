import type { Values } from './field';

/** What a person typed and the server does not have yet. */
export interface Draft {
  readonly at: string;
  readonly version: number;
  readonly changes: Values;
}

const PREFIX = 'hb.draft';
const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;

let owner = 'anonymous';

/** Drafts belong to a person: whoever signs in next at the same computer does not see them. */
export function setDraftOwner(userId: string): void {
  owner = userId;
}

const nameOf = (record: string): string => `${PREFIX}:${owner}:${record}`;

/** Keeps a draft in the browser. A browser without room or permission only loses this second net, not the page. */
export function keepDraft(record: string, draft: Draft): void {
  try {
    localStorage.setItem(nameOf(record), JSON.stringify(draft));
  } catch {
    dropOldDrafts(0);
  }
}

export function readDraft(record: string): Draft | null {
  try {
    const stored = localStorage.getItem(nameOf(record));
    return stored === null ? null : (JSON.parse(stored) as Draft);
  } catch {
    return null;
  }
}

export function dropDraft(record: string): void {
  localStorage.removeItem(nameOf(record));
}

/** Forgets drafts nobody came back for. */
export function dropOldDrafts(nowMs: number): void {
  for (const name of Object.keys(localStorage)) {
    if (!name.startsWith(`${PREFIX}:`)) continue;
    const at = Date.parse((JSON.parse(localStorage.getItem(name) ?? '{}') as Partial<Draft>).at ?? '');
    if (!(at > nowMs - KEPT_DAYS * DAY_MS)) localStorage.removeItem(name);
  }
}
