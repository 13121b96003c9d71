import { isProblem, ProblemError } from '@/api/problem';
import { rest } from '@/api/rest';
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
}

export interface QueueState {
  readonly pages: Readonly<Record<string, QueuedPage>>;
  readonly sending: boolean;
  /** The last attempt found no network. */
  readonly offline: boolean;
  readonly syncedAt: string | null;
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
  private readonly listeners = new Set<() => void>();
  private running: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private known: (record: InspectionRecord) => void = () => undefined;

  constructor(
    private readonly inspectionId: string,
    private readonly owner: string,
    private readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = localStorage,
    private readonly put: (section: string, sent: Sent) => Promise<InspectionRecord> = (section, { saveId, baseVersion, changes }) => rest<InspectionRecord>('PUT', `${INSPECTIONS}/${inspectionId}/record/${section}`, { body: { saveId, baseVersion, data: changes } }),
  ) {
    this.state = { pages: this.read(), sending: false, offline: false, syncedAt: null };
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
    const page = this.state.pages[section] ?? { ...EMPTY, version };
    this.set(section, { ...page, version: isWaiting(page) ? page.version : version, next: { ...page.next, ...changes }, refused: null });
    void this.flush();
  }

  /** A person has chosen for every field of a clash; the choice is a save of its own. */
  resolve(section: string, keepMine: ReadonlySet<string>): void {
    const page = this.state.pages[section];
    if (!page?.clash) return;
    const mine = Object.fromEntries(page.clash.fields.filter(one => keepMine.has(one.field)).map(one => [one.field, one.mine]));
    const next = { ...mine, ...page.next };
    this.set(section, { ...page, version: page.clash.version, next: Object.keys(next).length > 0 ? next : null, clash: null });
    void this.flush();
  }

  /** Sends what waits, page after page; a second call while one runs joins it. */
  flush(): Promise<void> {
    this.running ??= Promise.resolve().then(() => this.sendAll()).finally(() => {
      this.running = null;
      this.change({ sending: false });
    });
    return this.running;
  }

  private async sendAll(): Promise<void> {
    clearTimeout(this.timer);
    for (let section = this.nextPage(); section !== undefined; section = this.nextPage()) {
      this.change({ sending: true });
      if (!(await this.send(section))) return;
    }
    if (this.waiting.length === 0) this.change({ offline: false, syncedAt: now().toISOString() });
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
      const record = await this.put(section, sent);
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
    const page = this.state.pages[section] ?? EMPTY;
    if (isProblem(error) && error.status >= 400 && error.status < 500) this.change({ offline: false });
    if (isProblem(error, 'inspection.clash')) {
      const { version, byName, clashes } = error.extra as { version: number; byName: string | null; clashes: readonly Clash[] };
      const rest = Object.fromEntries(Object.entries(sent.changes).filter(([field]) => !clashes.some(one => one.field === field)));
      const next = { ...rest, ...page.next };
      this.set(section, { ...page, version, sent: null, next: Object.keys(next).length > 0 ? next : null, clash: clashes.length > 0 ? { version, byName, fields: clashes } : null });
      return true;
    }
    if (!(error instanceof ProblemError) || error.status === 0 || error.status === 401 || error.status === 429 || error.status >= 500) {
      this.change({ offline: true });
      this.timer = setTimeout(() => void this.flush(), RETRY_MS);
      return false;
    }
    const [first] = error.errors;
    this.set(section, { ...page, sent: null, next: { ...sent.changes, ...page.next }, refused: first ? { zh: first.zh, en: first.en } : error.text });
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

  private get name(): string {
    return `hb.inspection.${this.owner}.${this.inspectionId}`;
  }

  private keep(): void {
    if (Object.keys(this.state.pages).length === 0) this.storage.removeItem(this.name);
    else this.storage.setItem(this.name, JSON.stringify({ pages: this.state.pages }));
  }

  private read(): QueueState['pages'] {
    try {
      return (JSON.parse(this.storage.getItem(this.name) ?? '{}') as Kept).pages ?? {};
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
