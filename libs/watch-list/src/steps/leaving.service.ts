import { Injectable } from '@nestjs/common';
import { CaseRecord } from '@huanbao/casework';
import { CreditListings, dayAfter } from '@huanbao/credit';
import { Certificates } from '@huanbao/credit-repair';
import { Files } from '@huanbao/documents';
import { Actor, Db, newId, notFound, Outbox, systemActor } from '@huanbao/platform';
import type { ApplyWatchRemovalDto, AskWatchRevocationDto, VerifyWatchRemovalDto } from '../dto';
import { WatchDecision, WatchEntry, WatchRemoval } from '../entities';
import { applicantVerifies, conditionsNotMet, dayEarlier, fileUnknown, goneAlready, otherPersonEnds, removalEarly, revocationAsked, revocationNotAsked, stageOther, verifierDecides } from '../watch-list.errors';
import { subjectUnlisted } from '../watch-list.events';
import { IN_FORCE } from '../watch-list.machine';
import { WatchMessages } from '../watch-list.messages';
import { ownWatchPolicy } from '../watch-list.policy';
import { WatchReference } from '../watch-list.reference';
import { GROUND_WORDS } from '../words';
import { notByProposer, type Step, WatchActs } from './acting';

const BY = systemActor('watch-list');
const CERTIFICATE = { removed: 'repaired', expired: 'expired', revoked: 'revoked' } as const;

interface Ending {
  readonly how: keyof typeof CERTIFICATE;
  /** First day on which it has no effect any more. */
  readonly on: string;
  readonly reason: string;
  readonly by: Actor;
}

/** How a subject leaves the list: removed after repair, expired, revoked. What ended stays in the file, and leaves a certificate. */
@Injectable()
export class Leaving {
  constructor(
    private readonly db: Db,
    private readonly acts: WatchActs,
    private readonly reference: WatchReference,
    private readonly files: Files,
    private readonly listings: CreditListings,
    private readonly certificates: Certificates,
    private readonly messages: WatchMessages,
    private readonly outbox: Outbox,
  ) {}

  /** By the subject on line. @throws 422 before the first day, 400 for evidence that is not of this case */
  applyOwn(actor: Actor, id: string, input: ApplyWatchRemovalDto): Promise<void> {
    return this.ownStep(actor, id, 'apply-removal', entry => this.apply(actor, entry, { input, byOfficer: false }));
  }

  /** On paper: an officer writes it down. */
  async applyPaper(step: Step, input: ApplyWatchRemovalDto): Promise<void> {
    await this.acts.act(step, 'apply-removal', { clockPeriods: { verification: await this.reference.period('verification') }, change: entry => this.apply(step.actor, entry, { input, byOfficer: true }) });
  }

  withdrawOwn(actor: Actor, id: string): Promise<void> {
    return this.ownStep(actor, id, 'withdraw-removal', async entry => {
      await this.db.repo(WatchRemoval).update({ entryId: entry.id, state: 'open' }, { state: 'withdrawn' });
    });
  }

  /** By somebody who neither proposed the listing nor entered the application. */
  verify(step: Step, { verdict, findings, siteCheckedOn }: VerifyWatchRemovalDto): Promise<void> {
    this.acts.notAfterToday('/siteCheckedOn', siteCheckedOn);
    return this.acts.act(step, 'verify', {
      details: { verdict },
      change: async entry => {
        notByProposer(entry, step.actor);
        const removal = await this.openRemoval(entry.id);
        if (removal.appliedBy === step.actor.userId) throw applicantVerifies();
        if (siteCheckedOn && siteCheckedOn < removal.appliedOn) throw dayEarlier('/siteCheckedOn', removal.appliedOn);
        await this.db.repo(WatchRemoval).update({ id: removal.id }, { verdict, findings, siteCheckedOn: siteCheckedOn ?? null, verifiedBy: step.actor.userId, verifiedByName: step.actor.name });
        await this.messages.toPost('bureau.supervisor', entry, { key: `removal-${removal.id}`, title: { zh: `移出名单待决定：${entry.number ?? ''}`, en: `A removal to be decided: ${entry.number ?? ''}` }, body: { zh: `${entry.subjectName}申请移出，已核实，请决定。`, en: 'It was verified. Please decide.' } });
        return {};
      },
    });
  }

  /** 准予移出, by a third person. Register, export, market and banks follow in the same moment. */
  remove(step: Step, reason: string): Promise<void> {
    return this.acts.act(step, 'remove', {
      reason,
      change: async entry => {
        const removal = await this.openRemoval(entry.id);
        if (removal.verifiedBy === step.actor.userId) throw verifierDecides();
        if (removal.verdict !== 'met') throw conditionsNotMet();
        await this.decideRemoval(removal, step.actor, { state: 'granted', reason });
        return this.end(entry, { how: 'removed', on: this.acts.today, reason, by: step.actor });
      },
    });
  }

