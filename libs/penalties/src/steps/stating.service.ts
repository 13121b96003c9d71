import { Injectable } from '@nestjs/common';
import { SERVICE, serviceFaults } from '@huanbao/casework';
import { Files } from '@huanbao/documents';
import { Notifier } from '@huanbao/notifications';
import { Actor, Db, invalidFields, notFound, shanghaiDate } from '@huanbao/platform';
import type { AnswerPenaltyStatementDto, HearingRecordDto, HearingSetDto, OwnStatementDto, PaperStatementDto, ServePaperDto } from '../dto';
import { Penalty, PenaltyNotice, type Served } from '../entities';
import { dayTooEarly, hearingDue, hearingNotAsked, hearingOver, hearingTooSoon, noHearingRight, noStatement, notAtThisStage, noticeFirst, reviewFirst, serviceTooEarly, statedAlready, statementOver, statementRuns, statementUnanswered } from '../penalties.errors';
import { ownPenaltyPolicy } from '../penalties.policy';
import { PenaltyReference } from '../penalties.reference';
import { reviewNeeded } from '../rules/thresholds';
import { notByInvestigator, PenaltyActs, type Step } from './acting';

/** From the service of the notice to the end of the statement: 陈述申辩, 听证, 复核. */
@Injectable()
export class Stating {
  constructor(
    private readonly db: Db,
    private readonly acts: PenaltyActs,
    private readonly files: Files,
    private readonly reference: PenaltyReference,
    private readonly notifier: Notifier,
  ) {}

  /** The party sees the case from here on. */
  async serve(step: Step, input: ServePaperDto): Promise<void> {
    await this.acts.act(step, 'serve-notice', {
      details: { method: input.method, servedOn: input.servedOn },
      change: async penalty => {
        const notice = await this.current(penalty.id);
        const served = await this.served(step.actor, penalty.id, { input, issuedOn: notice.issuedOn });
        const [statementUntil, hearingUntil] = [await this.reference.end('statement', served.on), notice.hearingRight ? await this.reference.end('hearing-request', served.on) : null];
        await this.db.repo(PenaltyNotice).update({ id: notice.id }, { served, statementUntil, hearingUntil });
        await this.tellParty(penalty, notice, statementUntil);
        return { toldAt: penalty.toldAt ?? this.acts.now };
      },
    });
  }

  /** How and when a paper reached the party, with proof. An announcement has its effect at the end of its period. */
  async served(actor: Actor, penaltyId: string, { input, issuedOn }: { readonly input: ServePaperDto; readonly issuedOn: string }): Promise<Served> {
    const { servedOn, method, receivedBy, proofFileId, consentFileId } = input;
    this.acts.notAfterToday('/servedOn', servedOn);
    if (servedOn < issuedOn) throw dayTooEarly('/servedOn', issuedOn);
    const faults = serviceFaults(input, await this.files.list('penalty', penaltyId));
    if (faults.length > 0) throw invalidFields(faults);
    const on = SERVICE[method].effect === 'end-of-announcement' ? await this.reference.end('announcement', servedOn) : servedOn;
    if (on > this.acts.today) throw serviceTooEarly(on);
    return { on, method, receivedBy, proofFileId: proofFileId ?? null, consentFileId: consentFileId ?? null, byName: actor.name };
  }

  /** On paper: an officer writes down what came, and when. */
  statePaper({ actor, id }: Pick<Step, 'actor' | 'id'>, { statement, receivedOn, asksHearing }: PaperStatementDto): Promise<void> {
    this.acts.notAfterToday('/receivedOn', receivedOn);
    return this.acts.note({ actor, id }, { need: 'penalty.investigate', text: { zh: '收到当事人书面陈述申辩', en: 'A statement came on paper' }, action: 'penalty.paper-statement', details: { receivedOn, asksHearing } }, async (penalty, state) => {
      if (state !== 'stating') throw notAtThisStage();
      const notice = await this.current(id);
      if (notice.served && receivedOn < notice.served.on) throw dayTooEarly('/receivedOn', notice.served.on);
      await this.take(notice, { statement, by: `${penalty.partyName}（书面）`, on: receivedOn });
      if (asksHearing) await this.askHearing(notice, receivedOn);
    });
  }

