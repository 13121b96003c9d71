import { Inject, Injectable } from '@nestjs/common';
import { type ActOptions, type Bilingual, CaseEngine, CaseRecord, Impartiality, SERVICE, serviceFaults } from '@huanbao/casework';
import { Files } from '@huanbao/documents';
import { CITY, City, Actor, Clock, Db, invalidFields, notFound, Numbering, SYSTEM_USER_ID } from '@huanbao/platform';
import type { Served } from '@huanbao/penalties';
import type { ServeWatchPaperDto } from '../dto';
import { WatchDecision, WatchEntry, WatchNotice } from '../entities';
import { type WatchPaperForm, watchPaperNumber } from '../papers';
import { announcementRuns, dayEarlier, dayLater, proposerReviews } from '../watch-list.errors';
import { watchListMachine, type WatchStep } from '../watch-list.machine';
import { type WatchAction, watchListPolicy } from '../watch-list.policy';
import { WatchReference } from '../watch-list.reference';

export interface Step {
  readonly actor: Actor;
  readonly id: string;
  readonly version: number;
}

type Given = { readonly change: (entry: WatchEntry, c: CaseRecord) => Promise<Partial<WatchEntry>>; readonly authorise?: ActOptions['authorise'] } & Pick<ActOptions, 'reason' | 'details' | 'clockPeriods' | 'clockSince'>;

export interface Noting {
  readonly need: WatchAction;
  readonly text: Bilingual;
  readonly action: string;
  readonly details?: Record<string, unknown>;
}

/** How every step is done: under the locks of the case and of the entry, by somebody who may, in one transaction with timeline and audit. */
@Injectable()
export class WatchActs {
  constructor(
    private readonly db: Db,
    private readonly engine: CaseEngine,
    private readonly impartiality: Impartiality,
    private readonly files: Files,
    private readonly numbering: Numbering,
    private readonly reference: WatchReference,
    private readonly clock: Clock,
    @Inject(CITY) private readonly city: City,
  ) {}

  get today(): string {
    return this.clock.today();
  }

  get now(): Date {
    return this.clock.now();
  }

  get issuer(): string {
    return this.city.bureau.name;
  }

  /** A step of the machine. Steps of the party and of the system bring their own `authorise`. */
  async act({ actor, id, version }: Pick<Step, 'actor' | 'id'> & { readonly version?: number }, action: WatchStep, { change, authorise, ...options }: Given): Promise<void> {
    const need = (watchListMachine.actions[action] as { readonly action?: string }).action as WatchAction;
    await this.engine.act(watchListMachine, id, action, {
      ...options, actor, expectedVersion: version,
      authorise: authorise ?? (c => this.authorise(actor, need, c)),
      effects: async c => {
        const changed = await change(await this.locked(id), c);
        if (Object.keys(changed).length > 0) await this.db.repo(WatchEntry).update({ id }, changed as object);
      },
    });
  }

  /** Something that moves nothing, with its line in the timeline. The work runs under the case's lock. */
  note<T>({ actor, id }: Pick<Step, 'actor' | 'id'>, { need, text, action, details }: Noting, work: (entry: WatchEntry, state: string) => Promise<T>): Promise<T> {
    return this.db.transaction(async () => {
      const c = await this.db.lock(CaseRecord, { id, kind: watchListMachine.kind });
      const entry = await this.db.lock(WatchEntry, { id });
      watchListPolicy.require(actor, need, entry);
      if (!c || !entry) throw notFound();
      await this.unbiased(entry, actor);
      const result = await work(entry, c.state);
      await this.line(actor, id, { text, action, details });
      return result;
    });
  }

  /** A line of the party or of the system; who calls has decided that it may. */
  line(actor: Actor, id: string, { text, action, details }: Omit<Noting, 'need'>): Promise<CaseRecord> {
    return this.engine.note(id, { actor, authorise: () => undefined, text, action, details, visibility: 'bureau' });
  }

  async locked(id: string): Promise<WatchEntry> {
    const entry = await this.db.lock(WatchEntry, { id });
    if (!entry) throw notFound();
    return entry;
  }

  async notice(entryId: string): Promise<WatchNotice> {
    const notice = await this.db.repo(WatchNotice).findOneBy({ entryId, isCurrent: true });
    if (!notice) throw notFound();
    return notice;
  }

  decision(entryId: string): Promise<WatchDecision | null> {
    return this.db.repo(WatchDecision).findOneBy({ entryId });
  }

  /** Gap-free per form and year. Only inside a transaction. */
  async number(form: WatchPaperForm): Promise<string> {
    return watchPaperNumber(this.city.noticePrefix ?? `${this.city.shortName}环`, form, await this.numbering.next(`watch-list-${form}`));
  }

  notAfterToday(pointer: string, day: string | null | undefined): void {
    if (day != null && day > this.today) throw dayLater(pointer);
  }

  /** How and when a paper reached its subject, with proof. An announcement has its effect at the end of its period. */
  async served(actor: Actor, entryId: string, { input, issuedOn }: { readonly input: ServeWatchPaperDto; readonly issuedOn: string }): Promise<Served> {
    const { servedOn, method, receivedBy, proofFileId, consentFileId } = input;
    this.notAfterToday('/servedOn', servedOn);
    if (servedOn < issuedOn) throw dayEarlier('/servedOn', issuedOn);
    const faults = serviceFaults(input, await this.files.list('watch-list', entryId));
    if (faults.length > 0) throw invalidFields(faults);
    const on = SERVICE[method].effect === 'end-of-announcement' ? await this.reference.end('announcement', servedOn) : servedOn;
    if (on > this.today) throw announcementRuns(on);
    return { on, method, receivedBy, proofFileId: proofFileId ?? null, consentFileId: consentFileId ?? null, byName: actor.name };
  }

  private async authorise(actor: Actor, need: WatchAction, c: CaseRecord): Promise<void> {
    watchListPolicy.require(actor, need, c);
    await this.unbiased(await this.locked(c.id), actor);
  }

  /** Who belongs to the subject does not work on its case. */
  private async unbiased({ subjectOrgId }: WatchEntry, actor: Actor): Promise<void> {
    if (subjectOrgId !== null && actor.userId !== SYSTEM_USER_ID) await this.impartiality.require({ partyOrgId: subjectOrgId, agentOrgId: null, matter: 'none' }, actor);
  }
}

export function notByProposer({ proposedBy }: WatchEntry, actor: Actor): void {
  if (proposedBy === actor.userId) throw proposerReviews();
}
