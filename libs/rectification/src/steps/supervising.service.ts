import { Injectable } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { CaseRecord } from '@huanbao/casework';
import { Db, newId, Outbox } from '@huanbao/platform';
import type { DecideRectificationDto, RectificationServiceDto, SuperviseDto } from '../rectification.dto';
import { type DefaultNotice, RectificationSupervision } from '../entities';
import { RectificationPapers } from '../papers/paper-shelf';
import { defaultPaper, supervisionPaper } from '../papers/papers';
import { decidedAlready, defaultAnswered, defaultAnswerRuns, defaultTold, defaultUntold, noSupervision, notNow, notOverdue, secondPerson, supervisedAlready, supervisionDay, supervisionRuns } from '../rectification.errors';
import { tellCreditOfRectification } from '../rectification.events';
import { OPEN_STATES } from '../rectification.machine';
import { RectificationBook } from '../rectification.reference';
import { isLate } from '../rules/deadlines';
import { liveNotice, mayAnswer, mayBeDecided } from '../rules/default-notice';
import { RectificationActs, type Who } from './acting';
import { RectificationServing } from './serving.service';

/** 挂牌督办 of what is overdue: a deadline of its own, public by the rule of the day, and 认定逾期未完成 by a second head, told before. */
@Injectable()
export class RectificationSupervising {
  constructor(
    private readonly db: Db,
    private readonly acts: RectificationActs,
    private readonly book: RectificationBook,
    private readonly papers: RectificationPapers,
    private readonly serving: RectificationServing,
    private readonly outbox: Outbox,
  ) {}

  async start(who: Who, { reason, demand, dueOn }: SuperviseDto): Promise<void> {
    const most = addDays(this.acts.today, await this.book.number('supervision:most'));
    const isPublic = (await this.book.text('supervision:public')) === 'yes';
    await this.acts.note(who, { need: 'rectification.supervise', text: { zh: `挂牌督办，期限 ${dueOn}`, en: `Listed for supervision until ${dueOn}` }, action: 'rectification.supervise', details: { dueOn, isPublic } }, async (row, state) => {
      if (!OPEN_STATES.includes(state)) throw notNow();
      if (row.overdueOn === null) throw notOverdue();
      if (dueOn <= this.acts.today || dueOn > most) throw supervisionDay(most);
      if (await this.acts.supervision(row.id)) throw supervisedAlready();
      const paper = supervisionPaper(row, { ...(await this.papers.head('supervision')), reason, demand, dueOn, isPublic });
      await this.db.repo(RectificationSupervision).insert({ id: newId(), rectificationId: row.id, reason, demand, dueOn, isPublic, paper: paper as never, startedBy: who.actor.userId, startedByName: who.actor.name, startedAt: this.acts.now, outcome: null, endedAt: null, endedReason: null, defaultNotice: null, defaultedAt: null, defaultedByName: null, defaultReason: null });
      await this.acts.tellEnterprise(row, { key: 'supervised', zh: '整改被挂牌督办', en: 'Listed for supervision', body: { zh: `${paper.number}：请在 ${dueOn} 前完成。${isPublic ? '督办事项在平台公开。' : ''}`, en: `Finish by ${dueOn}.` } });
    });
  }

  /** 解除, with a reason, before its end. */
  lift(who: Who, reason: string): Promise<void> {
    return this.acts.note(who, { need: 'rectification.supervise', text: { zh: `解除挂牌督办：${reason}`, en: 'Supervision lifted' }, action: 'rectification.lift-supervision', details: { reason } }, async row => {
      const open = await this.open(row.id);
      await this.db.repo(RectificationSupervision).update({ id: open.id }, { outcome: 'lifted', endedAt: this.acts.now, endedReason: reason });
    });
  }

  /** 拟认定逾期未完成: told before it is established, for it is a serious event of credit. The paper has its effect with its service. */
  async announceDefault(who: Who, reason: string): Promise<void> {
    const { days, dayType } = await this.book.period('default-statement');
    await this.acts.note(who, { need: 'rectification.supervise', text: { zh: '制作拟认定督办逾期告知书', en: 'Notice that it is to be established as not done' }, action: 'rectification.announce-default', details: { reason }, visibility: 'bureau' }, async row => {
      const open = await this.open(row.id);
      if (!isLate(this.acts.today, open.dueOn)) throw supervisionRuns(open.dueOn);
      if (open.defaultedAt) throw decidedAlready();
      if (liveNotice(open.defaultNotice)) throw defaultTold();
      const paper = defaultPaper(row, { ...(await this.papers.head('default')), reason, supervisionNo: open.paper.number, dueOn: open.dueOn, days, dayType });
      const defaultNotice: DefaultNotice = { paper, reason, byUserId: who.actor.userId, byName: who.actor.name, on: this.acts.today, served: null, until: null, statement: null, statedByName: null, statedOn: null, refused: null, before: open.defaultNotice };
      await this.db.repo(RectificationSupervision).update({ id: open.id }, { defaultNotice: defaultNotice as never });
    });
  }

