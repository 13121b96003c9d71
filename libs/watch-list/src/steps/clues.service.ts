import { Injectable } from '@nestjs/common';
import { CaseEngine, CaseRecord } from '@huanbao/casework';
import { PARTY_CODE_CONTEXT, type PenaltyParty, PenaltyParties } from '@huanbao/penalties';
import { Actor, Db, FieldCipher, newId, SYSTEM_USER_ID, systemActor, violatedConstraint } from '@huanbao/platform';
import type { OpenWatchDto } from '../dto';
import { WatchEntry, WatchSource } from '../entities';
import { openAlready } from '../watch-list.errors';
import { IN_FORCE, watchListMachine } from '../watch-list.machine';
import { WatchMessages } from '../watch-list.messages';
import { WatchReference } from '../watch-list.reference';
import { TRIGGER_WORDS, type WatchTrigger } from '../words';
import { type Step, WatchActs } from './acting';

export interface Clue {
  readonly party: PenaltyParty;
  readonly regionCode: string;
  readonly trigger: WatchTrigger;
  readonly title: string;
  readonly facts: string;
  readonly legalBasis: string | null;
  readonly documentNo: string | null;
  readonly occurredOn: string;
  readonly sourceType: WatchSource['sourceType'];
  readonly sourceId: string;
}

export interface Gone {
  readonly zh: string;
  readonly en: string;
  /** It never was a reason, as what was revoked; false for what is merely over, as a fine that was paid since. */
  readonly wasWrong: boolean;
}

export const TAKEN_BACK: Gone = { zh: '线索来源已撤销', en: 'A clue was taken back at its source', wasWrong: true };
export const OVER: Gone = { zh: '线索事由已消除', en: 'What the clue rested on is over', wasWrong: false };
const BY = systemActor('watch-list');

export interface LivingSource extends Pick<WatchSource, 'sourceType' | 'sourceId' | 'occurredOn'> {
  readonly subjectOrgId: string | null;
}

/** Clues: by hand, or by what other rooms decided. A source is a clue once; a further one joins the open case of its subject. */
@Injectable()
export class Clues {
  constructor(
    private readonly db: Db,
    private readonly engine: CaseEngine,
    private readonly acts: WatchActs,
    private readonly reference: WatchReference,
    private readonly parties: PenaltyParties,
    private readonly cipher: FieldCipher,
    private readonly messages: WatchMessages,
  ) {}

  /** @throws 409 when the subject has an open case or is on the list */
  async open(actor: Actor, { trigger, title, facts, occurredOn, documentNo, ...given }: OpenWatchDto): Promise<string> {
    this.acts.notAfterToday('/occurredOn', occurredOn);
    const party = await this.parties.of(actor, given);
    return this.register(actor, { party, regionCode: this.parties.regionOf(actor), trigger, title, facts, legalBasis: null, documentNo: documentNo ?? null, occurredOn, sourceType: 'hand', sourceId: newId() });
  }

  /** A source that may be told again. @returns the case it is part of, or null when it was known */
  async take(by: Actor, clue: Clue): Promise<string | null> {
    if (await this.db.repo(WatchSource).existsBy({ sourceType: clue.sourceType, sourceId: clue.sourceId })) return null;
    const open = await this.db.repo(WatchEntry).findOneBy({ subjectKey: this.keyOf(clue.party), open: true });
    if (!open) return this.register(by, clue);
    await this.acts.locked(open.id);
    await this.source(open.id, clue);
    await this.acts.line(by, open.id, { text: { zh: `又有线索：${clue.title}`, en: `A further clue: ${clue.title}` }, action: 'watch-list.further-clue', details: { sourceType: clue.sourceType, sourceId: clue.sourceId } });
    return open.id;
  }

  /**
   * What was taken back at its source, or is over, is marked; a case that rests on nothing else is dropped while it is a clue. Where the decision
   * was made the platform proposes its revocation, with a day by which somebody decides; between the two it cannot be decided any more.
   */
  async withdraw(by: Actor, { sourceType, sourceId }: Pick<Clue, 'sourceType' | 'sourceId'>, gone: Gone = TAKEN_BACK): Promise<void> {
    const source = await this.db.repo(WatchSource).findOneBy({ sourceType, sourceId });
    if (!source || source.goneAt !== null) return;
    const c = await this.db.lock(CaseRecord, { id: source.entryId });
    await this.db.repo(WatchSource).update({ id: source.id }, { goneAt: this.acts.now });
    if (!c || c.closedAt !== null) return;
    const all = await this.db.repo(WatchSource).findBy({ entryId: source.entryId });
    const others = all.some(one => one.goneAt === null);
    // an event leaves only by being taken back: where one did, what rested on it was wrong too
    const wasWrong = gone.wasWrong || all.some(one => one.sourceType === 'credit-event' && one.goneAt !== null);
    if (c.state === 'clue' && !others) {
      await this.acts.act({ actor: by, id: c.id }, 'dismiss', { reason: `${gone.zh}：${source.title}`, authorise: () => undefined, change: async () => ({ open: false }) });
      return;
    }
    await this.acts.line(by, c.id, { text: { zh: `${gone.zh}：${source.title}`, en: `${gone.en}: ${source.title}` }, action: 'watch-list.clue-gone', details: { sourceType, sourceId } });
    const dueOn = !others && wasWrong && (c.state === 'decided' || (IN_FORCE as readonly string[]).includes(c.state)) ? await this.proposeRevocation(c.id, `${gone.zh}：${source.title}`) : null;
    await this.messages.toPost('bureau.supervisor', { id: c.id, regionCode: c.regionCode }, { key: `gone-${source.id}`, title: { zh: `名单${gone.zh}：${c.number ?? ''}`, en: `The basis of a listing is gone: ${c.number ?? ''}` }, body: { zh: `${source.title}：${gone.zh}。${dueOn ? `平台已提出撤销列入决定，请在 ${dueOn} 前决定。` : '请核查是否撤销列入决定或者终止办理。'}`, en: dueOn ? `Decide on the revocation by ${dueOn}.` : 'Check whether the listing is to be revoked or dropped.' } });
  }

