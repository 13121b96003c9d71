import { Injectable } from '@nestjs/common';
import { Consequences } from '@huanbao/credit';
import { maskedText } from '@huanbao/penalties';
import { Actor, Db, newId, shanghaiDate } from '@huanbao/platform';
import type { AnswerWatchStatementDto, OwnWatchStatementDto, PaperWatchStatementDto, ProposeWatchDto, ServeWatchPaperDto, SetWatchHearingDto, WatchHearingRecordDto } from '../dto';
import { WatchEntry, WatchNotice } from '../entities';
import { type BroughtMeasure, noticePaper } from '../papers';
import { fitsTerm } from '../rules/term';
import { answerFirst, dayEarlier, hearingFirst, hearingLate, hearingNotYet, hearingSoon, mayStillSpeak, noHearingAsked, nothingStated, spokenAlready, stageOther, statementLate, termOutside } from '../watch-list.errors';
import { WatchMessages } from '../watch-list.messages';
import { ownWatchPolicy } from '../watch-list.policy';
import { WatchReference } from '../watch-list.reference';
import { notByProposer, type Step, WatchActs } from './acting';

export const LIST_KEY = 'watch-list';

/** From the proposal to the end of the statement: 事先告知, 陈述申辩, 听证. */
@Injectable()
export class Telling {
  constructor(
    private readonly db: Db,
    private readonly acts: WatchActs,
    private readonly reference: WatchReference,
    private readonly consequences: Consequences,
    private readonly messages: WatchMessages,
  ) {}

  /** 提出列入意见: makes the pre-notice. Who proposes neither hears, reviews nor decides. */
  async propose(step: Step, { trigger, facts, legalBasis, months, publicReason }: ProposeWatchDto): Promise<void> {
    const terms = await this.reference.terms();
    if (!fitsTerm(terms, months)) throw termOutside(terms.least, terms.most);
    await this.acts.act(step, 'propose', {
      details: { trigger, months }, clockPeriods: { decision: await this.reference.period('decision') },
      change: async entry => {
        const proposed = { trigger, facts, legalBasis, months, publicReason: maskedText(publicReason, { kind: entry.subjectKind, name: entry.subjectName }) };
        await this.issue({ ...entry, ...proposed }, months);
        return { ...proposed, proposedBy: step.actor.userId, proposedByName: step.actor.name, legalReview: null, discussion: null };
      },
    });
  }

  /** What a listing brings today, by the dated rows. */
  async brought(): Promise<BroughtMeasure[]> {
    return (await this.consequences.of([[LIST_KEY, 'listed']], this.acts.today)).filter(one => one.measure !== 'draw-weight');
  }

  /** The subject sees the case from here on. */
  async serve(step: Step, input: ServeWatchPaperDto): Promise<void> {
    await this.acts.act(step, 'serve-notice', {
      details: { method: input.method, servedOn: input.servedOn },
      change: async entry => {
        const notice = await this.acts.notice(entry.id);
        const served = await this.acts.served(step.actor, entry.id, { input, issuedOn: notice.issuedOn });
        const [statementUntil, hearingUntil] = [await this.reference.end('statement', served.on), await this.reference.end('hearing-request', served.on)];
        await this.db.repo(WatchNotice).update({ id: notice.id }, { served, statementUntil, hearingUntil });
        await this.messages.toSubject(entry, { key: `told-${notice.id}`, title: { zh: `${notice.paper.title}：${notice.number}`, en: `Pre-notice of a listing: ${notice.number}` }, body: { zh: `请阅读告知书。陈述申辩的期限到 ${statementUntil}，要求听证的期限到 ${hearingUntil}。`, en: `Read it. You may make a statement until ${statementUntil} and ask for a hearing until ${hearingUntil}.` } });
        return { toldAt: entry.toldAt ?? this.acts.now };
      },
    });
  }

