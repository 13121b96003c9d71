import { useSyncExternalStore } from 'react';

/** What a visitor has typed so far. */
export interface ReportDraft {
  readonly clientId: string;
  readonly subject?: string;
  readonly place?: string;
  readonly lng?: number | null;
  readonly lat?: number | null;
  readonly what?: string;
  readonly respondent?: string | null;
  readonly happenedOn?: string | null;
  readonly happened?: string | null;
  readonly name?: string | null;
  readonly phone?: string | null;
}

export interface Key {
  readonly number: string;
  readonly code: string;
  /** The draft it was made of. */
  readonly clientId?: string;
}

const FACTS = 'hb.report';
/** Who reports is not left behind on a computer that others use: it goes with the tab. */
const WHO = 'hb.report.who';
const KEY = 'hb.report.key';
const PERSONAL = ['name', 'phone'] as const;

let draft: ReportDraft | null = null;
let photos: readonly File[] = [];
const listeners = new Set<() => void>();
const changed = (): void => listeners.forEach(listener => listener());
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

function stored<T>(storage: () => Storage, name: string): Partial<T> {
  try {
    return JSON.parse(storage().getItem(name) ?? '{}') as Partial<T>;
  } catch {
    return {};
  }
}

function store(storage: () => Storage, name: string, value: unknown): void {
  try {
    if (value === null) storage().removeItem(name);
    else storage().setItem(name, JSON.stringify(value));
  } catch {
    // without storage only a reload loses what was typed
  }
}

const local = (): Storage => localStorage;
const session = (): Storage => sessionStorage;

function current(): ReportDraft {
  draft ??= { clientId: crypto.randomUUID(), ...stored<ReportDraft>(local, FACTS), ...stored<ReportDraft>(session, WHO) };
  return draft;
}

export function patchDraft(change: Partial<ReportDraft>): void {
  draft = { ...current(), ...change };
  const who = Object.fromEntries(PERSONAL.map(name => [name, draft?.[name]]));
  const facts = Object.fromEntries(Object.entries(draft).filter(([name]) => !(PERSONAL as readonly string[]).includes(name)));
  store(local, FACTS, facts);
  store(session, WHO, who);
  changed();
}

/** Photos on their way stay until they are sent. */
export function clearDraft({ keepsPhotos = false } = {}): void {
  draft = null;
  if (!keepsPhotos) photos = [];
  store(local, FACTS, null);
  store(session, WHO, null);
  changed();
}

export const useDraft = (): ReportDraft => useSyncExternalStore(subscribe, current);
export const usePhotos = (): readonly File[] => useSyncExternalStore(subscribe, () => photos);
export function setPhotos(next: readonly File[]): void {
  photos = next;
  changed();
}

/** Number and code of the report just sent, for this tab: they stand in no address. */
export const keepKey = (key: Key | null): void => store(session, KEY, key);
export function keptKey(): Key | null {
  const { number, code, clientId } = stored<Key>(session, KEY);
  return number && code ? { number, code, clientId } : null;
}
