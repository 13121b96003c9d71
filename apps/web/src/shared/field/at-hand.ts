import { ProblemError } from '@/api/problem';
import { draftOwner } from '@/shared/form/draft';
import { now } from '@/shared/time/time';
import { settled } from './settled';

/**
 * What the server answered about a visit this person fills in, kept on the device so that the page opens off the net. Only for the person who
 * opened it; gone when they sign out, when somebody else signs in, when the visit is no longer theirs to fill, or nobody came back for so many days.
 */
export const KEPT_DAYS = 14;
const DAY_MS = 86_400_000;
const PERSON = 'hb.field.person';
const BASE = 'hb-field';
const STORE = 'kept';

interface Kept<T> {
  readonly at: string;
  readonly value: T;
}

/** A visit that opens off the net. */
export interface VisitAtHand {
  readonly title: string;
  readonly lead: string;
  readonly to: string;
}

function store(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open(BASE, 1);
    open.onupgradeneeded = () => open.result.createObjectStore(STORE);
    open.onsuccess = () => {
      const { result } = open;
      const transaction = result.transaction(STORE, mode);
      transaction.oncomplete = () => result.close();
      transaction.onabort = () => result.close();
      resolve(transaction.objectStore(STORE));
    };
    open.onerror = () => reject(new Error('This browser keeps nothing'));
  });
}

const done = <T>(request: IDBRequest<T>): Promise<T> => settled(request, 'This browser keeps nothing');

/** A browser that keeps nothing (a private window, no room) only loses this: the page goes on with the network. */
const quietly = <T>(work: Promise<T>): Promise<T | undefined> => work.catch(() => undefined);
const keyOf = (owner: string, name: string): string => `${owner}|${name}`;

/** Whose visits this device has; null where nobody works in the field with it. */
export function personOfField(): string | null {
  try {
    return localStorage.getItem(PERSON);
  } catch {
    return null;
  }
}

/** Keeps an answer for this person. @returns whether it is kept */
export async function keepAtHand(name: string, value: unknown): Promise<boolean> {
  const owner = draftOwner();
  const kept: Kept<unknown> = { at: now().toISOString(), value };
  const stored = await quietly(store('readwrite').then(place => done(place.put(kept, keyOf(owner, name)))));
  if (stored === undefined) return false;
  try {
    localStorage.setItem(PERSON, owner);
  } catch {
    return false;
  }
  return true;
}

export async function takeAtHand<T>(owner: string, name: string): Promise<Kept<T> | undefined> {
  const kept = await quietly(store('readonly').then(place => done(place.get(keyOf(owner, name)) as IDBRequest<Kept<T> | undefined>)));
  return kept && isFresh(kept) ? kept : undefined;
}

export const dropAtHand = async (name: string): Promise<void> => void (await quietly(store('readwrite').then(place => done(place.delete(keyOf(draftOwner(), name))))));

/** Nothing of what the server answered stays. What was typed and not sent does: it is the person's, not the server's. */
export async function forgetAtHand(): Promise<void> {
  localStorage.removeItem(PERSON);
  await quietly(store('readwrite').then(place => done(place.clear())));
}

/** Somebody signed in: what a former person had at hand goes, and what nobody came back for. */
export async function settleAtHand(userId: string): Promise<void> {
  const person = personOfField();
  if (person === null) return;
  if (person !== userId) return forgetAtHand();
  await quietly(dropStale());
}

async function dropStale(): Promise<void> {
  const place = await store('readwrite');
  const cursor = place.openCursor();
  cursor.onsuccess = () => {
    const row = cursor.result;
    if (!row) return;
    if (!isFresh(row.value as Kept<unknown>)) row.delete();
    row.continue();
  };
}

const isFresh = (kept: Kept<unknown>): boolean => Date.parse(kept.at) > now().valueOf() - KEPT_DAYS * DAY_MS;

/** Under which name it is kept who somebody is in an organisation. */
export const meKey = (orgId: string | null): string => `me:${orgId ?? ''}`;

const VISIT = 'visit:';
export const keepVisit = (id: string, visit: VisitAtHand): Promise<boolean> => keepAtHand(`${VISIT}${id}`, visit);
export const dropVisit = (id: string): Promise<void> => dropAtHand(`${VISIT}${id}`);

/** The visits of the person that open off the net, the one opened last first. */
export async function visitsAtHand(owner: string): Promise<readonly VisitAtHand[]> {
  const rows = await quietly(store('readonly').then(place => done(place.getAll(IDBKeyRange.bound(keyOf(owner, VISIT), keyOf(owner, `${VISIT}\uffff`))) as IDBRequest<Kept<VisitAtHand>[]>)));
  return (rows ?? []).filter(isFresh).sort((one, other) => other.at.localeCompare(one.at)).map(one => one.value);
}

/** The network, or a server that is not there: what was opened before opens from this device. */
export const isUnreachable = (error: unknown): boolean => error instanceof ProblemError && (error.status === 0 || (error.status >= 502 && error.status <= 504));

const since = new WeakMap<object, string>();
/** Since when an answer lies on this device; null for one the server gave now. */
export const keptSince = (answer: object | undefined): string | null => (answer && since.get(answer)) ?? null;

interface Ask<T> {
  readonly queryKey: readonly unknown[];
  readonly queryFn: (context: { signal: AbortSignal }) => Promise<T>;
}

/** What becomes of the copy on this device once the server has answered. */
export type Worth = 'keep' | 'leave' | 'drop';

/**
 * A question whose answer is kept on the device, and comes from there while the server cannot be reached.
 * @param gone what else goes where the server says that it is not, or no longer, this person's
 */
export function atHand<T extends object>(ask: Ask<T>, name: string, worth: (answer: T) => Worth, gone: () => void = () => undefined) {
  return {
    queryKey: ask.queryKey,
    queryFn: async (context: { signal: AbortSignal }): Promise<T> => {
      try {
        const answer = await ask.queryFn(context);
        const what = worth(answer);
        if (what === 'keep') await keepAtHand(name, answer);
        if (what === 'drop') await dropAtHand(name);
        return answer;
      } catch (error) {
        if (error instanceof ProblemError && (error.status === 403 || error.status === 404)) {
          await dropAtHand(name);
          gone();
        }
        const kept = isUnreachable(error) ? await takeAtHand<T>(draftOwner(), name) : undefined;
        if (!kept) throw error;
        since.set(kept.value, kept.at);
        return kept.value;
      }
    },
    // asked again as soon as there is a network, but only where what is shown lies on the device
    refetchOnReconnect: ({ state }: { state: { data?: T | undefined } }): 'always' | false => (keptSince(state.data) === null ? false : 'always'),
  };
}