  /** Once, and not over what an officer has proposed. @returns the last day to decide */
  private async proposeRevocation(entryId: string, reason: string): Promise<string | null> {
    const entry = await this.acts.locked(entryId);
    if (entry.revocation) return null;
    const dueOn = await this.reference.end('basis-gone', this.acts.today);
    await this.db.repo(WatchEntry).update({ id: entryId }, { revocation: { byUserId: SYSTEM_USER_ID, byName: '平台', on: this.acts.today, ground: 'basis-gone', reason, dueOn } });
    await this.acts.line(BY, entryId, { text: { zh: `平台提出撤销列入决定，${dueOn} 前决定`, en: `The platform proposed the revocation, to be decided by ${dueOn}` }, action: 'watch-list.ask-revocation', details: { reason, dueOn } });
    return dueOn;
  }

  /** Sources of these types that still stand, of cases that are open: with the subject and the day. */
  living(types: readonly Clue['sourceType'][], subjectId: string | null): Promise<LivingSource[]> {
    return this.db.query<LivingSource & object>(
      `SELECT s.source_type AS "sourceType", s.source_id AS "sourceId", s.occurred_on::text AS "occurredOn", e.subject_org_id AS "subjectOrgId" FROM watch_list_source s JOIN watch_list_entry e ON e.id = s.entry_id AND e.open
        WHERE s.gone_at IS NULL AND s.source_type = ANY ($1) AND ($2::uuid IS NULL OR e.subject_org_id = $2) ORDER BY s.id`, [[...types], subjectId]);
  }

  /** 线索不成立. */
  dismiss(step: Step, reason: string): Promise<void> {
    return this.acts.act(step, 'dismiss', { reason, change: async () => ({ open: false }) });
  }

  private async register(by: Actor, clue: Clue): Promise<string> {
    const { party, regionCode, trigger, facts, legalBasis, occurredOn } = clue;
    const subjectKey = this.keyOf(party);
    try {
      return await this.db.transaction(async () => {
        const c = await this.engine.open(watchListMachine, { party: { orgId: party.orgId ?? SYSTEM_USER_ID, name: party.name }, regionCode, title: `${party.name}：${TRIGGER_WORDS[trigger].zh}`.slice(0, 120), actor: by });
        const isPerson = party.kind === 'person';
        const code = isPerson ? null : party.code;
        const entry = {
          id: c.id, number: null, regionCode, subjectKind: party.kind, subjectOrgId: party.orgId, subjectName: party.name, subjectCode: code, subjectCodeCipher: isPerson && party.code ? this.cipher.encrypt(party.code, PARTY_CODE_CONTEXT) : null, subjectKey,
          trigger, facts, occurredOn, legalBasis, open: true, openedBy: by.userId, openedByName: by.name, openedAt: this.acts.now, search: searchOf({ subjectName: party.name, subjectCode: code }),
        };
        await this.db.repo(WatchEntry).insert(entry);
        await this.source(c.id, clue);
        await this.engine.act(watchListMachine, c.id, 'register', {
          actor: by, authorise: () => undefined, details: { trigger, sourceType: clue.sourceType, sourceId: clue.sourceId }, clockPeriods: { clue: await this.reference.period('clue') },
          effects: async moved => void (await this.db.repo(WatchEntry).update({ id: c.id }, { number: moved.number, search: searchOf({ number: moved.number, subjectName: party.name, subjectCode: code }) })),
        });
        await this.messages.toPost('bureau.enforcer', entry, { key: 'clue', title: { zh: `名单线索待核查：${party.name}`, en: `A clue to be checked: ${party.name}` }, body: { zh: `${clue.title}。请核查后提出列入意见或者终止。`, en: 'Check it, then propose the listing or drop it.' } });
        return c.id;
      });
    } catch (error) {
      if (violatedConstraint(error) === 'watch_list_entry_one_open') throw openAlready((await this.db.beside(() => this.db.repo(WatchEntry).findOneBy({ subjectKey, open: true })))?.number ?? null);
      throw error;
    }
  }

  private async source(entryId: string, { trigger, title, documentNo, occurredOn, sourceType, sourceId }: Clue): Promise<void> {
    await this.db.repo(WatchSource).insert({ id: newId(), entryId, trigger, title: title.slice(0, 200), documentNo, occurredOn, sourceType, sourceId, addedAt: this.acts.now, goneAt: null });
  }

  private keyOf({ kind, orgId, code }: PenaltyParty): string {
    if (orgId !== null) return `org:${orgId}`;
    return kind === 'person' ? `person:${this.cipher.blindIndex(code ?? '', PARTY_CODE_CONTEXT)}` : `unit:${code ?? ''}`;
  }
}

/** Words that lists are searched by; never the number of a person. */
export const searchOf = (of: Partial<Pick<WatchEntry, 'number' | 'subjectName' | 'subjectCode'>>, more: readonly string[] = []): string => [of.number, of.subjectName, of.subjectCode, ...more].filter(Boolean).join(' ');
