import { useState, useSyncExternalStore } from 'react';
import { draftOwner } from '@/shared/form/draft';

type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What is typed in the field: on the device at once, the same in every tab, and of the person who typed it. */
export class DeviceDraft<D> {
  private state: D;
  /** The device has no room: what was typed last is only in this tab. */
  unkept = false;
  private readonly listeners = new Set<() => void>();

  /** @param parse what lies there as a draft, a new one for null; `opening`: what a page that is gone was still doing is over */
  constructor(
    private readonly name: string,
    private readonly parse: (found: unknown, opening: boolean) => D,
    private readonly storage: Kept = localStorage,
  ) {
    const kept = this.read(true);
    this.state = kept ?? parse(null, true);
    // what is over is over for whoever reads the draft after this as well
    if (kept !== undefined) this.settle();
    window.addEventListener('storage', event => event.key === name && this.follow());
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): D => this.state;

  /** Changes what lies on the device now, and not what this tab saw last: another tab may have gone on meanwhile. */
  readonly change = (apply: (draft: D) => D): void => {
    this.state = apply(this.latest());
    try {
      this.storage.setItem(this.name, JSON.stringify(this.state));
      this.unkept = false;
    } catch {
      this.unkept = true;
    }
    this.tell();
  };

  readonly latest = (): D => (this.unkept ? this.state : (this.read() ?? this.state));

  /** All of it is with the server. */
  readonly drop = (): void => {
    this.storage.removeItem(this.name);
    this.unkept = false;
    this.state = this.parse(null, false);
    this.tell();
  };

  private settle(): void {
    try {
      this.storage.setItem(this.name, JSON.stringify(this.state));
    } catch {
      // no room: said with the first word that is typed
    }
  }

  private follow(): void {
    if (this.unkept) return;
    this.state = this.read() ?? this.parse(null, false);
    this.tell();
  }

  private read(opening = false): D | undefined {
    try {
      const found = JSON.parse(this.storage.getItem(this.name) ?? 'null') as unknown;
      return found === null ? undefined : this.parse(found, opening);
    } catch {
      return undefined;
    }
  }

  private tell(): void {
    this.listeners.forEach(listener => listener());
  }
}

const drafts = new Map<string, DeviceDraft<unknown>>();

/** Before drafts had an owner they lay under their own name: whoever opens one first goes on with it, and nobody else sees it. */
function adopted(name: string, own: string, storage: Kept): void {
  try {
    const found = storage.getItem(name);
    if (found === null) return;
    if (storage.getItem(own) === null) storage.setItem(own, found);
    storage.removeItem(name);
  } catch {
    // no room: it stays where it is
  }
}

/** The draft of this person under a name, however many pages look at it. */
export function deviceDraft<D>(name: string, parse: (found: unknown, opening: boolean) => D): DeviceDraft<D> {
  const own = `${name}@${draftOwner()}`;
  const known = drafts.get(own) as DeviceDraft<D> | undefined;
  if (known) return known;
  adopted(name, own, localStorage);
  const draft = new DeviceDraft(own, parse);
  drafts.set(own, draft as DeviceDraft<unknown>);
  return draft;
}

export function useDeviceDraft<D>(name: string, parse: (found: unknown, opening: boolean) => D): { readonly draft: D; readonly store: DeviceDraft<D> } {
  const [store] = useState(() => deviceDraft(name, parse));
  return { draft: useSyncExternalStore(store.subscribe, store.snapshot), store };
}
