import { isProblem, ProblemError, sentenceOf } from '@/api/problem';
import { formatClock, now } from '@/shared/time/time';
import { dropDraft, keepDraft, packed } from './draft';
import type { FieldValue, Values } from './field';
import type { FormStore } from './form-store';
import { mergeRows } from './rows';

export interface Saved {
  readonly version: number;
}
export interface Stored extends Saved {
  readonly values: Values;
}

export interface Conflict {
  readonly member: string;
  readonly mine: FieldValue;
  readonly theirs: FieldValue;
}

export type SaveStatus =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  /** Not on the server, kept here; tried again by itself. */
  | { readonly kind: 'kept' }
  /** The server refuses the content; the fields say why. */
  | { readonly kind: 'refused'; readonly problem: ProblemError }
  | { readonly kind: 'conflict'; readonly conflicts: readonly Conflict[] };

export interface AutosaveOptions {
  readonly store: FormStore;
  /** Names the record among the drafts of this person, e.g. `permit-application:0198…:outlets`. */
  readonly record: string;
  readonly version: number;
  /** Sends the changed members with `If-Match`. @throws ProblemError */
  readonly save: (changes: Values, version: number) => Promise<Saved>;
  /** Fetches the record as it stands now, after a 412. */
  readonly reload: () => Promise<Stored>;
  /** `save` writes to this device: a page that is put away or closed saves before it goes, also off the net. */
  readonly onDevice?: boolean;
}

const PAUSE_MS = 1_200;
const DRAFT_PAUSE_MS = 300;
const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 60_000;

const same = (a: FieldValue | undefined, b: FieldValue | undefined): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
const worthRetrying = (problem: ProblemError): boolean => problem.status === 0 || problem.status === 401 || problem.status === 429 || problem.status >= 500;

/**
 * Brings what is typed to the server by itself and never loses a word: every change is first kept in the browser; one
 * request runs at a time; a lost connection is retried with growing pauses; a record changed by somebody else is merged
 * where the fields differ and asked about where they do not.
 */
export class Autosave {
  private readonly dirty = new Set<string>();
  private readonly listeners = new Set<() => void>();
  private base: Values;
  private version: number;
  private statusNow: SaveStatus = { kind: 'idle' };
  private running: Promise<void> | null = null;
  private saveTimer: ReturnType<typeof setTimeout> | undefined;
  private draftTimer: ReturnType<typeof setTimeout> | undefined;
  private retryMs = FIRST_RETRY_MS;
  private stopListening: () => void = () => undefined;

  constructor(private readonly options: AutosaveOptions) {
    this.base = options.store.values;
    this.version = options.version;
  }

  /** Begins to listen to the form. @returns a function that ends it, keeping an unsent rest as draft */
  start(): () => void {
    this.stopListening = this.options.store.onChange(member => this.changed(member));
    const wake = (): void => void this.flush();
    const leave = (): void => {
      this.keep();
      if (this.options.onDevice) void this.flush();
    };
    // a phone may end a page it has put away without a word
    const away = (): void => void (document.visibilityState === 'hidden' && leave());
    window.addEventListener('online', wake);
    window.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', away);
    return () => {
      this.stopListening();
      window.removeEventListener('online', wake);
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', away);
      clearTimeout(this.saveTimer);
      if (this.dirty.size > 0) this.keep();
      // The rest is sent as well; whoever navigates within the site does not wait for it.
      void this.flush();
    };
  }

  get status(): SaveStatus {
    return this.statusNow;
  }
  /** What the server has of the section, as far as this page knows. */
  get known(): Values {
    return this.base;
  }
  get unsaved(): boolean {
    return this.dirty.size > 0;
  }
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Sends now what is not yet sent. @returns true when everything is on the server */
  async flush(): Promise<boolean> {
    clearTimeout(this.saveTimer);
    while (this.running) await this.running;
    if (this.dirty.size > 0 && this.statusNow.kind !== 'conflict') {
      this.running = this.send().finally(() => (this.running = null));
      await this.running;
    }
    return this.dirty.size === 0;
  }

  /** Puts a draft found in the browser back into the form and sends it. */
  adopt(changes: Values): void {
    for (const [member, value] of Object.entries(changes)) this.options.store.set(`/${member}`, value);
  }

  /** Takes over what reached the server by another way, e.g. an import; what is typed here and not yet sent stays. */
  refresh(): Promise<void> {
    return this.merge();
  }

