import { isProblem } from '@/api/problem';
import { rest } from '@/api/rest';
import { alone } from '@/shared/field/alone';
import { isFinal } from '@/shared/field/final';
import { isSignedIn } from '@/shared/form/draft';
import { now } from '@/shared/time/time';
import { INSPECTIONS, type InspectionRecord } from './model';

/** One field that two phones changed to different values. */
export interface Clash {
  readonly field: string;
  readonly theirs: unknown;
  readonly mine: unknown;
}

type Changes = Readonly<Record<string, unknown>>;

interface Sent {
  readonly saveId: string;
  readonly baseVersion: number;
  readonly changes: Changes;
}

/** What this phone has written on one page and the server does not have yet. */
export interface QueuedPage {
  /** The version of the server that this phone knows. */
  readonly version: number;
  /** On its way, with an id of its own: sent again after a lost answer it is the same save. */
  readonly sent: Sent | null;
  readonly next: Changes | null;
  readonly clash: { readonly version: number; readonly byName: string | null; readonly fields: readonly Clash[] } | null;
  /** The server does not take it as it is: why, in words. */
  readonly refused: { readonly zh: string; readonly en: string } | null;
  /** Refused because the record is closed: what was written is whole, and goes on its way if the record is opened again. */
  readonly closed?: boolean;
}

export interface QueueState {
  readonly pages: Readonly<Record<string, QueuedPage>>;
  readonly sending: boolean;
  /** The last attempt found no network. */
  readonly offline: boolean;
  readonly syncedAt: string | null;
  /** The device has no room: what was written last is only in this tab. */
  readonly unkept: boolean;
}

interface Ports {
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly put: (section: string, sent: Sent) => Promise<InspectionRecord>;
  /** Whether the person who wrote it is the one signed in now. */
  readonly present: () => boolean;
}

const RETRY_MS = 8_000;
const EMPTY: QueuedPage = { version: 0, sent: null, next: null, clash: null, refused: null };
const isWaiting = ({ sent, next, clash }: QueuedPage): boolean => sent !== null || next !== null || clash !== null;

interface Kept {
  readonly pages?: QueueState['pages'];
}

/** The record of one inspection as this phone has it: written down at once, sent whenever there is a network, told when the two differ. */
export class RecordQueue {
  private state: QueueState;
  private readonly name: string;
  private readonly listeners = new Set<() => void>();
  private running: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private known: (record: InspectionRecord) => void = () => undefined;
  private closed: () => void = () => undefined;

  private readonly ports: Ports;