  refuse(step: Step, reason: string): Promise<void> {
    return this.acts.act(step, 'refuse-removal', {
      reason,
      change: async entry => {
        const removal = await this.openRemoval(entry.id);
        if (removal.verifiedBy === step.actor.userId) throw verifierDecides();
        await this.decideRemoval(removal, step.actor, { state: 'refused', reason });
        await this.messages.toSubject(entry, { key: `refused-${removal.id}`, title: { zh: `不予移出名单：${entry.number ?? ''}`, en: `Removal refused: ${entry.number ?? ''}` }, body: { zh: `理由：${reason}。符合条件后可以再次申请。`, en: 'You may apply again when the conditions are met.' } });
        return {};
      },
    });
  }

  /** Nightly: whose last day is over. Each in its own transaction. @returns how many */
  async expire(): Promise<number> {
    const over = await this.db.query<{ id: string; until: string }>('SELECT entry_id AS id, listed_until::text AS until FROM watch_list_decision WHERE ended_on IS NULL AND listed_until < $1 ORDER BY entry_id', [this.acts.today]);
    for (const { id, until } of over) {
      await this.acts.act({ actor: BY, id }, 'expire', { authorise: () => undefined, change: entry => this.end(entry, { how: 'expired', on: dayAfter(until), reason: '列入期限届满', by: BY }) });
    }
    return over.length;
  }

  /** Somebody finds that it should not stand; another person rules. */
  askRevocation(who: Pick<Step, 'actor' | 'id'>, { ground, reason }: AskWatchRevocationDto): Promise<void> {
    return this.acts.note(who, { need: 'watch-list.handle', text: { zh: `提出撤销列入决定：${GROUND_WORDS[ground].zh}`, en: `Revocation asked for: ${GROUND_WORDS[ground].en}` }, action: 'watch-list.ask-revocation', details: { ground, reason } }, async (entry, state) => {
      if (state !== 'decided' && !(IN_FORCE as readonly string[]).includes(state)) throw stageOther();
      if (entry.revocation) throw revocationAsked();
      await this.db.repo(WatchEntry).update({ id: entry.id }, { revocation: { byUserId: who.actor.userId, byName: who.actor.name, on: this.acts.today, ground, reason } });
      await this.messages.toPost('bureau.supervisor', entry, { key: `revocation-${this.acts.now.toISOString()}`, title: { zh: `撤销名单待决定：${entry.number ?? ''}`, en: `A revocation to be decided: ${entry.number ?? ''}` }, body: { zh: `${who.actor.name}提出：${GROUND_WORDS[ground].zh}。`, en: 'Please decide.' } });
    });
  }

  /** 撤销, by a second person: it never had its effect. */
  revoke(step: Step, reason: string): Promise<void> {
    return this.acts.act(step, 'revoke', {
      reason,
      change: async entry => {
        if (!entry.revocation) throw revocationNotAsked();
        if (entry.revocation.byUserId === step.actor.userId) throw otherPersonEnds();
        return this.voided(entry, step.actor, `${GROUND_WORDS[entry.revocation.ground].zh}：${reason}`);
      },
    });
  }

  /** Nightly: what the platform proposed and nobody has decided in time goes to the head of the bureau as well, once a day late. */
  async remindOfRevocations(): Promise<void> {
    const late = await this.db.query<{ id: string; number: string | null; regionCode: string; dueOn: string }>(
      `SELECT id, number, region_code AS "regionCode", revocation ->> 'dueOn' AS "dueOn" FROM watch_list_entry WHERE revocation ->> 'dueOn' < $1::text ORDER BY id`, [this.acts.today]);
    for (const { dueOn, number, ...entry } of late) {
      for (const role of ['bureau.supervisor', 'bureau.admin']) await this.messages.toPost(role, entry, { key: `revocation-late-${role}-${this.acts.today}`, title: { zh: `撤销名单逾期未决定：${number ?? ''}`, en: `A revocation is late: ${number ?? ''}` }, body: { zh: `列入依据已经消失，应在 ${dueOn} 前决定是否撤销，已经逾期。`, en: `The basis is gone; it was to be decided by ${dueOn}.` } });
    }
  }

  dropRevocation(who: Pick<Step, 'actor' | 'id'>, reason: string): Promise<void> {
    return this.acts.note(who, { need: 'watch-list.decide', text: { zh: `不予撤销：${reason}`, en: 'Revocation refused' }, action: 'watch-list.drop-revocation', details: { reason } }, async entry => {
      if (!entry.revocation) throw revocationNotAsked();
      if (entry.revocation.byUserId === who.actor.userId) throw otherPersonEnds();
      await this.db.repo(WatchEntry).update({ id: entry.id }, { revocation: null });
    });
  }

