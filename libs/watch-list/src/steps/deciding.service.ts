import { Injectable } from '@nestjs/common';
import { CalendarService, Decisions, remedyDeadline, remedySentence } from '@huanbao/casework';
import { CreditListings } from '@huanbao/credit';
import { Db, newId, Outbox } from '@huanbao/platform';
import { IsNull } from 'typeorm';
import type { DecideWatchDto, ServeWatchPaperDto, WatchDiscussionDto } from '../dto';
import { type RemedyUntil, WatchDecision, WatchEntry, WatchSource } from '../entities';
import { decisionPaper } from '../papers';
import { fitsTerm, spanOf } from '../rules/term';
import { basisGone, discussFirst, proposerDecides, stageOther, termLonger, termOutside } from '../watch-list.errors';
import { subjectListed } from '../watch-list.events';
import { WatchMessages } from '../watch-list.messages';
import { WatchReference } from '../watch-list.reference';
import { notByProposer, type Step, WatchActs } from './acting';
import { searchOf } from './clues.service';
import { LIST_KEY, Telling } from './telling.service';

/** 法制审核, 集体讨论, 决定, its service and its publication. */
@Injectable()
export class Listing {
  constructor(
    private readonly db: Db,
    private readonly acts: WatchActs,
    private readonly telling: Telling,
    private readonly reference: WatchReference,
    private readonly decisions: Decisions,
    private readonly calendars: CalendarService,
    private readonly listings: CreditListings,
    private readonly messages: WatchMessages,
    private readonly outbox: Outbox,
  ) {}

  /** By somebody who did not propose it. */
  legalPass(step: Step, words: string): Promise<void> {
    return this.acts.act(step, 'legal-pass', {
      details: { words },
      change: async entry => {
        notByProposer(entry, step.actor);
        await this.messages.toPost('bureau.supervisor', entry, { key: `decide-${step.version}`, title: { zh: `名单待决定：${entry.number ?? ''}`, en: `A listing to be decided: ${entry.number ?? ''}` }, body: { zh: `${entry.subjectName}，请组织讨论并决定。`, en: 'Please discuss and decide.' } });
        return { legalReview: { byUserId: step.actor.userId, byName: step.actor.name, at: this.acts.now.toISOString(), words } };
      },
    });
  }

  async sendBack(step: Step, reason: string): Promise<void> {
    await this.acts.act(step, 'send-back', { reason, clockPeriods: { clue: await this.reference.period('clue') }, change: async entry => {
      notByProposer(entry, step.actor);
      return { legalReview: null, discussion: null };
    } });
  }

  discuss(who: Pick<Step, 'actor' | 'id'>, { heldOn, members, minutes, conclusion }: WatchDiscussionDto): Promise<void> {
    this.acts.notAfterToday('/heldOn', heldOn);
    return this.acts.note(who, { need: 'watch-list.decide', text: { zh: '集体讨论列入决定', en: 'The listing was discussed' }, action: 'watch-list.discuss', details: { heldOn, members } }, async (entry, state) => {
      if (state !== 'deciding') throw stageOther();
      await this.db.repo(WatchEntry).update({ id: entry.id }, { discussion: { heldOn, members: [...members], minutes, conclusion, byName: who.actor.name } });
    });
  }

  /** 决定列入: never by who proposed or reviewed it, never without a pre-notice that was heard, never for longer than it said. */
  async decide(step: Step, input: DecideWatchDto): Promise<void> {
    await this.acts.act(step, 'decide', {
      details: { months: input.months }, clockPeriods: { service: await this.reference.period('service') },
      change: async entry => {
        await this.assertDecidable(step, entry, input.months);
        const number = await this.keep(step, entry, input);
        return { search: searchOf(entry, [number]) };
      },
    });
  }

  /** 不予列入. */
  decline(step: Step, reason: string): Promise<void> {
    return this.acts.act(step, 'decline', {
      reason,
      change: async entry => {
        if (entry.proposedBy === step.actor.userId) throw proposerDecides();
        await this.messages.toSubject(entry, { key: 'declined', title: { zh: `不予列入名单：${entry.number ?? ''}`, en: `Not listed: ${entry.number ?? ''}` }, body: { zh: '经审查，决定不予列入。', en: 'It was decided not to list you.' } });
        return { open: false };
      },
    });
  }