  /** On line: by the party, once, or given up. */
  stateOwn(actor: Actor, id: string, { statement }: OwnStatementDto): Promise<void> {
    return this.own(actor, id, { zh: statement ? '当事人提交陈述申辩' : '当事人放弃陈述申辩和听证', en: statement ? 'The party made its statement' : 'The party waived its statement', action: statement ? 'own-penalty.state' : 'own-penalty.waive' }, async (penalty, notice) => {
      await this.take(notice, { statement: statement ?? null, by: actor.name, on: this.acts.today });
      await this.tellOfficers(penalty, statement ? 'stated' : 'waived');
    });
  }

  askOwn(actor: Actor, id: string): Promise<void> {
    return this.own(actor, id, { zh: '当事人要求听证', en: 'The party asked for a hearing', action: 'own-penalty.ask-hearing' }, async (penalty, notice) => {
      await this.askHearing(notice, this.acts.today);
      await this.tellOfficers(penalty, 'hearing');
    });
  }

  /** 复核: every point gets its answer. */
  answer({ actor, id }: Pick<Step, 'actor' | 'id'>, { points }: AnswerPenaltyStatementDto): Promise<void> {
    return this.acts.note({ actor, id }, { need: 'penalty.investigate', text: { zh: '逐条复核陈述申辩', en: 'The statement was answered point by point' }, action: 'penalty.answer-statement', details: { points: points.length } }, async (_, state) => {
      if (state !== 'stating') throw notAtThisStage();
      const notice = await this.current(id);
      if (notice.statement === null) throw noStatement();
      await this.db.repo(PenaltyNotice).update({ id: notice.id }, { points: points.map(({ point, answering, answer }) => ({ point, answering, answer })), answeredByName: actor.name });
    });
  }

  async setHearing(step: Step, input: HearingSetDto): Promise<void> {
    const { notifiedOn, heldOn, place, host } = input;
    this.acts.notAfterToday('/notifiedOn', notifiedOn);
    await this.acts.act(step, 'hear', {
      details: { notifiedOn, heldOn },
      change: async penalty => {
        notByInvestigator(penalty, step.actor);
        const notice = await this.current(penalty.id);
        if (!notice.hearingAskedAt) throw hearingNotAsked();
        // nobody is told of a hearing before it was asked for: the seven working days would be shortened
        const askedOn = shanghaiDate(notice.hearingAskedAt);
        if (notifiedOn < askedOn) throw dayTooEarly('/notifiedOn', askedOn);
        const least = await this.reference.end('hearing-notice', notifiedOn);
        if (heldOn < least) throw hearingTooSoon(least);
        await this.db.repo(PenaltyNotice).update({ id: notice.id }, { hearing: { notifiedOn, heldOn, place, host, hostUserId: step.actor.userId, record: null, recordedOn: null } });
        return {};
      },
    });
  }

  async recordHearing(step: Step, { record }: HearingRecordDto): Promise<void> {
    await this.acts.act(step, 'heard', {
      change: async penalty => {
        notByInvestigator(penalty, step.actor);
        const notice = await this.current(penalty.id);
        if (!notice.hearing) throw hearingNotAsked();
        if (notice.hearing.heldOn > this.acts.today) throw dayTooEarly('/record', notice.hearing.heldOn);
        await this.db.repo(PenaltyNotice).update({ id: notice.id }, { hearing: { ...notice.hearing, record, recordedOn: this.acts.today } });
        return {};
      },
    });
  }

  /** On to the legal review, or to the decision where none is needed. */
  async goOn(step: Step, wantsReview: boolean): Promise<void> {
    await this.acts.act(step, wantsReview ? 'to-review' : 'to-decide', {
      change: async penalty => {
        const notice = await this.current(penalty.id);
        this.assertSpoken(notice);
        if (!wantsReview && reviewNeeded(await this.reference.thresholds(), { ...notice, mitigation: penalty.proposed?.mitigation }, notice.hearing !== null)) throw reviewFirst();
        return {};
      },
    });
  }

