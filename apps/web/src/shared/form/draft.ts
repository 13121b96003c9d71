import type { FieldValue, Row, Values } from './field';
import { rowChanges, withRowChanges, type RowChanges } from './rows';

/** What a person typed and the server does not have yet. */
export interface Draft {
  readonly at: string;
  readonly version: number;
  readonly changes: Values;
  /** Tables of which only some rows changed. */
  readonly rows?: Readonly<Record<string, RowChanges>>;
}

/** Only what differs from what the server has: keeping 2,400 rows at each word would be felt. */
export function packed(changes: Values, known: Values): Pick<Draft, 'changes' | 'rows'> {
  const rows = Object.fromEntries(Object.entries(changes).flatMap(([member, value]) => {
    const some = rowChanges(known[member], value);
    return some ? [[member, some] as const] : [];
  }));
  return { rows, changes: Object.fromEntries(Object.entries(changes).filter(([member]) => !(member in rows))) };
}

/** The members as they were typed, on top of what is known now. */
export function unpacked({ changes, rows = {} }: Pick<Draft, 'changes' | 'rows'>, known: Values): Values {
  const tables = Object.entries(rows).map(([member, some]): [string, FieldValue] => [member, withRowChanges((known[member] ?? []) as readonly Row[], some)]);
  return { ...changes, ...Object.fromEntries(tables) };
}

const PREFIX = 'hb.draft';
const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;

let owner = 'anonymous';

/** Drafts belong to a person: whoever signs in next at the same computer does not see them. */
export function setDraftOwner(userId: string): void {
  owner = userId;
}

export const draftOwner = (): string => owner;

const WHO = 'hb.signed-in';

/** Whom the session of this browser is, as the server last said in any tab; null: somebody is signing in or out, and until the server says who it is, it is nobody. */
export function noteSignedIn(userId: string | null): void {
  try {
    localStorage.setItem(WHO, userId ?? '');
  } catch {
    // no room: what waits stays until there is
  }
}

/** Whether any tab has ever said who is signed in. */
export function isSignInNoted(): boolean {
  try {
    return localStorage.getItem(WHO) !== null;
  } catch {
    return false;
  }
}

/** Whether what this person wrote may go: the page is theirs, and the session that tabs share has not become that of somebody else. */
export function isSignedIn(userId: string): boolean {
  try {
    return owner === userId && localStorage.getItem(WHO) === userId;
  } catch {
    return false;
  }
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