  /** On paper: an officer writes down what came, and when. */
  statePaper({ actor, id }: Pick<Step, 'actor' | 'id'>, { statement, receivedOn, asksHearing }: PaperWatchStatementDto): Promise<void> {
    this.acts.notAfterToday('/receivedOn', receivedOn);
    return this.acts.note({ actor, id }, { need: 'watch-list.handle', text: { zh: '收到当事人书面陈述申辩', en: 'A statement came on paper' }, action: 'watch-list.paper-statement', details: { receivedOn, asksHearing } }, async (entry, state) => {
      if (state !== 'stating') throw stageOther();
      const notice = await this.acts.notice(id);
      if (notice.served && receivedOn < notice.served.on) throw dayEarlier('/receivedOn', notice.served.on);
      await this.take(notice, { statement, by: `${entry.subjectName}（书面）`, on: receivedOn });
      if (asksHearing) await this.askHearing(notice, receivedOn);
    });
  }

  /** On line: by the subject, once, or given up. */
  stateOwn(actor: Actor, id: string, { statement }: OwnWatchStatementDto): Promise<void> {
    return this.own(actor, id, { zh: statement ? '当事人提交陈述申辩' : '当事人放弃陈述申辩和听证', en: statement ? 'The subject made its statement' : 'The subject waived its statement', action: statement ? 'own-watch-list.state' : 'own-watch-list.waive' }, async notice => {
      await this.take(notice, { statement: statement ?? null, by: actor.name, on: this.acts.today });
    });
  }

  askOwn(actor: Actor, id: string): Promise<void> {
    return this.own(actor, id, { zh: '当事人要求听证', en: 'The subject asked for a hearing', action: 'own-watch-list.ask-hearing' }, notice => this.askHearing(notice, this.acts.today));
  }

  /** 复核. */
  answer(who: Pick<Step, 'actor' | 'id'>, { answer }: AnswerWatchStatementDto): Promise<void> {
    return this.acts.note(who, { need: 'watch-list.handle', text: { zh: '复核答复陈述申辩', en: 'The statement was answered' }, action: 'watch-list.answer-statement' }, async (_, state) => {
      if (state !== 'stating') throw stageOther();
      const notice = await this.acts.notice(who.id);
      if (notice.statement === null) throw nothingStated();
      await this.db.repo(WatchNotice).update({ id: notice.id }, { answer, answeredByName: who.actor.name });
    });
  }

  async setHearing(step: Step, { notifiedOn, heldOn, place, host }: SetWatchHearingDto): Promise<void> {
    this.acts.notAfterToday('/notifiedOn', notifiedOn);
    await this.acts.act(step, 'hear', {
      details: { notifiedOn, heldOn },
      change: async entry => {
        notByProposer(entry, step.actor);
        const notice = await this.acts.notice(entry.id);
        if (!notice.hearingAskedAt || notice.hearing) throw noHearingAsked();
        // nobody is told of a hearing before it was asked for: the seven working days would be shortened
        const askedOn = shanghaiDate(notice.hearingAskedAt);
        if (notifiedOn < askedOn) throw dayEarlier('/notifiedOn', askedOn);
        const least = await this.reference.end('hearing-notice', notifiedOn);
        if (heldOn < least) throw hearingSoon(least);
        await this.db.repo(WatchNotice).update({ id: notice.id }, { hearing: { notifiedOn, heldOn, place, host, hostUserId: step.actor.userId, record: null } });
        await this.messages.toSubject(entry, { key: `hearing-${notice.id}`, title: { zh: `听证通知：${notice.number}`, en: `Hearing: ${notice.number}` }, body: { zh: `听证定于 ${heldOn} 在${place}举行，主持人${host}。`, en: `The hearing is on ${heldOn} at ${place}.` } });
        return {};
      },
    });
  }

  async recordHearing(step: Step, { record }: WatchHearingRecordDto): Promise<void> {
    await this.acts.act(step, 'heard', {
      change: async entry => {
        notByProposer(entry, step.actor);
        const { id, hearing } = await this.acts.notice(entry.id);
        if (!hearing) throw noHearingAsked();
        if (hearing.heldOn > this.acts.today) throw hearingNotYet(hearing.heldOn);
        await this.db.repo(WatchNotice).update({ id }, { hearing: { ...hearing, record } });
        return {};
      },
    });
  }