  /** The party has spoken, has given it up, or its time is over; what it said is answered, what it asked for was held. */
  assertSpoken(notice: PenaltyNotice): void {
    if (!notice.served) throw noticeFirst();
    const until = [notice.waivedAt || notice.statedAt ? null : notice.statementUntil, notice.waivedAt || notice.hearingAskedAt ? null : notice.hearingUntil].filter((one): one is string => one !== null).sort().at(-1);
    if (until !== undefined && until >= this.acts.today) throw statementRuns(until);
    if (notice.hearingAskedAt && !notice.hearing?.record) throw hearingDue();
    if (notice.statement !== null && notice.points.length === 0) throw statementUnanswered();
  }

  private async take(notice: PenaltyNotice, { statement, by, on }: { readonly statement: string | null; readonly by: string; readonly on: string }): Promise<void> {
    if (notice.statedAt || notice.waivedAt) throw statedAlready();
    if (notice.statementUntil !== null && on > notice.statementUntil) throw statementOver(notice.statementUntil);
    await this.db.repo(PenaltyNotice).update({ id: notice.id }, statement === null ? { waivedAt: this.acts.now, statedByName: by } : { statement, statedAt: this.acts.now, statedByName: by });
  }

  private async askHearing(notice: PenaltyNotice, on: string): Promise<void> {
    if (!notice.hearingRight || notice.hearingUntil === null) throw noHearingRight();
    if (notice.hearingAskedAt || notice.waivedAt) throw statedAlready();
    if (on > notice.hearingUntil) throw hearingOver(notice.hearingUntil);
    await this.db.repo(PenaltyNotice).update({ id: notice.id }, { hearingAskedAt: this.acts.now });
  }

  /** A step of the party, under the lock of its case. */
  private own(actor: Actor, id: string, { zh, en, action }: { zh: string; en: string; action: string }, work: (penalty: Penalty, notice: PenaltyNotice) => Promise<void>): Promise<void> {
    return this.db.transaction(async () => {
      // the line locks the case before the penalty, as every step does
      ownPenaltyPolicy.require(actor, 'own-penalty.state', await this.db.repo(Penalty).findOneBy({ id }));
      const { state } = await this.acts.line(actor, id, { text: { zh, en }, action });
      const penalty = await this.acts.locked(id);
      if (state !== 'stating') throw notAtThisStage();
      await work(penalty, await this.current(id));
    });
  }

  private async current(penaltyId: string): Promise<PenaltyNotice> {
    const notice = await this.acts.notice(penaltyId);
    if (!notice) throw notFound();
    return notice;
  }

  private async tellParty(penalty: Penalty, notice: PenaltyNotice, until: string): Promise<void> {
    if (penalty.partyOrgId === null) return;
    const area = penalty.partyKind === 'firm' ? 'f' : 'e';
    await this.notifier.notify({
      to: { orgId: penalty.partyOrgId }, topic: 'penalty', subject: { type: 'penalty', id: penalty.id }, link: `/${area}/:orgId/penalties/${penalty.id}`, key: `penalty:${notice.id}:told`,
      title: { zh: `行政处罚事先告知：${notice.number}`, en: `Notice of an intended penalty: ${notice.number}` },
      body: { zh: `请阅读告知书。陈述申辩的期限到 ${until} 届满。`, en: `Read the notice. You may make a statement until ${until}.` },
    });
  }

  private tellOfficers(penalty: Penalty, what: string): Promise<void> {
    return this.notifier.notify({
      to: { userIds: penalty.investigators.map(one => one.userId) }, topic: 'penalty', subject: { type: 'penalty', id: penalty.id }, link: `/b/:orgId/penalties/${penalty.id}/notice`, key: `penalty:${penalty.id}:${what}:${shanghaiDate(this.acts.now)}`,
      title: { zh: `当事人已回应告知书：${penalty.number ?? ''}`, en: `The party has answered the notice: ${penalty.number ?? ''}` }, body: { zh: '请查看并复核。', en: 'Please look at it.' },
    });
  }
}