  constructor(
    inspectionId: string,
    private readonly owner: string,
    ports: Partial<Ports> = {},
  ) {
    this.name = `hb.inspection.${owner}.${inspectionId}`;
    this.ports = {
      storage: localStorage,
      put: (section, { saveId, baseVersion, changes }) => rest<InspectionRecord>('PUT', `${INSPECTIONS}/${inspectionId}/record/${section}`, { body: { saveId, baseVersion, data: changes } }),
      present: () => isSignedIn(this.owner),
      ...ports,
    };
    this.state = { pages: this.read(), sending: false, offline: false, syncedAt: null, unkept: false };
    // another tab wrote, or has sent what waited
    window.addEventListener('storage', event => {
      if (event.key === this.name) this.catchUp();
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): QueueState => this.state;

  /** Told what the server has after each save. */
  onRecord(known: (record: InspectionRecord) => void): void {
    this.known = known;
  }

  /** Told when the server no longer takes anything: a colleague has closed the record. */
  onClosed(closed: () => void): void {
    this.closed = closed;
  }

  get waiting(): readonly string[] {
    return Object.entries(this.state.pages).flatMap(([section, page]) => (isWaiting(page) ? [section] : []));
  }

  /** The page of the server with what this phone wrote on top. */
  overlaid(section: string, data: Changes): Record<string, unknown> {
    const { sent, next, clash } = this.state.pages[section] ?? EMPTY;
    const mine = Object.fromEntries((clash?.fields ?? []).map(one => [one.field, one.mine]));
    return { ...data, ...sent?.changes, ...mine, ...next };
  }

  write(section: string, changes: Changes, version: number): void {
    this.catchUp();
    const page = this.state.pages[section] ?? { ...EMPTY, version };
    this.set(section, { ...page, version: isWaiting(page) ? page.version : version, next: { ...page.next, ...changes }, refused: null, closed: false });
    void this.flush();
  }

  /** The record is open again, or a person wants to try once more: what was refused goes on its way too. */
  again(): Promise<void> {
    this.catchUp();
    for (const [section, page] of Object.entries(this.state.pages)) if (page.refused) this.set(section, { ...page, refused: null, closed: false });
    return this.flush();
  }

  /** A person has seen what was left and does not need it here any more. */
  discard(): void {
    this.catchUp();
    for (const section of Object.keys(this.state.pages)) this.set(section, EMPTY);
  }

  /** A person has chosen for every field of a clash; the choice is a save of its own. */
  resolve(section: string, keepMine: ReadonlySet<string>): void {
    this.catchUp();
    const page = this.state.pages[section];
    if (!page?.clash) return;
    const mine = Object.fromEntries(page.clash.fields.filter(one => keepMine.has(one.field)).map(one => [one.field, one.mine]));
    const next = { ...mine, ...page.next };
    this.set(section, { ...page, version: page.clash.version, next: Object.keys(next).length > 0 ? next : null, clash: null });
    void this.flush();
  }

  /** Sends what waits, page after page; a second call while one runs joins it. */
  flush(): Promise<void> {
    // one tab sends at a time: the other finds afterwards what is left
    this.running ??= Promise.resolve().then(() => alone(this.name, () => this.sendAll())).finally(() => {
      this.running = null;
      this.change({ sending: false });
    });
    return this.running;
  }

  private async sendAll(): Promise<void> {
    clearTimeout(this.timer);
    // whoever is signed in now did not write this: it waits until its writer is back
    if (!this.ports.present()) return this.later();
    this.catchUp();
    for (let section = this.nextPage(); section !== undefined; section = this.nextPage()) {
      if (!this.ports.present()) return this.later();
      this.change({ sending: true });
      if (!(await this.send(section))) return;
    }
    if (this.waiting.length === 0) this.change({ offline: false, syncedAt: now().toISOString() });
  }

  private later(): void {
    if (this.nextPage() !== undefined) this.timer = setTimeout(() => void this.flush(), RETRY_MS);
  }

  private nextPage(): string | undefined {
    return Object.entries(this.state.pages).find(([, page]) => page.refused === null && page.clash === null && (page.sent !== null || page.next !== null))?.[0];
  }

  /** @returns false where it has to be tried again later */
  private async send(section: string): Promise<boolean> {
    const page = this.state.pages[section] ?? EMPTY;
    const sent = page.sent ?? { saveId: crypto.randomUUID(), baseVersion: page.version, changes: page.next ?? {} };
    // kept before it leaves: if the answer is lost, the same save is sent again
    if (!page.sent) this.set(section, { ...page, sent, next: null });
    try {
      const record = await this.ports.put(section, sent);
      this.catchUp();
      const version = record.sections.find(one => one.key === section)?.version ?? sent.baseVersion;
      const { next } = this.state.pages[section] ?? EMPTY;
      this.set(section, { ...EMPTY, version, next });
      this.change({ offline: false });
      this.known(record);
      return true;
    } catch (error) {
      return this.failed(section, sent, error);
    }
  }

  private failed(section: string, sent: Sent, error: unknown): boolean {
    this.catchUp();
    const page = this.state.pages[section] ?? EMPTY;
    if (isProblem(error) && error.status >= 400 && error.status < 500) this.change({ offline: false });
    if (isProblem(error, 'inspection.clash')) {
      const { version, byName, clashes } = error.extra as { version: number; byName: string | null; clashes: readonly Clash[] };
      const rest = Object.fromEntries(Object.entries(sent.changes).filter(([field]) => !clashes.some(one => one.field === field)));
      const next = { ...rest, ...page.next };
      this.set(section, { ...page, version, sent: null, next: Object.keys(next).length > 0 ? next : null, clash: clashes.length > 0 ? { version, byName, fields: clashes } : null });
      return true;
    }
    if (!isFinal(error)) {
      this.change({ offline: true });
      this.later();
      return false;
    }
    const [first] = error.errors;
    if (error.code === 'inspection.record-closed') this.closed();
    this.set(section, { ...page, sent: null, next: { ...sent.changes, ...page.next }, refused: first ? { zh: first.zh, en: first.en } : error.text, closed: error.code === 'inspection.record-closed' });
    return true;
  }

  private set(section: string, page: QueuedPage): void {
    const { [section]: _, ...others } = this.state.pages;
    this.state = { ...this.state, pages: isWaiting(page) ? { ...others, [section]: page } : others };
    this.keep();
    this.tell();
  }

  private change(over: Partial<QueueState>): void {
    this.state = { ...this.state, ...over };
    this.tell();
  }

  private tell(): void {
    this.listeners.forEach(listener => listener());
  }

  /** What lies on the device is what all tabs have written; where it had no room, this tab is ahead of it. */
  private catchUp(): void {
    if (this.state.unkept) return;
    this.state = { ...this.state, pages: this.read() };
    this.tell();
  }

  private keep(): void {
    try {
      if (Object.keys(this.state.pages).length === 0) this.ports.storage.removeItem(this.name);
      else this.ports.storage.setItem(this.name, JSON.stringify({ pages: this.state.pages }));
      this.state = { ...this.state, unkept: false };
    } catch {
      this.state = { ...this.state, unkept: true };
    }
  }

  private read(): QueueState['pages'] {
    try {
      return (JSON.parse(this.ports.storage.getItem(this.name) ?? '{}') as Kept).pages ?? {};
    } catch {
      return {};
    }
  }
}

const queues = new Map<string, RecordQueue>();

/** One queue for an inspection and person, however many pages look at it. */
export function queueOf(inspectionId: string, owner: string): RecordQueue {
  const name = `${owner}.${inspectionId}`;
  const queue = queues.get(name) ?? new RecordQueue(inspectionId, owner);
  queues.set(name, queue);
  return queue;
}