  /** On to the legal review, when everybody has spoken who wanted to. */
  async goOn(step: Step): Promise<void> {
    await this.acts.act(step, 'to-review', {
      change: async entry => {
        this.assertSpoken(await this.acts.notice(entry.id));
        await this.messages.toPost('bureau.reviewer', entry, { key: `review-${step.version}`, title: { zh: `名单法制审核：${entry.number ?? ''}`, en: `Legal review of a listing: ${entry.number ?? ''}` }, body: { zh: `${entry.subjectName}，请审核。`, en: 'Please review it.' } });
        return {};
      },
    });
  }

  /** The subject has spoken, has given it up, or its time is over; what it said is answered, what it asked for was held. */
  private assertSpoken(notice: WatchNotice): void {
    const until = [notice.waivedAt || notice.statedAt ? null : notice.statementUntil, notice.waivedAt || notice.hearingAskedAt ? null : notice.hearingUntil].filter((one): one is string => one !== null).sort().at(-1);
    if (until !== undefined && until >= this.acts.today) throw mayStillSpeak(until);
    if (notice.hearingAskedAt && !notice.hearing?.record) throw hearingFirst();
    if (notice.statement !== null && notice.answer === null) throw answerFirst();
  }

  /** A pre-notice of its own for each proposal: what was told before counts no more. */
  private async issue(entry: WatchEntry, months: number): Promise<void> {
    await this.db.repo(WatchNotice).update({ entryId: entry.id, isCurrent: true }, { isCurrent: false });
    const number = await this.acts.number('notice');
    const { days: statementDays } = await this.reference.period('statement');
    const { days: hearingDays } = await this.reference.period('hearing-request');
    const paper = noticePaper(entry, { number, issuer: this.acts.issuer, issuedOn: this.acts.today, list: await this.reference.name(), months, measures: await this.brought(), statementDays, hearingDays });
    await this.db.repo(WatchNotice).insert({
      id: newId(), entryId: entry.id, number, isCurrent: true, issuedOn: this.acts.today, paper, months, served: null, statementUntil: null, hearingUntil: null, statement: null, statedAt: null, statedByName: null, waivedAt: null, hearingAskedAt: null, answer: null, answeredByName: null, hearing: null,
    });
  }

  private async take(notice: WatchNotice, { statement, by, on }: { readonly statement: string | null; readonly by: string; readonly on: string }): Promise<void> {
    if (notice.statedAt || notice.waivedAt) throw spokenAlready();
    if (notice.statementUntil !== null && on > notice.statementUntil) throw statementLate(notice.statementUntil);
    await this.db.repo(WatchNotice).update({ id: notice.id }, statement === null ? { waivedAt: this.acts.now, statedByName: by } : { statement, statedAt: this.acts.now, statedByName: by });
  }

  private async askHearing(notice: WatchNotice, on: string): Promise<void> {
    if (notice.hearingAskedAt || notice.waivedAt) throw spokenAlready();
    if (notice.hearingUntil !== null && on > notice.hearingUntil) throw hearingLate(notice.hearingUntil);
    await this.db.repo(WatchNotice).update({ id: notice.id }, { hearingAskedAt: this.acts.now });
  }

  /** A step of the subject, under the lock of its case. */
  private own(actor: Actor, id: string, { zh, en, action }: { zh: string; en: string; action: string }, work: (notice: WatchNotice) => Promise<void>): Promise<void> {
    return this.db.transaction(async () => {
      ownWatchPolicy.require(actor, 'own-watch-list.state', await this.db.repo(WatchEntry).findOneBy({ id }));
      // the line locks the case before the entry, as every step does
      const { state } = await this.acts.line(actor, id, { text: { zh, en }, action });
      const entry = await this.acts.locked(id);
      if (state !== 'stating') throw stageOther();
      await work(await this.acts.notice(id));
      await this.messages.toPost('bureau.enforcer', entry, { key: `${action}:${this.acts.now.toISOString()}`, title: { zh: `${zh}：${entry.number ?? ''}`, en: `${en}: ${entry.number ?? ''}` }, body: { zh: '请查看并复核。', en: 'Please look at it.' } });
    });
  }
}