  /** From here on the days to answer run, and the enterprise reads it. */
  serveDefault(who: Who, input: RectificationServiceDto): Promise<void> {
    return this.acts.note(who, { need: 'rectification.handle', text: { zh: '送达拟认定督办逾期告知书', en: 'The notice was served' }, action: 'rectification.serve-default', details: { method: input.method, servedOn: input.servedOn } }, async row => {
      const { id, defaultNotice } = await this.open(row.id);
      const notice = liveNotice(defaultNotice);
      if (!notice) throw defaultUntold();
      if (notice.served) throw decidedAlready();
      const served = await this.serving.served(who.actor, row.id, { input, issuedOn: notice.paper.issuedOn });
      const until = await this.book.end(served.on, await this.book.period('default-statement'));
      await this.db.repo(RectificationSupervision).update({ id }, { defaultNotice: { ...notice, served, until } as never });
      await this.acts.tellEnterprise(row, { key: `default-${notice.paper.number}`, zh: '拟认定督办逾期未完成，请陈述申辩', en: 'To be established as not done: you may answer', body: { zh: `${notice.paper.number}：陈述申辩的期限到 ${until}。`, en: `You may answer until ${until}.` } });
    });
  }

  /** 陈述申辩, once, to the end of the last day. */
  stateDefault(who: Who, statement: string): Promise<void> {
    return this.acts.note(who, { need: 'own-rectification.submit', text: { zh: '对拟认定督办逾期陈述申辩', en: 'The enterprise answered' }, action: 'own-rectification.state-default' }, async row => {
      const { id, defaultNotice } = await this.open(row.id);
      const notice = liveNotice(defaultNotice);
      // what was not served is not there for the party
      if (!notice?.until) throw noSupervision();
      if (!mayAnswer(notice, this.acts.today)) throw defaultAnswered();
      await this.db.repo(RectificationSupervision).update({ id }, { defaultNotice: { ...notice, statement, statedByName: who.actor.name, statedOn: this.acts.today } as never });
      await this.acts.tellPost(row, 'bureau.supervisor', { key: `default-stated-${notice.paper.number}`, zh: '当事人已陈述申辩', en: 'The enterprise answered', body: { zh: `${row.number ?? ''}：请决定是否认定督办逾期未完成。`, en: 'Please decide.' } });
    });
  }

  /** 认定督办逾期未完成, or not: by somebody who neither listed it nor made the notice, after the enterprise has answered or its days are over. */
  decideDefault(who: Who, { approved, reason }: DecideRectificationDto): Promise<void> {
    return this.acts.note(who, { need: 'rectification.supervise', text: { zh: approved ? '认定挂牌督办逾期未完成' : '不认定挂牌督办逾期', en: approved ? 'Supervision established as not done in time' : 'Not established' }, action: 'rectification.default', details: { approved, reason } }, async row => {
      const open = await this.open(row.id);
      const notice = liveNotice(open.defaultNotice);
      if (open.defaultedAt) throw decidedAlready();
      if (!notice?.until) throw defaultUntold();
      if (!mayBeDecided(notice, this.acts.today)) throw defaultAnswerRuns(notice.until);
      if ([open.startedBy, notice.byUserId].includes(who.actor.userId)) throw secondPerson();
      await this.db.repo(RectificationSupervision).update({ id: open.id }, approved ? { defaultedAt: this.acts.now, defaultedByName: who.actor.name, defaultReason: reason } : { defaultNotice: { ...notice, refused: { byName: who.actor.name, on: this.acts.today, reason } } as never });
      await this.acts.tellEnterprise(row, { key: `default-decided-${notice.paper.number}`, zh: approved ? '已认定督办逾期未完成' : '不认定督办逾期', en: approved ? 'Established as not done' : 'Not established', body: { zh: reason, en: reason } });
      if (approved) await this.outbox.enqueue(tellCreditOfRectification, { rectificationId: row.id });
    });
  }

  private async open(rectificationId: string): Promise<RectificationSupervision> {
    await this.db.lock(CaseRecord, { id: rectificationId });
    const found = await this.acts.supervision(rectificationId);
    if (!found || found.endedAt) throw noSupervision();
    return found;
  }
}