  /** After 复议 or a judgment; also of what has ended meanwhile. In the running transaction, under the case's lock. */
  async overturn(step: Step, state: string, reason: string): Promise<void> {
    if (state !== 'decided' && !(IN_FORCE as readonly string[]).includes(state)) {
      await this.voided(await this.acts.locked(step.id), step.actor, reason);
      return;
    }
    await this.acts.act({ actor: step.actor, id: step.id }, 'revoke', { reason, change: entry => this.voided(entry, step.actor, reason) });
  }

  private async voided(entry: WatchEntry, by: Actor, reason: string): Promise<Partial<WatchEntry>> {
    const decision = (await this.acts.decision(entry.id)) as WatchDecision;
    return this.end(entry, { how: 'revoked', on: decision.servedOn ?? this.acts.today, reason, by });
  }

  private async end(entry: WatchEntry, { how, on, reason, by }: Ending): Promise<Partial<WatchEntry>> {
    const decision = (await this.acts.decision(entry.id)) as WatchDecision;
    if (decision.endedHow === 'revoked') throw goneAlready();
    await this.db.repo(WatchDecision).update({ id: decision.id }, { endedOn: how === 'revoked' ? this.acts.today : on, endedHow: how, endedReason: reason, endedByName: by.name });
    await this.db.repo(WatchRemoval).update({ entryId: entry.id, state: 'open' }, { state: 'lapsed' });
    await this.listings.leave(entry.id, on);
    if (entry.subjectOrgId !== null && decision.servedOn !== null) {
      const event = { key: `watch-list:${entry.id}`, subjectId: entry.subjectOrgId, type: 'watch-list', title: `列入${(await this.reference.name()).value}`, documentNo: decision.number, occurredOn: decision.servedOn };
      await this.certificates.issue(by, { event, kind: CERTIFICATE[how], endedOn: how === 'expired' ? (decision.listedUntil ?? on) : this.acts.today });
    }
    // what was never served was on no list: there is nothing to leave, and nobody to be told
    if (decision.servedOn !== null) await this.outbox.publish(subjectUnlisted, { entryId: entry.id, subjectId: entry.subjectOrgId });
    return { open: false };
  }

  private async apply(actor: Actor, entry: WatchEntry, { input, byOfficer }: { readonly input: ApplyWatchRemovalDto; readonly byOfficer: boolean }): Promise<Partial<WatchEntry>> {
    const decision = await this.acts.decision(entry.id);
    if (decision?.removalFrom && this.acts.today < decision.removalFrom) throw removalEarly(decision.removalFrom);
    const files = [...(await this.files.list('watch-list-party', entry.id)), ...(byOfficer ? await this.files.list('watch-list', entry.id) : [])];
    const unknown = input.fileIds.findIndex(one => !files.some(file => file.id === one));
    if (unknown >= 0) throw fileUnknown(`/fileIds/${unknown}`);
    await this.db.repo(WatchRemoval).insert({
      id: newId(), entryId: entry.id, statement: input.statement, fileIds: [...input.fileIds], byOfficer, appliedBy: actor.userId, appliedByName: actor.name, appliedOn: this.acts.today, state: 'open', verdict: null, findings: null, siteCheckedOn: null, verifiedBy: null, verifiedByName: null, decidedByName: null, decidedOn: null, reasons: null,
    });
    await this.messages.toPost('bureau.reviewer', entry, { key: `applied-${this.acts.now.toISOString()}`, title: { zh: `申请移出名单：${entry.number ?? ''}`, en: `Removal applied for: ${entry.number ?? ''}` }, body: { zh: `${entry.subjectName}申请移出，请核实。`, en: 'Please verify it.' } });
    return {};
  }

  /** A step of the subject itself; its relation to the entry decides, not the post of an officer. */
  private async ownStep(actor: Actor, id: string, action: 'apply-removal' | 'withdraw-removal', work: (entry: WatchEntry) => Promise<unknown>): Promise<void> {
    await this.acts.act({ actor, id }, action, {
      authorise: async (c: CaseRecord) => ownWatchPolicy.require(actor, 'own-watch-list.apply', await this.db.repo(WatchEntry).findOneBy({ id: c.id })), clockPeriods: { verification: await this.reference.period('verification') },
      change: async entry => {
        await work(entry);
        return {};
      },
    });
  }

  private async openRemoval(entryId: string): Promise<WatchRemoval> {
    const removal = await this.db.lock(WatchRemoval, { entryId, state: 'open' });
    if (!removal) throw notFound();
    return removal;
  }

  private async decideRemoval({ id }: WatchRemoval, actor: Actor, { state, reason }: { readonly state: 'granted' | 'refused'; readonly reason: string }): Promise<void> {
    await this.db.repo(WatchRemoval).update({ id }, { state, reasons: reason, decidedByName: actor.name, decidedOn: this.acts.today });
  }
}