  /** 送达: the decision takes effect, with its measures; the term begins. */
  async serve(step: Step, input: ServeWatchPaperDto): Promise<void> {
    await this.acts.act(step, 'serve', {
      details: { method: input.method, servedOn: input.servedOn }, clockPeriods: { publication: await this.reference.period('publication') },
      change: async entry => {
        const decision = (await this.acts.decision(entry.id)) as WatchDecision;
        const served = await this.acts.served(step.actor, entry.id, { input, issuedOn: decision.decidedOn });
        const { until, removalFrom } = spanOf(served.on, decision.months, await this.reference.terms());
        const remedies = await this.until(decision.remedies, served.on);
        await this.db.repo(WatchDecision).update({ id: decision.id }, { served, servedOn: served.on, listedUntil: until, removalFrom, remedies: remedies as RemedyUntil[] });
        if (entry.subjectOrgId !== null) await this.listings.enter({ id: entry.id, subjectId: entry.subjectOrgId, list: LIST_KEY, title: (await this.reference.name()).value, documentNo: decision.number, fromOn: served.on, untilOn: until });
        await this.outbox.publish(subjectListed, { entryId: entry.id, subjectId: entry.subjectOrgId });
        return { toldAt: entry.toldAt ?? this.acts.now };
      },
    });
  }

  /** After the service, never before. */
  publish(step: Step): Promise<void> {
    return this.acts.act(step, 'publish', {
      change: async entry => {
        await this.db.repo(WatchDecision).update({ entryId: entry.id }, { publishedAt: this.acts.now });
        return {};
      },
    });
  }

  private async assertDecidable({ actor }: Step, entry: WatchEntry, months: number): Promise<void> {
    if (entry.proposedBy === actor.userId || entry.legalReview?.byUserId === actor.userId) throw proposerDecides();
    if (!(await this.db.repo(WatchSource).existsBy({ entryId: entry.id, goneAt: IsNull() }))) throw basisGone();
    const terms = await this.reference.terms();
    if (!fitsTerm(terms, months)) throw termOutside(terms.least, terms.most);
    const notice = await this.acts.notice(entry.id);
    if (months > notice.months) throw termLonger(notice.months);
    if ((await this.reference.says('discussion')) && (entry.discussion === null || entry.discussion.heldOn < notice.issuedOn)) throw discussFirst();
  }

  private async keep({ actor }: Step, entry: WatchEntry, { months, reasons, exitConditions }: DecideWatchDto): Promise<string> {
    const number = await this.acts.number('decision');
    const remedies = (await this.decisions.remediesNow()).map(one => ({ words: remedySentence(one), until: null, verified: one.verified }));
    const { removal } = await this.reference.terms();
    const paper = decisionPaper(entry, {
      number, issuer: this.acts.issuer, issuedOn: this.acts.today, list: await this.reference.name(), months, reasons, exitConditions, removalMonths: Math.min(removal, months), measures: await this.telling.brought(), remedies, notice: await this.acts.notice(entry.id),
    });
    await this.db.repo(WatchDecision).insert({
      id: newId(), entryId: entry.id, number, paper, months, reasons, exitConditions, remedies, decidedBy: actor.userId, decidedByName: actor.name, decidedOn: this.acts.today, served: null, servedOn: null, removalFrom: null, listedUntil: null, publishedAt: null, resting: false,
      endedOn: null, endedHow: null, endedReason: null, endedByName: null,
    });
    return number;
  }

  /** The last day of each way to contest it, from the service on. */
  private async until(remedies: readonly RemedyUntil[], servedOn: string): Promise<RemedyUntil[]> {
    const isWorkday = await this.calendars.isWorkday();
    const rules = await this.decisions.remediesNow();
    return remedies.map((one, nth) => {
      const rule = rules[nth];
      return rule ? { ...one, until: remedyDeadline(rule, servedOn, isWorkday) } : one;
    });
  }
}