  /** Ends a conflict: members in `keepMine` keep what was typed here, the others take what the server has. */
  async resolve(keepMine: ReadonlySet<string>): Promise<boolean> {
    if (this.statusNow.kind !== 'conflict') return true;
    for (const { member, mine, theirs } of this.statusNow.conflicts) {
      this.options.store.replace({ [member]: keepMine.has(member) ? mine : theirs });
      // of a table “theirs” may still hold rows that were changed here only
      if (!keepMine.has(member) && same(theirs, this.base[member])) this.dirty.delete(member);
    }
    this.setStatus({ kind: 'idle' });
    return this.dirty.size === 0 ? this.settled() : this.flush();
  }

  private changed(member: string): void {
    this.dirty.add(member);
    this.draftTimer ??= setTimeout(() => this.keep(), DRAFT_PAUSE_MS);
    if (this.statusNow.kind === 'conflict') return;
    clearTimeout(this.saveTimer);
    this.saveTimer = setTimeout(() => void this.flush(), PAUSE_MS);
    // The notice “已保存” must not stand beside words that are not saved.
    if (this.statusNow.kind === 'saved') this.setStatus({ kind: 'idle' });
  }

  private keep(): void {
    clearTimeout(this.draftTimer);
    this.draftTimer = undefined;
    if (this.dirty.size === 0) return;
    keepDraft(this.options.record, { at: now().toISOString(), version: this.version, ...packed(this.dirtyValues(), this.base) });
  }

  private dirtyValues(): Values {
    const { values } = this.options.store;
    return Object.fromEntries([...this.dirty].map(member => [member, values[member] ?? null]));
  }

  private async send(): Promise<void> {
    const sent = this.dirtyValues();
    this.setStatus({ kind: 'saving' });
    try {
      const { version } = await this.options.save(sent, this.version);
      this.accepted(sent, version);
    } catch (error) {
      await this.failed(error);
    }
  }

  private accepted(sent: Values, version: number): void {
    this.version = version;
    this.base = { ...this.base, ...sent };
    this.retryMs = FIRST_RETRY_MS;
    // What was typed while the request was under way stays dirty.
    for (const [member, value] of Object.entries(sent)) if (same(this.options.store.values[member], value)) this.dirty.delete(member);
    if (this.dirty.size === 0) this.settled();
    else this.schedule(PAUSE_MS);
  }

  private settled(): true {
    clearTimeout(this.draftTimer);
    this.draftTimer = undefined;
    dropDraft(this.options.record);
    this.setStatus({ kind: 'saved', at: formatClock(now()) });
    return true;
  }

  private async failed(error: unknown): Promise<void> {
    this.keep();
    if (isProblem(error, 'stale')) return this.merge();
    if (!(error instanceof ProblemError) || worthRetrying(error)) {
      this.setStatus({ kind: 'kept' });
      this.schedule(this.retryMs);
      this.retryMs = Math.min(LONGEST_RETRY_MS, this.retryMs * 2);
      return;
    }
    this.options.store.setErrors({ ...this.options.store.errors, ...Object.fromEntries(error.errors.map(e => [e.pointer, sentenceOf(e)])) });
    this.setStatus({ kind: 'refused', problem: error });
  }

  /** 412: somebody else saved first. Different fields are merged silently; the same field is a question for the person. */
  private async merge(): Promise<void> {
    let theirs: Stored;
    try {
      theirs = await this.options.reload();
    } catch {
      this.setStatus({ kind: 'kept' });
      return this.schedule(this.retryMs);
    }
    const conflicts = Object.entries(theirs.values).flatMap(([member, value]) => this.mergeMember(member, value) ?? []);
    this.base = theirs.values;
    this.version = theirs.version;
    if (conflicts.length > 0) return this.setStatus({ kind: 'conflict', conflicts });
    this.schedule(0);
  }

  /** Takes over one member of theirs. @returns what to ask the person, where both changed the same */
  private mergeMember(member: string, theirs: FieldValue): Conflict | null {
    const { store } = this.options;
    const mine = store.values[member] ?? null;
    if (!this.dirty.has(member)) store.replace({ [member]: theirs });
    else if (!same(theirs, this.base[member]) && !same(theirs, mine)) {
      const rows = mergeRows(this.base[member], mine, theirs);
      if (!rows) return { member, mine, theirs };
      store.replace({ [member]: rows.mine });
      if (rows.clash) return { member, mine: rows.mine, theirs: rows.theirs };
    }
    return null;
  }

  private schedule(ms: number): void {
    clearTimeout(this.saveTimer);
    this.saveTimer = setTimeout(() => void this.flush(), ms);
  }

  private setStatus(status: SaveStatus): void {
    this.statusNow = status;
    this.listeners.forEach(listener => listener());
  }
}
